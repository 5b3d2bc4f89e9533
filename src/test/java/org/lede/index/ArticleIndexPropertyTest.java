package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Receipt;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Whatever is done to an index and asked of it, it answers as {@link NaiveIndex} does: the same ids
 * in the same order, scores, totals and counts.
 */
class ArticleIndexPropertyTest {
  private static final double THRESHOLD = 0.5;

  /**
   * Settings under which nothing is refreshed but on request, so that receipts are put to the test.
   */
  private static final IndexSettings SETTINGS =
      IndexSettings.defaults().withRefreshInterval(Duration.ofHours(1)).withThreads(2);

  private static final Facet DESK = Facet.named("desk");
  private static final Facet REGION = Facet.hierarchical("region");
  private static final List<Facet> FACETS =
      List.of(
          Facet.COUNTRY,
          Facet.ORGANISATION,
          Facet.TOPIC,
          Facet.SOURCE,
          Facet.LANGUAGE,
          DESK,
          REGION);

  /** Something that is done to an index, or asked of it. */
  sealed interface Step {
    record Add(Article article) implements Step {}

    record AddAll(List<Article> articles) implements Step {}

    record Remove(String id) implements Step {}

    record RemoveAll(Query query) implements Step {}

    record Commit() implements Step {}

    record Refresh() implements Step {}

    record Optimize() implements Step {}

    record Reopen() implements Step {}

    record Ask(Search search) implements Step {}
  }

