package org.lede.index;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents that have a facet value with at least some salience. */
final class SalienceQuery extends Query {
  private final Term value;
  private final int least;

  SalienceQuery(Term value, double salience) {
    this.value = value;
    this.least = MentionField.frequency(salience);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        PostingsEnum mentions = leaf.reader().postings(value, PostingsEnum.FREQS);
        if (mentions == null) {
          return null;
        }
        TwoPhaseIterator salient =
            new TwoPhaseIterator(mentions) {
              @Override
              public boolean matches() throws IOException {
                return mentions.freq() >= least;
              }

              @Override
              public float matchCost() {
                return 1;
              }
            };
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(salient), score(), mode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(value.field())) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return value + ">=" + least;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SalienceQuery that && value.equals(that.value) && least == that.least;
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, least);
  }
}
