package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which two words stand next to each other, in either order.
 *
 * <p>They score by how often: <i>n</i> times give <i>n / (n + 1)</i> of the rarity of the more
 * frequent word, however long the text is. So no document scores more than that rarity, and Lucene
 * can leave out those for which it would not be enough, before any position is read.
 */
final class NeighboursQuery extends Query {
  private final String field;
  private final BytesRef one;
  private final BytesRef other;

  NeighboursQuery(String field, BytesRef one, BytesRef other) {
    this.field = field;
    this.one = one;
    this.other = other;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    double rarity =
        mode.needsScores()
            ? Math.min(
                Bm25.rarity(searcher.getIndexReader(), new Term(field, one)),
                Bm25.rarity(searcher.getIndexReader(), new Term(field, other)))
            : 0;
    return new NeighboursWeight((float) (boost * rarity));
  }

  private final class NeighboursWeight extends Weight {
    private final float most;

    private NeighboursWeight(float most) {
      super(NeighboursQuery.this);
      this.most = most;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      PostingsEnum ones = leaf.reader().postings(new Term(field, one), PostingsEnum.POSITIONS);
      PostingsEnum others = leaf.reader().postings(new Term(field, other), PostingsEnum.POSITIONS);
      if (ones == null || others == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return new NeighboursScorer(ones, others, most);
        }

        @Override
        public long cost() {
          return Math.min(ones.cost(), others.cost());
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      Scorer scorer = scorer(leaf);
      return scorer != null && scorer.iterator().advance(doc) == doc
          ? Explanation.match(scorer.score(), NeighboursQuery.this.toString())
          : Explanation.noMatch(NeighboursQuery.this.toString());
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }
  }

  private static final class NeighboursScorer extends Scorer {
    private final TwoPhaseIterator neighbours;
    private final DocIdSetIterator matches;
    private final float most;
    private int count;

    private NeighboursScorer(PostingsEnum ones, PostingsEnum others, float most) {
      this.most = most;
      neighbours =
          new TwoPhaseIterator(ConjunctionUtils.intersectIterators(List.of(ones, others))) {
            @Override
            public boolean matches() throws IOException {
              count = count(ones, others);
              return count > 0;
            }

            @Override
            public float matchCost() {
              return 100; // some positions of each word
            }
          };
      matches = TwoPhaseIterator.asDocIdSetIterator(neighbours);
    }

    /** Goes through the positions of both words together, and counts those that follow. */
    private static int count(PostingsEnum ones, PostingsEnum others) throws IOException {
      int onesLeft = ones.freq();
      int othersLeft = others.freq();
      int one = ones.nextPosition();
      int other = others.nextPosition();
      int count = 0;
      while (true) {
        if (Math.abs(one - other) == 1) {
          count++;
        }
        if (one < other) {
          if (--onesLeft == 0) {
            return count;
          }
          one = ones.nextPosition();
        } else {
          if (--othersLeft == 0) {
            return count;
          }
          other = others.nextPosition();
        }
      }
    }

    @Override
    public int docID() {
      return neighbours.approximation().docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return matches;
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      return neighbours;
    }

    @Override
    public float getMaxScore(int upTo) {
      return most;
    }

    @Override
    public float score() {
      return most * count / (count + 1);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + one.utf8ToString() + "+" + other.utf8ToString();
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof NeighboursQuery query
        && field.equals(query.field)
        && one.equals(query.one)
        && other.equals(query.other);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, one, other);
  }
}