  @Property(tries = 2_500, edgeCases = EdgeCasesMode.NONE)
  void answersInMemoryAsTheNaiveIndexDoes(@ForAll("scripts") List<Step> script) {
    NaiveIndex naive = new NaiveIndex(THRESHOLD);
    try (ArticleIndex index = ArticleIndex.inMemory(SETTINGS)) {
      Run run = new Run(index, naive);
      script.stream().filter(step -> !(step instanceof Step.Reopen)).forEach(run::take);
      run.compareAll();
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void answersOnDiskAsTheNaiveIndexDoes(@ForAll("scripts") List<Step> script) throws IOException {
    NaiveIndex naive = new NaiveIndex(THRESHOLD);
    Path folder = Files.createTempDirectory("lede-property");
    ArticleIndex index = ArticleIndex.open(folder, SETTINGS);
    try {
      Run run = new Run(index, naive);
      for (Step step : script) {
        if (step instanceof Step.Reopen) {
          index.close();
          index = ArticleIndex.open(folder, SETTINGS);
          run = new Run(index, naive);
        } else {
          run.take(step);
        }
      }
      run.compareAll();
    } finally {
      index.close();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aCountIsTheNumberOfHitsWhenItsValueIsAdded(
      @ForAll("batches") List<Article> articles, @ForAll("searches") Search search) {
    try (ArticleIndex index = ArticleIndex.inMemory(SETTINGS)) {
      index.addAll(articles);
      for (FacetCounts counts : index.search(search.facetSize(1_000)).facets()) {
        for (Value value : counts.values()) {
          Search alone = onlySelected(search, counts.facet(), value.value());
          assertThat(index.search(alone).total())
              .as("%s", value)
              .isEqualTo(new Total.Exact(value.count()));
        }
      }
    }
  }

  /** Returns a search in which a value is the only one selected in its facet. */
  private static Search onlySelected(Search search, Facet facet, String value) {
    Search alone =
        Search.of(search.query()).filtered(search.filter()).withExactTotal().selected(facet, value);
    for (var selection : search.selections().entrySet()) {
      if (!selection.getKey().equals(facet)) {
        alone = alone.selected(selection.getKey(), selection.getValue().toArray(String[]::new));
      }
    }
    return alone;
  }

  /** One script, taken by both. */
  private static final class Run {
    private final ArticleIndex index;
    private final NaiveIndex naive;
    private Receipt latest = new Receipt("none", 0);

    /**
     * Whether the statistics of the engine still count what was deleted, so that scores may differ
     * from naive ones.
     */
    private boolean holdsDeleted;

    private Run(ArticleIndex index, NaiveIndex naive) {
      this.index = index;
      this.naive = naive;
      holdsDeleted = true; // how a reopened index was left, nobody knows
      if (naive.size() == 0) {
        holdsDeleted = false;
      }
    }

    void take(Step step) {
      switch (step) {
        case Step.Add(Article article) -> {
          holdsDeleted |= naive.add(article);
          latest = index.add(article);
        }
        case Step.AddAll(List<Article> articles) -> addAll(articles);
        case Step.Remove(String id) -> {
          holdsDeleted |= naive.article(id).isPresent();
          naive.remove(id);
          latest = index.remove(id);
        }
        case Step.RemoveAll(Query query) -> {
          holdsDeleted = true;
          naive.removeAll(query);
          latest = index.removeAll(query);
        }
        case Step.Commit() -> index.commit();
        case Step.Refresh() -> {
          index.refresh();
          compareArticles();
        }
        case Step.Optimize() -> {
          index.optimize();
          holdsDeleted = false;
        }
        case Step.Reopen() ->
            throw new IllegalStateException("only an index on disk can be reopened");
        case Step.Ask(Search search) -> compare(search);
      }
    }

    private void addAll(List<Article> articles) {
      long replaced = articles.stream().filter(naive::add).count();
      holdsDeleted |= replaced > 0;

      BulkReport report = index.addAll(articles);

      assertThat(report.replaced()).isEqualTo(replaced);
      assertThat(report.added()).isEqualTo(articles.size() - replaced);
      assertThat(report.rejects()).isEmpty();
      latest = report.receipt();
    }

    private void compareArticles() {
      assertThat(index.size()).isEqualTo(naive.size());
      for (String id : IDS) {
        assertThat(index.article(id)).isEqualTo(naive.article(id));
      }
    }

    void compareAll() {
      index.refresh();
      compareArticles();
      compare(Search.of(Query.everything()).facets(FACETS.toArray(Facet[]::new)).limit(100));
    }

    private void compare(Search search) {
      Search seeing = latest.index().equals("none") ? refreshed(search) : search.seeing(latest);
      SearchResult expected = naive.search(search.limit(Search.MAX_LIMIT));

      SearchResult found = index.search(seeing);

      assertThat(found.facets()).isEqualTo(expected.facets());
      compareTotals(search, found, expected);
      compareHits(search, found.hits(), expected.hits());
    }

    private Search refreshed(Search search) {
      index.refresh();
      return search;
    }

    private static void compareTotals(Search search, SearchResult found, SearchResult expected) {
      if (search.exactTotal() || !search.facets().isEmpty()) {
        assertThat(found.total()).isEqualTo(expected.total());
      } else {
        assertThat(found.total().count()).isLessThanOrEqualTo(expected.total().count());
      }
    }

    private void compareHits(Search search, List<Hit> found, List<Hit> expected) {
      int size = Math.min(search.limit(), expected.size());
      assertThat(found).hasSize(size);
      boolean scoresCompare =
          expected.stream().noneMatch(hit -> Float.isNaN(hit.score())) && !holdsDeleted;
      if (search.order() != Order.RELEVANCE) {
        assertThat(ids(found)).isEqualTo(ids(expected.subList(0, size)));
      } else if (scoresCompare) {
        compareScores(found, expected);
      }
      if (size == expected.size()) {
        assertThat(ids(found)).containsExactlyInAnyOrderElementsOf(ids(expected));
      }
      assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(hit -> -hit.score()));
      compareWhole(search, found);
    }

    /** Checks the scores, and the order as far as float arithmetic leaves no doubt about it. */
    private static void compareScores(List<Hit> found, List<Hit> expected) {
      for (int i = 0; i < found.size(); i++) {
        Hit hit = found.get(i);
        float naive =
            expected.stream()
                .filter(other -> other.id().equals(hit.id()))
                .findFirst()
                .orElseThrow()
                .score();
        assertThat(hit.score()).as(hit.id()).isCloseTo(naive, within(1e-4f * (1 + naive)));
        assertThat(naive)
            .as("place %d", i)
            .isCloseTo(expected.get(i).score(), within(1e-4f * (1 + naive)));
        if (i > 0 && found.get(i - 1).score() == hit.score()) {
          assertThat(NaiveIndex.compareCodePoints(found.get(i - 1).id(), hit.id())).isNegative();
        }
      }
    }

    private void compareWhole(Search search, List<Hit> found) {
      if (!search.idsOnly()) {
        found.forEach(hit -> assertThat(naive.article(hit.id())).contains(hit.article()));
      }
    }
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  // random articles, queries, searches and scripts, of few words and values, so that they meet

  private static final List<String> IDS =
      Stream.of(
              "a",
              "b",
              "c",
              "d",
              "e",
              "f",
              "g",
              "h",
              "é",
              "\uFFFD",
              "\uD83D\uDE00",
              "long id with / and :")
          .toList();

  private static final String[] WORDS = {
    "internet",
    "blackout",
    "blackouts",
    "regulator",
    "regulators",
    "the",
    "of",
    "Iran",
    "iran's",
    "spectrum",
    "wi-fi",
    "2024",
    "Türkiye",
    "регулятор",
    "регуляторы",
    "связь",
    "اینترنت",
    "خبر",
    "news",
    "new"
  };

  @Provide
  Arbitrary<List<Step>> scripts() {
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(6, articles().map(Step.Add::new)),
            Tuple.of(5, batches().map(Step.AddAll::new)),
            Tuple.of(2, Arbitraries.of(IDS).map(Step.Remove::new)),
            Tuple.of(1, queries(2).map(Step.RemoveAll::new)),
            Tuple.of(1, Arbitraries.create(Step.Commit::new)),
            Tuple.of(2, Arbitraries.create(Step.Refresh::new)),
            Tuple.of(1, Arbitraries.create(Step.Optimize::new)),
            Tuple.of(1, Arbitraries.create(Step.Reopen::new)),
            Tuple.of(12, searches().map(Step.Ask::new)))
        .list()
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<Article>> batches() {
    return articles().list().ofMaxSize(8);
  }

  private static Arbitrary<Article> articles() {
    Arbitrary<Article.Builder> texts =
        Combinators.combine(
                Arbitraries.of(IDS),
                text(6),
                text(6),
                bodies(),
                Arbitraries.of("", "en", "en-GB", "ru", "fa", "xx"))
            .as((id, headline, lead, body, language) ->
                Article.builder(id).headline(headline).lead(lead).body(body).language(language));
    Arbitrary<Long> millis = Arbitraries.longs().between(-3, 3).map(i -> i * 1_000_000_007L);
    return Combinators.combine(
            texts,
            Arbitraries.of("", "The Wire", "Daily"),
            millis.optional(0.8),
            tags().list().ofMaxSize(6))
        .as((article, source, published, tags) -> {
          Article.Builder copy = article.build().toBuilder().source(source).tags(tags);
          published.ifPresent(time -> copy.published(Instant.ofEpochMilli(time)));
          return copy.build();
        });
  }

  private static Arbitrary<String> text(int most) {
    return Arbitraries.of(WORDS).list().ofMaxSize(most).map(words -> String.join(" ", words));
  }

  private static Arbitrary<String> bodies() {
    return text(10).list().ofMaxSize(3).map(paragraphs -> String.join("\r\n \n", paragraphs));
  }

  private static Arbitrary<Tag> tags() {
    Arbitrary<Double> salience = Arbitraries.of(0.0, 0.3, 0.499, 0.5, 0.501, 1.0);
    Arbitrary<Facet> facets =
        Arbitraries.of(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC, DESK, REGION);
    return facets.flatMap(facet ->
        Combinators.combine(values(facet), salience).as((value, s) -> new Tag(facet, value, s)));
  }

  private static Arbitrary<String> values(Facet facet) {
    return switch (facet.name()) {
      case "country" -> Arbitraries.of("IR", "RU", "TR", "SUHH");
      case "organisation" -> Arbitraries.of("Ofcom", "ITU", "A/B", "é", "\uD83D\uDE00", "\uFFFD");
      case "source" -> Arbitraries.of("The Wire", "Daily", "Other");
      case "language" -> Arbitraries.of("en", "ru", "fa", "fr");
      case "desk" -> Arbitraries.of("Night", "Day");
      default -> Arbitraries.of("a", "a/b", "a/b/c", "a/bc", "d", "d/b");
    };
  }

  private static Arbitrary<Query> queries(int depth) {
    Arbitrary<String> word = Arbitraries.of(WORDS);
    Arbitrary<String> words =
        word.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join(" ", list));
    Arbitrary<Query> leaves =
        Arbitraries.<Query>frequencyOf(
            Tuple.of(4, words.map(Query::words)),
            Tuple.of(3, words.map(Query::anyWord)),
            Tuple.of(4, words.map(Query::phrase)),
            Tuple.of(2, loosePhrases()),
            Tuple.of(1, Arbitraries.of("?!", "\uD83D\uDE00").map(Query::words)),
            Tuple.of(2, prefixes()),
            Tuple.of(2, fuzzy()),
            Tuple.of(3, facetValues()),
            Tuple.of(1, spans()),
            Tuple.of(1, Arbitraries.create(Query::everything)));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Query> parts = queries(depth - 1);
    Arbitrary<List<Query>> lists = parts.list().ofMaxSize(3);
    return Arbitraries.<Query>frequencyOf(
        Tuple.of(4, leaves),
        Tuple.of(2, lists.map(Query.AllOf::new)),
        Tuple.of(2, lists.map(Query.AnyOf::new)),
        Tuple.of(1, parts.map(Query::not)));
  }

  /**
   * Words of a loose phrase differ, because Lucene only approximates where one stands in it twice.
   */
  private static Arbitrary<Query> loosePhrases() {
    Arbitrary<String> words =
        Arbitraries.of("internet", "blackout", "regulator", "the", "iran", "связь", "news")
            .set()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(set -> String.join(" ", set));
    return Combinators.combine(words, Arbitraries.of(1, 2, 3, 5, 50)).as(Query::phrase);
  }

  private static Arbitrary<Query> prefixes() {
    return Arbitraries.of(
            "i", "inter", "Blackouts", "regul", "регул", "x", "wi", "2", "tÜrk", "\uD83D")
        .map(Query::prefix);
  }

  private static Arbitrary<Query> fuzzy() {
    Arbitrary<String> words =
        Arbitraries.of(
            "internte", "blckout", "regulatrs", "iran", "ne", "связ", "xyzzy", "Turkiye");
    return Combinators.combine(words, Arbitraries.of(1, 2)).as(Query::fuzzy);
  }

  private static Arbitrary<Query> facetValues() {
    return Arbitraries.of(FACETS)
        .flatMap(facet ->
            Combinators.combine(values(facet), Arbitraries.of(true, false))
                .as((value, about) ->
                    about ? Query.about(facet, value) : Query.mentions(facet, value)));
  }

  private static Arbitrary<Query> spans() {
    Arbitrary<Instant> instants =
        Arbitraries.of(-2_000_000_014L, -1L, 0L, 1L, 1_000_000_007L).map(Instant::ofEpochMilli);
    Arbitrary<Instant> from =
        Arbitraries.oneOf(
            instants, instants.map(time -> time.plusNanos(1)), Arbitraries.just(Instant.MIN));
    Arbitrary<Instant> to =
        Arbitraries.oneOf(
            instants, instants.map(time -> time.plusNanos(1)), Arbitraries.just(Instant.MAX));
    return Combinators.combine(from, to).as(Query.Published::new);
  }

  @Provide
  Arbitrary<Search> searches() {
    Arbitrary<List<Query>> selections =
        Arbitraries.of(FACETS)
            .flatMap(facet -> values(facet).<Query>map(value -> Query.about(facet, value)))
            .list()
            .ofMaxSize(4);
    Arbitrary<SequencedSet<Facet>> counted =
        Arbitraries.of(FACETS).list().ofMaxSize(4).map(LinkedHashSet::new);
    return Combinators.combine(
            queries(3),
            queries(1).optional(0.3),
            selections,
            counted,
            Arbitraries.of(Order.values()),
            Arbitraries.of(0, 1, 3, 10, 100),
            Arbitraries.of(0, 1, 2, 100),
            Arbitraries.of(true, false))
        .as((query, filter, selected, facets, order, limit, facetSize, flag) -> {
          Search search = Search.of(query).order(order).limit(limit).facetSize(facetSize);
          search = search.facets(new ArrayList<>(facets).toArray(Facet[]::new));
          for (Query selection : selected) {
            Query.About about = (Query.About) selection;
            search = search.selected(about.facet(), about.value());
          }
          search = filter.isPresent() ? search.filtered(filter.get()) : search;
          search = flag ? search.withExactTotal() : search;
          return limit == 3 ? search.withIdsOnly() : search;
        });
  }
}
