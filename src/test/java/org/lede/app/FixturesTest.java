package org.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.ingest.JsonLines;
import org.lede.query.Parsed;
import org.lede.query.Query;
import org.lede.query.Query.Published;
import org.lede.search.Hit;
import org.lede.search.Interval;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;
import org.lede.search.Timeline;

/**
 * The articles in {@code index-fixtures} are as its README says, and its golden questions have the
 * answers written beside them.
 */
class FixturesTest {
  private static final Path FIXTURES = Path.of("index-fixtures");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ArticleIndex INDEX = ArticleIndex.inMemory();
  private static final List<Article> ARTICLES = new ArrayList<>();

  @BeforeAll
  static void indexArticles() throws IOException {
    try (JsonLines lines = JsonLines.open(FIXTURES.resolve("articles.jsonl"))) {
      lines.forEach(ARTICLES::add);
      assertThat(lines.rejects()).isEmpty();
      assertThat(lines.notices()).isEmpty();
    }
    INDEX.addAll(ARTICLES);
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  @Test
  void thereAreEnoughArticlesAndQuestions() throws IOException {
    assertThat(ARTICLES).hasSizeGreaterThanOrEqualTo(120);
    assertThat(INDEX.size()).isEqualTo(ARTICLES.size());
    assertThat(questions()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(questions()).filteredOn(question -> question.has("notices")).hasSizeGreaterThan(30);
    for (String field : List.of("timeline", "marked")) {
      assertThat(questions()).filteredOn(question -> question.has(field)).hasSizeGreaterThan(14);
    }
    assertThat(questions())
        .extracting(question -> question.get("question").asText())
        .doesNotHaveDuplicates();
  }

  static List<Article> articles() {
    return ARTICLES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("articles")
  void anArticleIsWhole(Article article) {
    String text = String.join(" ", article.headline(), article.lead(), article.body());

    assertThat(text.strip().split("\\s+")).hasSizeBetween(60, 400);
    assertThat(article.headline()).isNotBlank();
    assertThat(article.lead()).isNotBlank();
    assertThat(article.source()).isEqualTo("fixture");
    assertThat(article.language()).isIn("en", "ru", "fa", "ar", "fr", "es", "de");
    assertThat(article.published().orElseThrow().toString()).matches("202[1-5]-.*");
    assertThat(article.tags())
        .extracting(tag -> tag.facet())
        .contains(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC);
  }

  @Test
  void languagesAndPassingMentionsAreThere() {
    Set<String> languages = new TreeSet<>();
    ARTICLES.forEach(article -> languages.add(article.language()));

    assertThat(languages).hasSize(7);
    assertThat(ARTICLES)
        .filteredOn(article ->
            article.tags().stream()
                .anyMatch(tag -> tag.facet().equals(Facet.COUNTRY) && tag.salience() < 0.5))
        .hasSizeGreaterThan(30);
  }

  static List<JsonNode> questions() throws IOException {
    try (Stream<String> lines = Files.lines(FIXTURES.resolve("queries.jsonl"))) {
      return lines.filter(line -> !line.isBlank()).map(FixturesTest::json).toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void aGoldenQuestionHasItsAnswer(JsonNode question) {
    SearchResult result = INDEX.search(search(question));

    if (question.has("ids")) {
      List<String> ids = texts(question.get("ids"));
      if (question.path("ordered").asBoolean()) {
        assertThat(result.ids()).containsExactlyElementsOf(ids);
      } else {
        assertThat(result.ids()).containsExactlyInAnyOrderElementsOf(ids);
      }
    }
    if (question.has("total")) {
      assertThat(result.total().count()).isEqualTo(question.get("total").asLong());
    }
    for (var facet : question.path("counts").properties()) {
      for (var value : facet.getValue().properties()) {
        assertThat(result.facet(Facet.named(facet.getKey())).count(value.getKey()))
            .as("%s=%s", facet.getKey(), value.getKey())
            .isEqualTo(value.getValue().asLong());
      }
    }
    if (question.has("timeline")) {
      checkTimeline(result.timeline(), question.get("timeline"));
    }
    for (var texts : question.path("marked").properties()) {
      assertThat(marked(result, texts.getKey()))
          .as(texts.getKey())
          .containsAll(texts(texts.getValue()));
    }
  }

  /** Checks that all articles are counted where the question says, and nowhere else. */
  private static void checkTimeline(Timeline timeline, JsonNode expected) {
    assertThat(timeline.interval()).isEqualTo(interval(expected));
    assertThat(timeline.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(timeline.undated()).isZero();
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Timeline.Point point : timeline.points()) {
      String name = name(timeline.interval(), point.from());
      if (point.count() > 0 || expected.get("points").has(name)) {
        counts.put(name, point.count());
      }
    }
    SortedMap<String, Long> points = new TreeMap<>();
    for (var point : expected.get("points").properties()) {
      points.put(point.getKey(), point.getValue().asLong());
    }
    assertThat(counts).isEqualTo(points);
  }

  private static Interval interval(JsonNode timeline) {
    return Interval.valueOf(timeline.get("interval").asText().toUpperCase(Locale.ROOT));
  }

  private static String name(Interval interval, LocalDate from) {
    return switch (interval) {
      case DAY, WEEK -> from.toString();
      case MONTH -> YearMonth.from(from).toString();
      case YEAR -> Year.from(from).toString();
    };
  }

  private static List<String> marked(SearchResult result, String id) {
    List<String> marked = new ArrayList<>();
    for (Hit hit : result.hits()) {
      for (Snippet snippet : hit.id().equals(id) ? hit.snippets() : List.<Snippet>of()) {
        for (Snippet.Span span : snippet.spans()) {
          marked.add(snippet.text().substring(span.start(), span.end()));
        }
      }
    }
    return marked;
  }

  private static Query query(JsonNode question) {
    Parsed parsed = INDEX.parse(question.get("query").asText());
    JsonNode expected = question.path("notices");

    assertThat(parsed.notices())
        .as(question.toString())
        .extracting(notice -> "%s %d-%d".formatted(notice.kind(), notice.start(), notice.end()))
        .containsExactlyElementsOf(notices(expected));
    for (int i = 0; i < expected.size(); i++) {
      assertThat(parsed.notices().get(i).message()).contains(expected.get(i).path("says").asText());
    }
    return parsed.query();
  }

  private static List<String> notices(JsonNode expected) {
    List<String> notices = new ArrayList<>();
    for (JsonNode notice : expected) {
      notices.add(
          "%s %d-%d"
              .formatted(
                  notice.get("kind").asText(),
                  notice.get("start").asInt(),
                  notice.get("end").asInt()));
    }
    return notices;
  }

  private static Search search(JsonNode question) {
    Search search =
        Search.of(query(question))
            .facets(Facet.BUILT_IN.toArray(Facet[]::new))
            .facetSize(1_000)
            .order(
                Order.valueOf(question.path("order").asText("relevance").toUpperCase(Locale.ROOT)))
            .limit(question.path("limit").asInt(1_000))
            .published(
                new Published(
                    question.has("from")
                        ? Published.since(day(question, "from")).from()
                        : Instant.MIN,
                    question.has("to")
                        ? Published.between(day(question, "to"), day(question, "to")).to()
                        : Instant.MAX));
    if (question.has("timeline")) {
      search = search.timeline(interval(question.get("timeline")));
    }
    if (question.has("marked")) {
      search = search.snippets(1, 300);
    }
    for (var selection : question.path("select").properties()) {
      search =
          search.selected(
              Facet.named(selection.getKey()), texts(selection.getValue()).toArray(String[]::new));
    }
    return search;
  }

  private static LocalDate day(JsonNode question, String field) {
    return LocalDate.parse(question.get(field).asText());
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
