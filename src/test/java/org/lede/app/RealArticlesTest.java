package org.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Country;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import picocli.CommandLine;

/**
 * Indexes real news with the command line and compares what it finds with the labels in the files.
 *
 * <p>Needs {@code -Dlede.corpora=DIR}, a folder with Reuters-21578 and the AllSides articles as
 * JSON Lines; skipped without.
 */
class RealArticlesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Facet> LABELLED =
      List.of(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC);

  @TempDir Path folder;

  private Path corpora = Path.of("");

  @BeforeEach
  void findCorpora() {
    String corpora = System.getProperty("lede.corpora", "");
    assumeTrue(
        !corpora.isEmpty() && Files.exists(Path.of(corpora, "reuters-21578.jsonl.gz")),
        "needs -Dlede.corpora, the folder of real articles");
    this.corpora = Path.of(corpora);
  }

  @Test
  void takesEveryReutersArticleThatHasText() throws IOException {
    List<JsonNode> articles = read("reuters-21578.jsonl.gz");
    JsonNode report = index("reuters-21578.jsonl.gz");

    Set<String> withoutText =
        articles.stream()
            .filter(RealArticlesTest::hasNoText)
            .map(article -> article.get("id").asText())
            .collect(Collectors.toSet());
    assertThat(articles).hasSize(21_578);
    assertThat(report.get("added").asInt()).isEqualTo(articles.size() - withoutText.size());
    assertThat(ids(report.get("rejects"))).isEqualTo(withoutText);
    assertThat(report.get("notices")).isEmpty();
  }

  @Test
  void takesEveryAllSidesArticleAndNotesDatesItCannotRead() throws IOException {
    List<JsonNode> articles = read("allsides-dev.jsonl.gz");
    JsonNode report = index("allsides-dev.jsonl.gz");

    assertThat(articles).hasSize(14_965);
    assertThat(articles).noneMatch(RealArticlesTest::hasNoText);
    assertThat(report.get("added").asInt()).isEqualTo(articles.size());
    assertThat(report.get("rejects")).isEmpty();
    assertThat(report.get("notices")).isEmpty();
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      for (JsonNode article : articles) {
        String body = index.article(article.get("id").asText()).orElseThrow().body();
        assertThat(body).isEqualTo(article.get("body").asText());
      }
    }
  }

  @Test
  void countsEveryLabelAsTheFileHasIt() throws IOException {
    Labels labels = new Labels(read("reuters-21578.jsonl.gz"));
    index("reuters-21578.jsonl.gz");

    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      SearchResult everything =
          index.search(
              Search.of(Query.everything())
                  .facets(LABELLED.toArray(Facet[]::new))
                  .facetSize(1_000)
                  .limit(0));
      for (Facet facet : LABELLED) {
        Map<String, Long> expected = labels.counts(facet, article -> true);
        assertThat(counted(everything.facet(facet))).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(30);
        expected.forEach((value, count) ->
            assertThat(
                    index
                        .search(
                            Search.of(Query.everything()).selected(facet, value).withExactTotal())
                        .total()
                        .count())
                .as("%s=%s", facet, value)
                .isEqualTo(count));
      }
    }
  }

  @Test
  void countsSidewaysAsTheLabelsSay() throws IOException {
    Labels labels = new Labels(read("reuters-21578.jsonl.gz"));
    index("reuters-21578.jsonl.gz");
    long seed = System.nanoTime();
    Random random = new Random(seed);

    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      for (int i = 0; i < 200; i++) {
        Map<Facet, Set<String>> selections = labels.selections(random);
        Search search =
            Search.of(Query.everything())
                .facets(LABELLED.toArray(Facet[]::new))
                .facetSize(1_000)
                .limit(0);
        for (Map.Entry<Facet, Set<String>> selection : selections.entrySet()) {
          search = search.selected(selection.getKey(), selection.getValue().toArray(String[]::new));
        }
        SearchResult result = index.search(search);
        for (Facet facet : LABELLED) {
          assertThat(positive(result.facet(facet)))
              .as("seed %d, %s of %s", seed, facet, selections)
              .isEqualTo(
                  labels.counts(facet, article -> labels.isSelected(article, selections, facet)));
        }
      }
    }
  }

  @Test
  void findsATopicOnTheCommandLine() throws IOException {
    index("reuters-21578.jsonl.gz");
    long crude =
        read("reuters-21578.jsonl.gz").stream()
            .filter(
                article -> !hasNoText(article) && texts(article.get("topics")).contains("crude"))
            .count();

    JsonNode found = run("search", "--in", folder.toString(), "--json", "--select", "topic=crude");

    assertThat(found.at("/total/exact").asLong()).isEqualTo(crude).isPositive();
  }

  /** What the labels of a file say. */
  private static final class Labels {
    private final List<Map<Facet, Set<String>>> articles = new ArrayList<>();

    private Labels(List<JsonNode> file) {
      for (JsonNode article : file) {
        if (!hasNoText(article)) {
          Set<String> countries = new TreeSet<>();
          texts(article.get("countries"))
              .forEach(slug -> countries.add(Country.find(slug).orElseThrow().code()));
          articles.add(
              Map.of(
                  Facet.COUNTRY, countries,
                  Facet.ORGANISATION, texts(article.get("organisations")),
                  Facet.TOPIC, texts(article.get("topics"))));
        }
      }
    }

    private Map<String, Long> counts(Facet facet, Predicate<Map<Facet, Set<String>>> admitted) {
      Map<String, Long> counts = new TreeMap<>();
      articles.stream()
          .filter(admitted)
          .forEach(article ->
              article
                  .getOrDefault(facet, Set.of())
                  .forEach(value -> counts.merge(value, 1L, Long::sum)));
      return counts;
    }

    private boolean isSelected(
        Map<Facet, Set<String>> article, Map<Facet, Set<String>> selections, Facet sideways) {
      return selections.entrySet().stream()
          .filter(selection -> !selection.getKey().equals(sideways))
          .allMatch(selection ->
              selection.getValue().stream()
                  .anyMatch(article.getOrDefault(selection.getKey(), Set.of())::contains));
    }

    /**
     * Returns one to three values each of one or two facets, taken from articles so that they are
     * often found together.
     */
    private Map<Facet, Set<String>> selections(Random random) {
      Map<Facet, Set<String>> selections = new HashMap<>();
      int facets = 1 + random.nextInt(2);
      while (selections.size() < facets) {
        Facet facet = LABELLED.get(random.nextInt(LABELLED.size()));
        Set<String> values = new HashSet<>();
        int size = 1 + random.nextInt(3);
        while (values.size() < size) {
          articles.get(random.nextInt(articles.size())).getOrDefault(facet, Set.of()).stream()
              .findFirst()
              .ifPresent(values::add);
        }
        selections.put(facet, values);
      }
      return selections;
    }
  }

  private static Map<String, Long> counted(FacetCounts counts) {
    return counts.values().stream().collect(Collectors.toMap(Value::value, Value::count));
  }

  private static Map<String, Long> positive(FacetCounts counts) {
    return counts.values().stream()
        .filter(value -> value.count() > 0)
        .collect(Collectors.toMap(Value::value, Value::count));
  }

  private static boolean hasNoText(JsonNode article) {
    return article.get("title").asText().isBlank() && article.get("body").asText().isBlank();
  }

  private static Set<String> texts(JsonNode values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static Set<String> ids(JsonNode rejects) {
    Set<String> ids = new TreeSet<>();
    rejects.forEach(reject -> ids.add(reject.get("id").asText()));
    return ids;
  }

  private List<JsonNode> read(String file) throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpora.resolve(file))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(JSON.readTree(line));
      }
    }
    return articles;
  }

  private JsonNode index(String file) throws IOException {
    return run("index", "--into", folder.toString(), "--json", corpora.resolve(file).toString());
  }

  private static JsonNode run(String... args) throws IOException {
    StringWriter out = new StringWriter();
    CommandLine command = Lede.commandLine().setOut(new java.io.PrintWriter(out));
    command.execute(args);
    return JSON.readTree(out.toString());
  }
}
