package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.ORGANISATION;
import static org.lede.Facet.TOPIC;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.Article;
import org.lede.Country;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Search;
import org.lede.search.Total;

/**
 * Takes real articles in with the {@code lede} command, and compares what is found with what their
 * files say.
 */
@EnabledIf(
    value = "org.lede.index.RealArticles#areHere",
    disabledReason = "real articles are needed; give their folder with -Dlede.corpora=DIR")
@TestInstance(Lifecycle.PER_CLASS)
class RealArticlesTest {
  private static final int SELECTIONS = 200;
  private static final int TAKEN = 0;
  private static final int SOME_REJECTED = 3;

  private RealArticles reuters;
  private Taken taken;
  private ArticleIndex index;

  /** What {@code lede index} told. */
  private record Taken(int exitCode, JsonNode report) {}

  @BeforeAll
  void takeReuters(@TempDir Path folder) throws IOException, InterruptedException {
    reuters = RealArticles.read("reuters-21578.jsonl.gz");
    taken = take(reuters, folder);
    index = ArticleIndex.openReadOnly(folder);
  }

  @AfterAll
  void close() {
    index.close();
  }

  @Test
  void takesEveryArticleOfReutersButTheOneThatHasNoText() {
    assertThat(reuters.withText()).hasSize(21_577);
    assertThat(reuters.withoutText()).hasSize(1);
    assertTaken(taken, reuters);
    assertHolds(index, reuters);
  }

  @Test
  void takesEveryArticleOfAllSides(@TempDir Path folder) throws IOException, InterruptedException {
    RealArticles allSides = RealArticles.read("allsides-dev.jsonl.gz");
    Taken report = take(allSides, folder);

    assertThat(allSides.withText()).hasSize(14_965);
    assertTaken(report, allSides);
    try (ArticleIndex articles = ArticleIndex.openReadOnly(folder)) {
      assertHolds(articles, allSides);
    }
  }

  /** Or else there would be nothing to compare with. */
  @Test
  void readsEveryLabel() {
    assertThat(labels(TOPIC)).hasSize(120);
    assertThat(labels(ORGANISATION)).hasSize(32);
    assertThat(labels(COUNTRY)).hasSizeBetween(140, 147); // some of the 147 are the same country
  }

  @Test
  void knowsTheCountriesOfReuters() throws IOException {
    for (String line : lines("reuters_places_iso.tsv")) {
      String[] place = line.split("\t", -1);
      boolean historic = place[2].equals("1");
      assertThat(Country.find(place[0]).map(Country::code))
          .as(line)
          .matches(code -> historic ? code.isPresent() : code.orElse("").equals(place[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("labelledFacets")
  void findsAsManyArticlesOfEachValueAsAreLabelled(Facet facet) {
    labels(facet)
        .forEach((value, count) ->
            assertThat(index.search(selected(facet, value)).total())
                .as("%s:%s", facet, value)
                .isEqualTo(new Total.Exact(count)));
  }

  @ParameterizedTest
  @MethodSource("labelledFacets")
  void countsAsManyArticlesOfEachValueAsAreLabelled(Facet facet) {
    Search everything = Search.of(Query.everything()).facets(facet).facetSize(1_000);
    FacetCounts counts = index.search(everything).facet(facet);

    assertThat(counts.values().stream().collect(Collectors.toMap(Value::value, Value::count)))
        .isEqualTo(labels(facet));
    assertThat(counts.distinct()).isEqualTo(labels(facet).size());
  }

  /** A failure shows the search, so that it can be repeated without a seed. */
  @Test
  void answersRandomSelectionsAsTheLabelsSay() {
    NaiveIndex naive = new NaiveIndex();
    reuters.withText().forEach(naive::add);
    Agreement agreement = new Agreement(index, naive, true);
    Random random = new Random();

    IntStream.range(0, SELECTIONS)
        .mapToObj(number -> randomSearch(random, number % 2 == 0))
        .forEach(agreement::check);
  }

  static Stream<Facet> labelledFacets() {
    return Stream.of(COUNTRY, ORGANISATION, TOPIC);
  }

  private static Taken take(RealArticles articles, Path into)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lede.app.Lede",
                "index",
                "--into",
                into.toString(),
                "--json",
                articles.file().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String report = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Taken(process.waitFor(), new JsonMapper().readTree(report));
  }

  private static void assertTaken(Taken taken, RealArticles articles) {
    boolean all = articles.withoutText().isEmpty();
    assertThat(taken.exitCode()).isEqualTo(all ? TAKEN : SOME_REJECTED);
    assertThat(taken.report().path("added").asInt()).isEqualTo(articles.withText().size());
    assertThat(taken.report().path("replaced").asInt()).isZero();
    assertThat(taken.report().path("rejected").asInt()).isEqualTo(articles.withoutText().size());
    assertThat(taken.report().path("notices")).isEmpty();
    assertThat(rejected(taken)).isEqualTo(articles.withoutText());
    assertThat(taken.report().path("rejects"))
        .allMatch(reject -> reject.path("reason").asText().contains("no text"));
  }

  private static List<RealArticles.Line> rejected(Taken taken) {
    List<RealArticles.Line> lines = new ArrayList<>();
    taken
        .report()
        .path("rejects")
        .forEach(reject ->
            lines.add(
                new RealArticles.Line(reject.path("line").asInt(), reject.path("id").asText())));
    return lines;
  }

  private static void assertHolds(ArticleIndex index, RealArticles articles) {
    assertThat(index.size()).isEqualTo(articles.withText().size());
    for (Article article : articles.withText()) {
      assertThat(index.article(article.id())).contains(article);
    }
  }

  private Map<String, Long> labels(Facet facet) {
    return reuters.values(facet).stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static Search selected(Facet facet, String value) {
    return Search.of(Query.everything()).selected(facet, value).limit(0).withExactTotal();
  }

  private Search randomSearch(Random random, boolean forText) {
    Search search = Search.of(forText ? randomText(random) : Query.everything());
    for (int facets = 1 + random.nextInt(2); facets > 0; facets--) {
      Facet facet = oneOf(labelledFacets().toList(), random);
      for (int values = 1 + random.nextInt(3); values > 0; values--) {
        search = search.selected(facet, oneOf(reuters.values(facet), random));
      }
    }
    return search.facets(COUNTRY, ORGANISATION, TOPIC).facetSize(1_000);
  }

  /** Returns a query for a word, or for two that stand next to each other in some article. */
  private Query randomText(Random random) {
    String[] words = oneOf(reuters.withText(), random).body().strip().split("\\s+", -1);
    int at = random.nextInt(words.length);
    if (at + 1 == words.length) {
      return Query.words("oil");
    }
    return random.nextBoolean()
        ? Query.words(words[at])
        : Query.phrase(words[at] + " " + words[at + 1]);
  }

  private static <T> T oneOf(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<String> lines(String name) throws IOException {
    List<String> lines = Files.readAllLines(RealArticles.folder().resolve(name));
    return lines.subList(1, lines.size());
  }
}
