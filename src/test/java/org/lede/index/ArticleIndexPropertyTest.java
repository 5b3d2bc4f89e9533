package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetRequest;
import org.lede.search.FacetRequest.Counted;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Compares the index with {@link NaiveIndex} on random articles, searches and scripts.
 *
 * <p>Each property prints its seed when it is done; {@code @Property(seed = "...")} repeats a run.
 * {@code -Djqwik.tries.default=N} tries more than the usual thousand.
 */
class ArticleIndexPropertyTest {
  /** Enough for Lucene to skip what cannot be among the best, and for thousands of equal scores. */
  private static final int MANY = 5_000;

  private static final ArticleIndex LARGE =
      ArticleIndex.inMemory(
          IndexSettings.defaults()
              .withThreads(3)
              .withClock(() -> NaiveRanking.NOW)
              .withFrequentWords(4),
          100);
  private static final String REORDERED = "optimizing has reordered articles";

  private static final NaiveIndex NAIVE = new NaiveIndex();

  @BeforeContainer
  static void fillTheLargeIndex() {
    Collection<Article> articles = manyArticles();
    articles.forEach(NAIVE::add);
    LARGE.addAll(articles.stream().limit(MANY / 2));
    LARGE.optimize(); // so that articles written twice to learn frequent words count once
    LARGE.addAll(articles.stream().skip(MANY / 2));
  }

  @AfterContainer
  static void closeTheLargeIndex() {
    LARGE.close();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void answersAsTheNaiveIndexDoes(@ForAll("scripts") Script script) throws IOException {
    int facetMegabytes = script.steps().size() % 2; // counted from memory, and from the files
    boolean parallel = script.steps().size() % 3 == 0;
    try (ScriptRun run =
        new ScriptRun(script.onDisk(), parallel, script.learns(), facetMegabytes)) {
      run.run(script.steps());
      Statistics.label(REORDERED).collect(run.reordered());
    }
    Statistics.label(REORDERED)
        .coverage(coverage -> coverage.check(true).count(tries -> tries > 0));
  }

  /** Fewer tries than usual: the naive index looks at all the words of 5,000 articles each time. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void answersAsTheNaiveIndexDoesWhereLuceneSkips(@ForAll("searches") Search search) {
    new Agreement(LARGE, NAIVE, true).check(search);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void countsForAValueWhatIsFoundWhenItIsTheOnlyOneAdded(@ForAll("searches") Search search) {
    SearchResult result = LARGE.search(search);

    for (FacetCounts counts : result.facets()) {
      for (FacetCounts.Value value : counts.values()) {
        Search only = withOnly(search, counts.request(), value.value());
        assertThat(LARGE.search(only).total())
            .as("%s:%s in %s", counts.facet(), value.value(), search)
            .isEqualTo(new Total.Exact(value.count()));
      }
    }
  }

  @Provide
  Arbitrary<Script> scripts() {
    return Script.scripts();
  }

  @Provide
  Arbitrary<Search> searches() {
    return RandomSearches.searches();
  }

  /** Returns always the same articles, each with another id. */
  private static Collection<Article> manyArticles() {
    Arbitrary<String> ids = Arbitraries.integers().between(0, 999_999).map(String::valueOf);
    RandomGenerator<Article> articles = RandomArticles.articles(ids).generator(1_000);
    Random random = new Random(20_230_801);
    Map<String, Article> byId = new LinkedHashMap<>();
    while (byId.size() < MANY) {
      Article article = articles.next(random).value();
      byId.put(article.id(), article);
    }
    return byId.values();
  }

  private static Search withOnly(Search search, FacetRequest request, String value) {
    Facet facet = request.facet();
    Search only = Search.of(search.query()).filtered(search.filter()).limit(0).withExactTotal();
    for (var selection : search.selections().entrySet()) {
      if (!selection.getKey().equals(facet)) {
        only = only.selected(selection.getKey(), selection.getValue().toArray(String[]::new));
      }
    }
    return request.counted() == Counted.ABOUT
        ? only.selected(facet, value)
        : only.filtered(Query.mentions(facet, value));
  }
}
