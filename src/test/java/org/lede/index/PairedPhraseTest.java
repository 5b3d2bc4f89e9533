package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.query.Zone;
import org.lede.search.Search;

class PairedPhraseTest {
  private static final IndexSettings TWO_WORDS = IndexSettings.defaults().withFrequentWords(2);

  private static final int THREE = 3;
  private static final Set<BytesRef> FREQUENT = Set.of(new BytesRef("the"), new BytesRef("cat"));

  private static final IndexReader NO_ARTICLES = noArticles();

  private static IndexReader noArticles() {
    try {
      return new MultiReader();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of no index in particular. */
  private static WordStatistics statistics() {
    return statistics(NO_ARTICLES);
  }

  private static WordStatistics statistics(IndexReader reader) {
    return new WordStatistics(FrequentWords.NONE.with("en", FREQUENT), reader);
  }

  @TempDir Path folder;

  @Test
  void pairsTheMostFrequentWordsOnceThereAreEnoughArticles() {
    try (ArticleIndex index = ArticleIndex.inMemory(TWO_WORDS, THREE)) {
      index.add(article("1", "en", "the cat sat"));
      index.add(article("2", "en", "on the mat the cat"));
      assertThat(texts(index, "en", "the", "cat")).isZero();

      index.add(article("3", "en", "near the door"));

      assertThat(texts(index, "en", "the", "cat")).isEqualTo(2);
      assertThat(texts(index, "en", "on", "the")).isEqualTo(1);

      index.add(article("4", "en", "the cat again"));
      assertThat(texts(index, "en", "the", "cat")).isEqualTo(3);
    }
  }

  @Test
  void pairsNoWordsOfDifferentParagraphs() {
    try (ArticleIndex index = paired("the cat")) {
      Article article =
          Article.builder("4").language("en").headline("see the").body("cat\n\nthe\n\ncat").build();
      index.add(article);

      assertThat(texts(index, "en", "see", "the")).isEqualTo(1);
      assertThat(texts(index, "en", "the", "cat")).isZero();
      assertThat(index.search(phrase("the cat")).ids()).isEmpty();
    }
  }

  @Test
  void learnsEachLanguageByItself() {
    try (ArticleIndex index = ArticleIndex.inMemory(TWO_WORDS, THREE)) {
      index.addAll(
          List.of(
              article("1", "en", "the cat"),
              article("2", "de", "die Katze"),
              article("3", "en", "the cat"),
              article("4", "de", "die Katze"),
              article("5", "en", "the cat")));

      assertThat(texts(index, "en", "the", "cat")).isEqualTo(3);
      assertThat(texts(index, "de", "die", "katz")).as("any pairs").isZero();
    }
  }

  @Test
  void pairsNothingIfToldSo() {
    try (ArticleIndex index =
        ArticleIndex.inMemory(IndexSettings.defaults().withFrequentWords(0), THREE)) {
      index.addAll(articles(10));

      assertThat(texts(index, "en", "the", "cat")).isZero();
      assertThat(index.search(phrase("the cat").limit(20)).ids()).hasSize(10);
    }
    assertThatThrownBy(() -> IndexSettings.defaults().withFrequentWords(5_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of frequent words must be from 0 to 5,000, but is 5,001");
  }

  @Test
  void looksAgainLaterIfReplacedArticlesMadeItLookTooSoon() {
    try (ArticleIndex index = ArticleIndex.inMemory(TWO_WORDS, THREE)) {
      IntStream.range(0, 5).forEach(i -> index.add(article("same", "en", "the cat")));
      assertThat(texts(index, "en", "the", "cat")).isZero();

      index.add(article("2", "en", "the cat"));
      index.add(article("3", "en", "the cat"));

      assertThat(texts(index, "en", "the", "cat")).isEqualTo(3);
    }
  }

  @Test
  void keepsTheWordsItHasWhateverTheSettingsSayLater() {
    try (ArticleIndex index = ArticleIndex.open(folder, TWO_WORDS, THREE)) {
      index.addAll(articles(3));
    }
    try (ArticleIndex index =
            ArticleIndex.open(folder, IndexSettings.defaults().withFrequentWords(0));
        ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      index.add(article("4", "en", "the cat"));
      index.refresh();
      assertThat(texts(index, "en", "the", "cat")).isEqualTo(4);

      index.commit();
      reader.refresh();
      assertThat(texts(reader, "en", "the", "cat")).isEqualTo(4);
      assertThat(reader.search(phrase("the cat")).ids()).hasSize(4);
    }
  }

  @Test
  void goesOnWithLearningThatWasBrokenOff() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      index.addAll(articles(5));
    }
    keep(FrequentWords.NONE.with("en", FREQUENT));
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.search(phrase("the cat")).ids()).hasSize(5);

      index.add(article("one more", "en", "the cat"));
      index.refresh();

      assertThat(texts(index, "en", "the", "cat")).isEqualTo(6);
      assertThat(index.search(phrase("the cat")).ids()).hasSize(6);
    }
  }

