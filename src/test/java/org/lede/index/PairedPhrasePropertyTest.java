package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.Ranking;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Compares phrases that are found by pairs of words with Lucene's own, in all states of an index:
 * the same articles, scored the same to the last bit, in the same order.
 */
class PairedPhrasePropertyTest {
  private static final List<String> WORDS = List.of("the", "of", "new", "york", "state", "sat");
  private static final List<String> LANGUAGES = List.of("en", "de", "haw");
  private static final IndexSettings TWO_WORDS =
      IndexSettings.defaults().withFrequentWords(2).withThreads(2).withWriteBufferMegabytes(1);

  private static final TextAnalysis ANALYSIS = new TextAnalysis();

  /** Enough for Lucene to skip by blocks. */
  private static final int MANY = 4_000;

  private static final ArticleIndex LARGE = ArticleIndex.inMemory(TWO_WORDS, 100);

  @BeforeContainer
  static void fillTheLargeIndex() {
    Random random = new Random(20_230_801);
    Stream<Article> articles =
        IntStream.range(0, MANY)
            .mapToObj(i -> article(String.valueOf(i), "en", words(random, random.nextInt(1, 200))));
    LARGE.addAll(articles);
  }

  /** Returns random words, the first of the list most often. */
  private static String words(Random random, int number) {
    return random
        .ints(number, 0, WORDS.size())
        .mapToObj(most -> WORDS.get(random.nextInt(most + 1)))
        .reduce("", (text, word) -> text + " " + word);
  }

  @AfterContainer
  static void closeTheLargeIndex() {
    LARGE.close();
    ANALYSIS.close();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void findsWhatLuceneFindsWhereItSkips(@ForAll("phrases") String phrase) {
    check(LARGE, phrase, 10);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void findsWhatLuceneFinds(
      @ForAll("oneInFour") boolean onDisk,
      @ForAll("steps") List<Step> steps,
      @ForAll("manyPhrases") List<String> phrases)
      throws IOException {
    try (Run run = new Run(onDisk)) {
      for (Step step : steps) {
        run.run(step);
        run.check(phrases);
      }
    }
  }

  sealed interface Step {
    record Add(List<Article> articles) implements Step {}

    record Remove(String id) implements Step {}

    record RemoveAll(String phrase) implements Step {}

    record Optimize() implements Step {}

    record Reopen() implements Step {}

    record Commit() implements Step {}
  }

  @Provide
  Arbitrary<Boolean> oneInFour() {
    return Arbitraries.frequency(Tuple.of(1, true), Tuple.of(3, false));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return RandomArticles.lists(step(), 1, 8);
  }

  private Arbitrary<Step> step() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, RandomArticles.lists(articles(), 1, 6).map(Step.Add::new)),
        Tuple.of(1, ids().map(Step.Remove::new)),
        Tuple.of(1, phrases().map(Step.RemoveAll::new)),
        Tuple.of(2, Arbitraries.of(new Step.Optimize(), new Step.Reopen(), new Step.Commit())));
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.integers().between(1, 20).map(String::valueOf);
  }

  private static Arbitrary<Article> articles() {
    return Combinators.combine(ids(), Arbitraries.of(LANGUAGES), texts(0, 4), texts(0, 12))
        .as((id, language, headline, body) ->
            article(id, language, body).toBuilder().headline(headline).build());
  }

  private static Article article(String id, String language, String body) {
    return Article.builder(id).language(language).body(body).build();
  }

  private static Arbitrary<String> texts(int least, int most) {
    Arbitrary<String> words =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(WORDS.subList(0, 3))), Tuple.of(2, Arbitraries.of(WORDS)));
    return RandomArticles.lists(words, least, most).map(all -> String.join(" ", all));
  }

  @Provide
  Arbitrary<String> phrases() {
    return texts(2, 6);
  }

  @Provide
  Arbitrary<List<String>> manyPhrases() {
    return RandomArticles.lists(phrases(), 1, 6);
  }

  /** One index, which learns frequent words from three articles of a language. */
  private static final class Run implements AutoCloseable {
    private static final int ENOUGH = 3;

    /** More than there are. */
    private static final int ALL = 100;

    private final Path folder;
    private final boolean onDisk;
    private ArticleIndex index;

    private Run(boolean onDisk) throws IOException {
      this.onDisk = onDisk;
      folder = Files.createTempDirectory("phrases");
      index = open();
    }

    private ArticleIndex open() {
      return onDisk
          ? ArticleIndex.open(folder, TWO_WORDS, ENOUGH)
          : ArticleIndex.inMemory(TWO_WORDS, ENOUGH);
    }

    private void run(Step step) {
      switch (step) {
        case Step.Add(var articles) -> index.addAll(articles);
        case Step.Remove(var id) -> index.remove(id);
        case Step.RemoveAll(var phrase) -> index.removeAll(Query.phrase(phrase));
        case Step.Optimize optimize -> index.optimize();
        case Step.Reopen reopen -> reopen();
        case Step.Commit commit -> index.commit();
      }
      index.refresh();
    }

    private void reopen() {
      if (onDisk) {
        index.close();
        index = open();
      }
    }

    /** Asks the index, and somebody who reads what it has committed. */
    private void check(List<String> phrases) {
      phrases.forEach(phrase -> PairedPhrasePropertyTest.check(index, phrase, ALL));
      if (onDisk) {
        try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
          phrases.forEach(phrase -> PairedPhrasePropertyTest.check(reader, phrase, ALL));
        }
      }
    }

    @Override
    public void close() throws IOException {
      index.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void check(ArticleIndex index, String phrase, int limit) {
    Search search =
        Search.of(Query.phrase(phrase)).ranking(Ranking.textOnly()).limit(limit).withIdsOnly();
    List<String> expected = index.withLucene(searcher -> hits(searcher, phrase));

    SearchResult found = index.search(search);
    assertThat(found.hits().stream().map(hit -> hit.id() + " " + hit.score()))
        .as("hits of \"%s\"", phrase)
        .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
    Total all = new Total.Exact(expected.size());
    assertThat(index.search(search.limit(0).withExactTotal()).total()).isEqualTo(all);
    assertThat(index.search(search.facets(Facet.LANGUAGE)).total()).isEqualTo(all);
  }

  /** Returns all hits and their scores as plain Lucene has them, in the order of the index. */
  private static List<String> hits(IndexSearcher searcher, String phrase) throws IOException {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String language : LANGUAGES) {
      either.add(phrase(Schema.text(Languages.analysedAs(language)), phrase), Occur.SHOULD);
    }
    record Ranked(String id, float score) {}
    List<Ranked> ranked = new ArrayList<>();
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    for (ScoreDoc doc : searcher.search(either.build(), most).scoreDocs) {
      String id = searcher.storedFields().document(doc.doc).get(Schema.ID);
      ranked.add(new Ranked(id, doc.score));
    }
    Comparator<Ranked> order = Comparator.comparing(Ranked::score, Comparator.reverseOrder());
    return ranked.stream()
        .sorted(order.thenComparing(Ranked::id))
        .map(hit -> hit.id() + " " + hit.score())
        .toList();
  }

  private static PhraseQuery phrase(String field, String text) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    Token.of(text, field, ANALYSIS).forEach(word -> phrase.add(new Term(field, word.term())));
    return phrase.build();
  }
}
