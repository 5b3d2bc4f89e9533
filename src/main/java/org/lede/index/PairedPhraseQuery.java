package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A phrase that is found by its {@link WordPairs} wherever a segment has them, and by the places of
 * its words elsewhere. It finds and scores what the {@link PhraseQuery} of its words does.
 *
 * <p>Two words are one term then, so Lucene does for them what it does for a word: it skips by the
 * best scores of whole blocks, and counts without looking. Of more words, the places are looked at
 * only in documents that have all pairs.
 */
final class PairedPhraseQuery extends Query {
  private final PhraseQuery phrase;
  private final String language;

  /** Its pairs of words, which stand wherever it does, and say nothing about where in the text. */
  private final List<Term> pairs;

  /** Which of its words are in none of the pairs. */
  private final List<Integer> unpaired;

  private final WordStatistics statistics;

  private PairedPhraseQuery(
      PhraseQuery phrase,
      String language,
      List<Term> pairs,
      List<Integer> unpaired,
      WordStatistics statistics) {
    this.phrase = phrase;
    this.language = language;
    this.pairs = pairs;
    this.unpaired = unpaired;
    this.statistics = statistics;
  }

  /**
   * Returns a query for a phrase in the text of a language: this one, if it is any use.
   *
   * @param statistics of the snapshot that is searched; its frequent words have pairs
   */
  static Query of(PhraseQuery phrase, String language, WordStatistics statistics) {
    Map<BytesRef, Integer> frequent = statistics.frequent(language);
    Term[] words = phrase.getTerms();
    int[] positions = phrase.getPositions();
    List<Term> pairs = new ArrayList<>();
    boolean[] paired = new boolean[words.length];
    for (int i = 0; i + 1 < words.length; i++) {
      if (positions[i + 1] != positions[i] + 1) {
        return phrase;
      }
      BytesRef pair = WordPairs.term(words[i].bytes(), words[i + 1].bytes(), frequent);
      if (pair != null) {
        pairs.add(new Term(Schema.pairs(language), pair));
        paired[i] = true;
        paired[i + 1] = true;
      }
    }
    if (pairs.isEmpty() || phrase.getSlop() > 0) {
      return phrase;
    }
    List<Integer> unpaired =
        IntStream.range(0, words.length).filter(i -> !paired[i]).boxed().toList();
    return new PairedPhraseQuery(phrase, language, List.copyOf(pairs), unpaired, statistics);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new PhraseWeight(searcher, mode, boost);
  }

  /**
   * A pair or a word that a segment has.
   *
   * @param at stands at the term
   * @param texts how many texts have it
   */
  private record Sign(TermsEnum at, int texts) {}

  private final class PhraseWeight extends Weight {
    private final IndexSearcher searcher;
    private final ScoreMode mode;
    private final float boost;

    /** Where its words are in each segment; looked up as late as it can be. */
    private final List<TermStates> words;

    /** How the phrase scores; null if it need not. */
    private final @Nullable SimScorer scorer;

    /** What finds a phrase of two words; null if it has more. */
    private final @Nullable Weight pair;

    private @Nullable Weight byWords;

    private PhraseWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
      super(PairedPhraseQuery.this);
      this.searcher = searcher;
      this.mode = mode;
      this.boost = boost;
      words = words(searcher, mode);
      scorer = mode.needsScores() ? scoring(searcher, boost, words) : null;
      pair =
          phrase.getTerms().length == 2
              ? new TermQuery(pairs.getFirst())
                  .createWeight(scoringAs(scorer, searcher), mode, boost)
              : null;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      LeafReader segment = leaf.reader();
      if (!WordPairs.isComplete(segment, language)) {
        return byWords().scorerSupplier(leaf);
      }
      return pair == null ? bySigns(leaf) : pair.scorerSupplier(leaf);
    }

