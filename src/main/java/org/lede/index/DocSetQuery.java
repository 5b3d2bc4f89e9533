package org.lede.index;

import java.io.IOException;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Narrows another query of one search to some documents. */
final class DocSetQuery extends Query {
  /**
   * If there are so many times as many documents as others that must match, to find those takes
   * longer than they save.
   */
  private static final int TOO_MANY = 4;

  private final FoundDocs.Base docs;
  private final ToLongFunction<LeafReaderContext> size;
  private final boolean always;

  private DocSetQuery(FoundDocs.Base docs, ToLongFunction<LeafReaderContext> size, boolean always) {
    this.docs = docs;
    this.size = size;
    this.always = always;
  }

  /**
   * Makes a query that finds the documents.
   *
   * @param docs finds the documents of a segment
   * @param size tells how many documents of a segment there are at most, in next to no time
   */
  static DocSetQuery of(FoundDocs.Base docs, ToLongFunction<LeafReaderContext> size) {
    return new DocSetQuery(docs, size, true);
  }

  /**
   * Makes a query that finds the documents, or where the query to be narrowed finds few anyway,
   * all; otherwise as {@link #of}.
   */
  static DocSetQuery ifMany(FoundDocs.Base docs, ToLongFunction<LeafReaderContext> size) {
    return new DocSetQuery(docs, size, false);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        long most = size.applyAsLong(leaf);
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            int maxDoc = leaf.reader().maxDoc();
            DocIdSetIterator found =
                !always && leadCost < most / TOO_MANY
                    ? DocIdSetIterator.all(maxDoc)
                    : docs.in(leaf).iterator();
            return new ConstantScoreScorer(score(), mode, found);
          }

          @Override
          public long cost() {
            return most;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "some documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
