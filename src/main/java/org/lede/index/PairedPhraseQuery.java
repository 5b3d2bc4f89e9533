package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PhraseWeight;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
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
 * best scores of whole blocks, and counts without looking.
 */
final class PairedPhraseQuery extends Query {
  private final PhraseQuery phrase;
  private final String language;
  private final List<Pair> pairs;

  private PairedPhraseQuery(PhraseQuery phrase, String language, List<Pair> pairs) {
    this.phrase = phrase;
    this.language = language;
    this.pairs = pairs;
  }

  /**
   * Two words of the phrase.
   *
   * @param first the place in the phrase of the first of them
   */
  private record Pair(Term term, int first) {}

  /**
   * Returns a query for a phrase in the text of a language: this one, if it is any use.
   *
   * @param frequent the words that have pairs
   */
  static Query of(PhraseQuery phrase, String language, Set<BytesRef> frequent) {
    List<Pair> pairs = new ArrayList<>();
    Term[] words = phrase.getTerms();
    int[] positions = phrase.getPositions();
    for (int i = 0; i + 1 < words.length; i++) {
      if (positions[i + 1] != positions[i] + 1) {
        return phrase;
      }
      BytesRef one = words[i].bytes();
      BytesRef other = words[i + 1].bytes();
      if (frequent.contains(one) && frequent.contains(other)) {
        Term pair = new Term(Schema.pairs(language), WordPairs.term(one, other));
        pairs.add(new Pair(pair, i));
      }
    }
    return pairs.isEmpty() || phrase.getSlop() > 0
        ? phrase
        : new PairedPhraseQuery(phrase, language, List.copyOf(pairs));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    SimScorer scorer = mode.needsScores() ? scorer(searcher, boost) : null;
    Weight pair =
        phrase.getTerms().length == 2
            ? new TermQuery(pairs.getFirst().term())
                .createWeight(scoringAs(scorer, searcher), mode, boost)
            : null;
    return new PhraseWeight(this, phrase.getField(), searcher, mode) {
      @Override
      protected @Nullable SimScorer getStats(IndexSearcher unused) {
        return scorer;
      }

      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        return pair != null && WordPairs.isComplete(leaf.reader(), language)
            ? pair.scorerSupplier(leaf)
            : super.scorerSupplier(leaf);
      }

      @Override
      public int count(LeafReaderContext leaf) throws IOException {
        return pair != null && WordPairs.isComplete(leaf.reader(), language)
            ? pair.count(leaf)
            : super.count(leaf);
      }

      @Override
      protected @Nullable PhraseMatcher getPhraseMatcher(
          LeafReaderContext leaf, SimScorer scorer, boolean exposeOffsets) throws IOException {
        // the places of words are asked of words, and a single pair is not matched, but read
        PhrasePostings postings = new PhrasePostings(leaf.reader(), mode, exposeOffsets);
        boolean byWords =
            exposeOffsets || pair != null || !WordPairs.isComplete(leaf.reader(), language);
        return (byWords ? openWords(postings, i -> true) : openCover(postings))
            ? postings.matcher(scorer)
            : null;
      }
    };
  }

  /** Returns how the phrase scores, which is as Lucene has it; null if none of its words exists. */
  private @Nullable SimScorer scorer(IndexSearcher searcher, float boost) throws IOException {
    List<TermStatistics> words = new ArrayList<>();
    for (Term word : phrase.getTerms()) {
      TermStates states = TermStates.build(searcher, word, true);
      if (states.docFreq() > 0) {
        words.add(searcher.termStatistics(word, states.docFreq(), states.totalTermFreq()));
      }
    }
    if (words.isEmpty()) {
      return null;
    }
    CollectionStatistics texts = searcher.collectionStatistics(phrase.getField());
    return searcher.getSimilarity().scorer(boost, texts, words.toArray(TermStatistics[]::new));
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

  /**
   * Opens pairs that cover the phrase, and single words where there are none; returns false if one
   * is missing in a segment. The rarest pairs come first, so that they lead; others only help if
   * they cover a word more.
   */
  private boolean openCover(PhrasePostings postings) throws IOException {
    List<PhrasePostings.Found> found = new ArrayList<>();
    for (Pair pair : pairs) {
      PhrasePostings.Found term = postings.find(pair.term(), pair.first());
      if (term == null) {
        return false;
      }
      found.add(term);
    }
    found.sort(Comparator.comparingInt(PhrasePostings.Found::texts));
    boolean[] covered = new boolean[phrase.getTerms().length];
    for (PhrasePostings.Found pair : found) {
      int first = pair.position();
      if (!covered[first] || !covered[first + 1]) {
        covered[first] = true;
        covered[first + 1] = true;
        postings.open(pair);
      }
    }
    return openWords(postings, i -> !covered[i]);
  }

  /** Opens words of the phrase; returns false if one is missing in a segment. */
  private boolean openWords(PhrasePostings postings, IntPredicate which) throws IOException {
    Term[] words = phrase.getTerms();
    for (int i = 0; i < words.length; i++) {
      if (which.test(i)) {
        PhrasePostings.Found word = postings.find(words[i], i);
        if (word == null) {
          return false;
        }
        postings.open(word);
      }
    }
    return true;
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