    private @Nullable ScorerSupplier bySigns(LeafReaderContext leaf) throws IOException {
      List<Sign> found = new ArrayList<>();
      for (int word : unpaired) {
        TermsEnum at = Terms.getTerms(leaf.reader(), phrase.getField()).iterator();
        if (!PhrasePlaces.seek(at, phrase.getTerms()[word], words.get(word), leaf)) {
          return null;
        }
        found.add(new Sign(at, at.docFreq()));
      }
      for (Term pair : pairs) {
        TermsEnum at = Terms.getTerms(leaf.reader(), pair.field()).iterator();
        if (!at.seekExact(pair.bytes())) {
          return null;
        }
        found.add(new Sign(at, at.docFreq()));
      }
      found.sort(Comparator.comparingInt(Sign::texts));
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return bySigns(found, leaf);
        }

        @Override
        public long cost() {
          return found.getFirst().texts();
        }
      };
    }

    private Scorer bySigns(List<Sign> found, LeafReaderContext leaf) throws IOException {
      int flags = scorer == null ? PostingsEnum.NONE : PostingsEnum.FREQS;
      List<PostingsEnum> opened = new ArrayList<>();
      for (Sign sign : found) {
        boolean skips = opened.isEmpty() && mode == ScoreMode.TOP_SCORES;
        opened.add(skips ? sign.at().impacts(flags) : sign.at().postings(null, flags));
      }
      PairedPhraseScorer.Scoring scoring =
          scorer == null
              ? null
              : new PairedPhraseScorer.Scoring(
                  scorer, leaf.reader().getNormValues(phrase.getField()));
      return new PairedPhraseScorer(opened, new PhrasePlaces(leaf, phrase, words), scoring);
    }

    @Override
    public int count(LeafReaderContext leaf) throws IOException {
      return pair != null && WordPairs.isComplete(leaf.reader(), language)
          ? pair.count(leaf)
          : super.count(leaf);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      return byWords().explain(leaf, doc);
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
      return byWords().matches(leaf, doc);
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }

    /** Returns what finds the phrase by the places of its words. Made only if it is needed. */
    private synchronized Weight byWords() throws IOException {
      if (byWords == null) {
        byWords = phrase.createWeight(searcher, mode, boost);
      }
      return byWords;
    }
  }

  private List<TermStates> words(IndexSearcher searcher, ScoreMode mode) throws IOException {
    List<TermStates> words = new ArrayList<>();
    for (Term word : phrase.getTerms()) {
      words.add(
          mode.needsScores()
              ? statistics.of(word, language, searcher)
              : TermStates.build(searcher, word, false)); // which looks it up when it is asked
    }
    return words;
  }

  /** Returns how the phrase scores, which is as Lucene has it; null if none of its words exists. */
  private @Nullable SimScorer scoring(IndexSearcher searcher, float boost, List<TermStates> words)
      throws IOException {
    List<TermStatistics> known = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      TermStates word = words.get(i);
      if (word.docFreq() > 0) {
        known.add(
            searcher.termStatistics(phrase.getTerms()[i], word.docFreq(), word.totalTermFreq()));
      }
    }
    if (known.isEmpty()) {
      return null;
    }
    CollectionStatistics texts = searcher.collectionStatistics(phrase.getField());
    return searcher.getSimilarity().scorer(boost, texts, known.toArray(TermStatistics[]::new));
  }

  /** Returns a searcher for which everything scores in one way. */
  private static IndexSearcher scoringAs(@Nullable SimScorer scorer, IndexSearcher searcher) {
    IndexSearcher scoring = new IndexSearcher(searcher.getTopReaderContext());
    if (scorer != null) {
      scoring.setSimilarity(new Fixed(scorer));
    }
    return scoring;
  }

  /** A way of scoring that was made before, whatever is scored. */
  private static final class Fixed extends Similarity {
    private final SimScorer scorer;

    private Fixed(SimScorer scorer) {
      this.scorer = scorer;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
      return scorer;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(phrase.getField())) {
      visitor.getSubVisitor(Occur.MUST, this).consumeTerms(this, phrase.getTerms());
    }
  }

  @Override
  public String toString(String field) {
    return phrase.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PairedPhraseQuery that
        && phrase.equals(that.phrase)
        && pairs.equals(that.pairs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(phrase, pairs);
  }
}
