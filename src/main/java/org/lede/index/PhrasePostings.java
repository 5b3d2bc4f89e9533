package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ExactPhraseMatcher;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PhraseQuery.PostingsAndFreq;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/** What one segment has of a phrase: opens it as {@link PhraseQuery} does, but in any field. */
final class PhrasePostings {
  private final LeafReader segment;
  private final ScoreMode mode;
  private final int flags;
  private final List<PostingsAndFreq> opened = new ArrayList<>();
  private float cost;

  PhrasePostings(LeafReader segment, ScoreMode mode, boolean withOffsets) {
    this.segment = segment;
    this.mode = mode;
    flags = withOffsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
  }

  /**
   * A term that the segment has.
   *
   * @param at stands at the term
   * @param position where the term stands in the phrase
   * @param texts how many texts have it
   */
  record Found(Term term, TermsEnum at, int position, int texts) {}

  /** Returns a term of the phrase, or null if the segment has not got it. */
  @Nullable Found find(Term term, int position) throws IOException {
    Terms terms = segment.terms(term.field());
    if (terms == null) {
      return null;
    }
    TermsEnum at = terms.iterator();
    return at.seekExact(term.bytes()) ? new Found(term, at, position, at.docFreq()) : null;
  }

  /** Opens a term. */
  void open(Found found) throws IOException {
    PostingsEnum postings;
    ImpactsEnum impacts;
    if (mode == ScoreMode.TOP_SCORES) {
      impacts = found.at().impacts(flags);
      postings = impacts;
    } else {
      postings = found.at().postings(null, flags);
      impacts = new SlowImpactsEnum(postings);
    }
    opened.add(new PostingsAndFreq(postings, impacts, found.position(), found.term()));
    cost += PhraseQuery.termPositionsCost(found.at());
  }

  /** Returns what matches where all that was opened is at its position. */
  PhraseMatcher matcher(SimScorer scorer) {
    PostingsAndFreq[] sorted = opened.stream().sorted().toArray(PostingsAndFreq[]::new);
    return new ExactPhraseMatcher(sorted, mode, scorer, cost);
  }
}
