package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ImpactsDISI;
import org.apache.lucene.search.MaxScoreCache;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a phrase in a segment: looks at the places of its words only in documents that have all of
 * its signs, and, where only the best are wanted, only if it could stand there often enough.
 */
final class PairedPhraseScorer extends Scorer {
  /** What it costs to look at the places of all words in a document, in simple operations. */
  private static final float COST_OF_PLACES = 1_000;

  private final List<PostingsEnum> signs;
  private final PhrasePlaces places;
  private final DocIdSetIterator candidates;

  /** Null if scores are not needed. */
  private final @Nullable Scoring scoring;

  private float worst;

  /** How often the phrase stands in the document that is reached, if it was asked. */
  private int times;

  /**
   * How the phrase scores.
   *
   * @param norms the lengths of the texts
   */
  record Scoring(SimScorer scorer, NumericDocValues norms) {
    private float score(int times, int doc) throws IOException {
      return scorer.score(times, norms.advanceExact(doc) ? norms.longValue() : 1);
    }
  }

  /**
   * Makes a scorer.
   *
   * @param signs terms that are wherever the phrase is, at least as often, the rarest first; if
   *     that one has impacts, documents that score too low are skipped by them
   * @param scoring how the phrase scores, or null if scores are not needed
   */
  PairedPhraseScorer(List<PostingsEnum> signs, PhrasePlaces places, @Nullable Scoring scoring) {
    this.signs = signs;
    this.places = places;
    this.scoring = scoring;
    DocIdSetIterator all =
        signs.size() == 1
            ? signs.getFirst()
            : ConjunctionUtils.intersectIterators(List.copyOf(signs));
    candidates =
        scoring != null && signs.getFirst() instanceof ImpactsEnum rarest
            ? new ImpactsDISI(all, new MaxScoreCache(rarest, scoring.scorer))
            : all;
  }

  @Override
  public TwoPhaseIterator twoPhaseIterator() {
    return new TwoPhaseIterator(candidates) {
      @Override
      public boolean matches() throws IOException {
        times = 0;
        return canCompete() && places.first(candidates.docID());
      }

      @Override
      public float matchCost() {
        return COST_OF_PLACES;
      }
    };
  }

  private boolean canCompete() throws IOException {
    if (scoring == null || worst <= 0) {
      return true;
    }
    int most = Integer.MAX_VALUE;
    for (PostingsEnum sign : signs) {
      most = Math.min(most, sign.freq());
    }
    return scoring.score(most, candidates.docID()) >= worst;
  }

  @Override
  public DocIdSetIterator iterator() {
    return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
  }

  @Override
  public int docID() {
    return candidates.docID();
  }

  @Override
  public float score() throws IOException {
    if (scoring == null) {
      return 0;
    }
    if (times == 0) {
      times = places.all();
    }
    return scoring.score(times, candidates.docID());
  }

  @Override
  public void setMinCompetitiveScore(float score) {
    worst = score;
    if (candidates instanceof ImpactsDISI skipping) {
      skipping.setMinCompetitiveScore(score);
    }
  }

  @Override
  public int advanceShallow(int target) throws IOException {
    return candidates instanceof ImpactsDISI skipping
        ? skipping.getMaxScoreCache().advanceShallow(target)
        : super.advanceShallow(target);
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    return candidates instanceof ImpactsDISI skipping
        ? skipping.getMaxScoreCache().getMaxScore(upTo)
        : Float.POSITIVE_INFINITY;
  }
}