  @Test
  void leavesAnIndexAsItIsThatHasFarMoreArticlesAlready() {
    try (ArticleIndex index =
        ArticleIndex.open(folder, IndexSettings.defaults().withFrequentWords(0))) {
      index.addAll(articles(31));
    }
    try (ArticleIndex index = ArticleIndex.open(folder, TWO_WORDS, THREE)) {
      index.add(article("one more", "en", "the cat"));
      index.refresh();

      assertThat(texts(index, "en", "the", "cat")).isZero();
      assertThat(index.search(phrase("the cat").limit(50)).ids()).hasSize(32);
    }
  }

  @Test
  void keepsTheArticlesThatItWritesOnceMoreAsTheyWere() {
    Article full =
        RandomArticles.articles()
            .sampleStream()
            .filter(each -> !each.tags().isEmpty())
            .findAny()
            .orElseThrow()
            .toBuilder()
            .language("en")
            .build();
    try (ArticleIndex index = ArticleIndex.inMemory(TWO_WORDS, THREE)) {
      index.add(full);
      index.addAll(List.of(article("x", "en", "the cat"), article("y", "en", "the cat")));

      assertThat(texts(index, "en", "the", "cat")).isEqualTo(2);
      assertThat(index.article(full.id())).contains(full);
      assertThat(index.size()).isEqualTo(3);
    }
  }

  @Test
  void learnsInTheMiddleOfABatchOnSeveralThreads() {
    try (ArticleIndex index = ArticleIndex.inMemory(TWO_WORDS.withThreads(8), 50)) {
      BulkReport report = index.addAll(articles(2_000));

      assertThat(report.added()).isEqualTo(2_000);
      assertThat(index.size()).isEqualTo(2_000);
      assertThat(texts(index, "en", "the", "cat")).isEqualTo(2_000);
    }
  }

  @Test
  void findsWordsThatRepeat() {
    try (ArticleIndex index =
        paired("the new", "the the the the", "new the new the", "the new the")) {
      assertThat(index.search(phrase("the the the")).ids()).containsExactly("0");
      assertThat(index.search(phrase("new the new the")).ids()).containsExactly("1");
      assertThat(index.search(phrase("the new the")).ids()).containsExactlyInAnyOrder("1", "2");
      assertThat(index.search(phrase("new the the")).ids()).isEmpty();
    }
  }

  @Test
  void findsLongPhrasesOfWhichOnlySomeWordsAreFrequent() {
    try (ArticleIndex index =
        paired("b the c d", "a b the c d e", "a b the c d f", "b the c a d e", "the the the")) {
      assertThat(index.search(phrase("a b the c d e")).ids()).containsExactly("0");
      assertThat(index.search(phrase("b the c")).ids()).containsExactlyInAnyOrder("0", "1", "2");
      assertThat(index.search(phrase("the c d")).ids()).containsExactlyInAnyOrder("0", "1");
      assertThat(index.search(phrase("c d e the")).ids()).isEmpty();
    }
  }

  @Test
  void looksOnlyInTheZoneItIsTold() {
    try (ArticleIndex index = paired("the cat", "the cat", "the")) {
      index.add(Article.builder("4").language("en").headline("the cat").build());

      Query inHeadline = Query.in(Zone.HEADLINE, Query.phrase("the cat"));
      Query inBody = Query.in(Zone.BODY, Query.phrase("the cat"));
      assertThat(index.search(Search.of(inHeadline)).ids()).containsExactly("4");
      assertThat(index.search(Search.of(inBody)).ids()).containsExactly("0");
    }
  }

  @Test
  void isThePhraseToWhoeverLooksAtIt() {
    PhraseQuery phrase = new PhraseQuery("text.en", "the", "cat");
    org.apache.lucene.search.Query paired = PairedPhraseQuery.of(phrase, "en", statistics());

    assertThat(paired).isInstanceOf(PairedPhraseQuery.class).hasToString("text.en:\"the cat\"");
    assertThat(RankingQueries.clauses(paired)).isEqualTo(2);
    assertThat(paired)
        .isEqualTo(
            PairedPhraseQuery.of(new PhraseQuery("text.en", "the", "cat"), "en", statistics()))
        .hasSameHashCodeAs(
            PairedPhraseQuery.of(new PhraseQuery("text.en", "the", "cat"), "en", statistics()))
        .isNotEqualTo(
            PairedPhraseQuery.of(new PhraseQuery("text.en", "cat", "the"), "en", statistics()))
        .isNotEqualTo(phrase);
  }

  @Test
  void leavesPhrasesToLuceneThatPairsDoNotHelp() {
    assertStaysAsItIs(new PhraseQuery("text.en", "dog", "sat"));
    assertStaysAsItIs(new PhraseQuery(1, "text.en", "the", "cat"));
    assertStaysAsItIs(
        new PhraseQuery.Builder()
            .add(new Term("text.en", "the"), 0)
            .add(new Term("text.en", "cat"), 2)
            .build());
    assertStaysAsItIs(new PhraseQuery("text.en", "the"));
  }

  private static void assertStaysAsItIs(PhraseQuery phrase) {
    assertThat(PairedPhraseQuery.of(phrase, "en", statistics())).isSameAs(phrase);
  }

