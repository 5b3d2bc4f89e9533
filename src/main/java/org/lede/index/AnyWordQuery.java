package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents that hold any of many words.
 *
 * <p>As Lucene's {@link TermInSetQuery}, all documents of all words are gathered before the first
 * is known; but here somebody looks at the clock meanwhile, which matters where a pattern stands
 * for thousands of frequent words.
 */
final class AnyWordQuery extends Query {
  /** Up to so many words, Lucene goes through all of them side by side. */
  private static final int FEW = 16;

  private static final int STRETCH = 4_096;

  private final String field;
  private final List<BytesRef> words;

  private AnyWordQuery(String field, List<BytesRef> words) {
    this.field = field;
    this.words = words;
  }

  static Query of(String field, List<BytesRef> words) {
    return words.size() <= FEW ? new TermInSetQuery(field, words) : new AnyWordQuery(field, words);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    Deadline deadline = MeteredSearcher.deadline(searcher);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        List<PostingsEnum> all = postings(leaf, deadline);
        if (all.isEmpty()) {
          return null;
        }
        long cost = all.stream().mapToLong(PostingsEnum::cost).sum();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            FixedBitSet docs = gathered(all, leaf.reader().maxDoc(), deadline);
            return new ConstantScoreScorer(score(), mode, new BitSetIterator(docs, cost));
          }

          @Override
          public long cost() {
            return cost;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private List<PostingsEnum> postings(LeafReaderContext leaf, Deadline deadline)
      throws IOException {
    Terms terms = leaf.reader().terms(field);
    List<PostingsEnum> all = new ArrayList<>();
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef word : words) {
        if (each.seekExact(word)) {
          all.add(each.postings(null, PostingsEnum.NONE));
          deadline.check();
        }
      }
    }
    return all;
  }

  private static FixedBitSet gathered(List<PostingsEnum> all, int maxDoc, Deadline deadline)
      throws IOException {
    FixedBitSet docs = new FixedBitSet(maxDoc);
    int seen = 0;
    for (PostingsEnum each : all) {
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        docs.set(doc);
        if (++seen % STRETCH == 0) {
          deadline.check();
        }
      }
    }
    return docs;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":any of " + words.size() + " words";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnyWordQuery that
        && field.equals(that.field)
        && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, words);
  }
}