  @Test
  void explainsScoresAndPlacesAsThePhraseDoes() {
    try (ArticleIndex index =
        paired("the cat", "the cat and the cat sat", "the cat sat", "the mat", "cat")) {
      for (String words : List.of("the cat", "the cat sat", "and the cat sat", "the dog")) {
        PhraseQuery phrase = new PhraseQuery("text.en", words.split(" "));

        assertThat(explained(index, PairedPhraseQuery.of(phrase, "en", statistics())))
            .isEqualTo(explained(index, phrase));
      }
    }
  }

  @Test
  void countsTwoWordsWithoutLookingAtArticles() {
    try (ArticleIndex index =
        paired("the cat", "the cat and the cat sat", "the cat sat", "the mat", "cat")) {
      PhraseQuery phrase = new PhraseQuery("text.en", "the", "cat");

      assertThat(counted(index, phrase)).containsOnly(-1);
      assertThat(counted(index, PairedPhraseQuery.of(phrase, "en", statistics())))
          .doesNotContain(-1)
          .satisfies(
              counts -> assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2));
    }
  }

  @Test
  void looksFrequentWordsUpOnceForItsOwnSnapshot() {
    Term frequent = new Term("text.en", "cat");
    Term rare = new Term("text.en", "mat");
    try (ArticleIndex index = paired("the cat", "the cat on the mat", "cat", "the mat");
        ArticleIndex other = paired("the cat", "cat")) {
      index.withLucene(searcher -> {
        WordStatistics statistics = statistics(searcher.getIndexReader());
        TermStates known = statistics.of(frequent, "en", searcher);

        assertThat(known.docFreq()).isEqualTo(2);
        assertThat(
                other.<Integer>withLucene(
                    elsewhere -> statistics.of(frequent, "en", elsewhere).docFreq()))
            .isEqualTo(1);
        assertThat(statistics.of(frequent, "en", searcher)).isSameAs(known);
        assertThat(statistics.of(rare, "en", searcher))
            .isNotSameAs(statistics.of(rare, "en", searcher));
        return true;
      });
    }
  }

  // helpers

  private static Article article(String id, String language, String body) {
    return Article.builder(id).language(language).body(body).build();
  }

  private static List<Article> articles(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> article("article " + i, "en", "the cat"))
        .toList();
  }

  /** Returns an index of texts, whose ids count from 0, and in which these words are frequent. */
  private static ArticleIndex paired(String frequent, String... texts) {
    IndexSettings settings = IndexSettings.defaults().withFrequentWords(frequent.split(" ").length);
    ArticleIndex index = ArticleIndex.inMemory(settings, texts.length + 20);
    for (int i = 0; i < texts.length; i++) {
      index.add(article(String.valueOf(i), "en", texts[i]));
    }
    for (int i = 0; i < 20; i++) {
      index.add(article("filler " + i, "en", frequent));
    }
    for (int i = 0; i < 20; i++) {
      index.remove("filler " + i);
    }
    index.optimize();
    return index;
  }

  private static Search phrase(String text) {
    return Search.of(Query.phrase(text));
  }

  /**
   * Returns how many texts have a pair of words as a term of its own; if both are rare, how many
   * have any pairs.
   */
  private static int texts(ArticleIndex index, String language, String one, String other) {
    BytesRef pair =
        WordPairs.term(new BytesRef(one), new BytesRef(other), statistics().frequent("en"));
    return texts(index, language, pair == null ? new BytesRef() : pair);
  }

  private static int texts(ArticleIndex index, String language, BytesRef term) {
    return index.withLucene(
        searcher -> searcher.count(new TermQuery(new Term(Schema.pairs(language), term))));
  }

  /** Returns how each document scores, and where it matches. */
  private static List<String> explained(ArticleIndex index, org.apache.lucene.search.Query query) {
    return index.withLucene(searcher -> {
      List<String> explained = new ArrayList<>();
      Weight weight = weight(query, searcher);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          Explanation explanation = weight.explain(leaf, doc);
          explained.add(explanation + " " + places(weight, leaf, doc));
        }
      }
      return explained;
    });
  }

  private static List<Integer> places(Weight weight, LeafReaderContext leaf, int doc)
      throws IOException {
    List<Integer> places = new ArrayList<>();
    var matches = weight.matches(leaf, doc);
    MatchesIterator each = matches == null ? null : matches.getMatches("text.en");
    while (each != null && each.next()) {
      places.addAll(List.of(each.startPosition(), each.endPosition()));
    }
    return places;
  }

  private static List<Integer> counted(ArticleIndex index, org.apache.lucene.search.Query query) {
    return index.withLucene(searcher -> {
      List<Integer> counts = new ArrayList<>();
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        counts.add(weight(query, searcher).count(leaf));
      }
      return counts;
    });
  }

  private static Weight weight(org.apache.lucene.search.Query query, IndexSearcher searcher)
      throws IOException {
    return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
  }

  /** Makes frequent words known to an index, and does nothing more about them. */
  private void keep(FrequentWords words) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      Map<String, String> data = new HashMap<>(words.commitData());
      writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
      writer.setLiveCommitData(data.entrySet());
    }
  }
}
