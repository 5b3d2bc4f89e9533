package org.lede.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/** Turns the JSON of one line into an article, as {@link JsonLines} says. */
final class ArticleJson {
  /** How deep objects and lists may be nested. */
  static final int MAX_DEPTH = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(JsonLines.MAX_LINE_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int DATE_LENGTH = "2023-08-14".length();

  private final JsonNode json;
  private final Consumer<String> notices;
  private final Article.Builder article;

  private ArticleJson(JsonNode json, Consumer<String> notices) {
    this.json = json;
    this.notices = notices;
    article = Article.builder(id(json));
  }

  static JsonNode parse(String line) throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(line);
    if (!json.isObject()) {
      throw new IllegalArgumentException(
          "the line is no JSON object, but starts with "
              + line.substring(0, Math.min(20, line.length())));
    }
    return json;
  }

  /** Returns the id; empty if there is none. */
  static String id(JsonNode json) {
    return json.path("id").asText("");
  }

  /**
   * Returns the article.
   *
   * @param notices is told what was left out
   * @throws IllegalArgumentException if it lacks an id or any text, or a value is over a limit
   */
  static Article article(JsonNode json, Consumer<String> notices) {
    if (id(json).isBlank()) {
      throw new IllegalArgumentException("there is no id; give each article an \"id\"");
    }
    return new ArticleJson(json, notices).read();
  }

  private Article read() {
    article.headline(text("headline", "title"));
    article.lead(text("lead", "standfirst", "description"));
    article.body(text("body", "text", "articleBody"));
    article.source(text("source", "publisher"));
    article.url(text("url", "link"));
    article.bylines(texts(first("bylines", "authors", "author", "byline")));
    leniently("the language", () -> article.language(text("language", "lang", "inLanguage")));
    leniently("the date", this::readPublished);
    readTags(Facet.COUNTRY, first("countries", "country"));
    readTags(Facet.ORGANISATION, first("organisations", "organizations"));
    readTags(Facet.TOPIC, first("topics"));
    for (JsonNode tag : list(first("tags"))) {
      leniently("a tag", () -> readTag(ownFacet(tag), tag));
    }
    Article whole = article.build();
    if (whole.headline().isBlank() && whole.lead().isBlank() && whole.body().isBlank()) {
      throw new IllegalArgumentException(
          "there is no text; give each article a \"headline\" or a \"body\"");
    }
    return whole;
  }

  /** Reads something that an article can do without. */
  private void leniently(String what, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      notices.accept("%s was left out: %s".formatted(what, e.getMessage()));
    }
  }

  private void readTags(Facet facet, JsonNode values) {
    for (JsonNode value : list(values)) {
      leniently("a " + facet, () -> readTag(facet, value));
    }
  }

  private void readTag(Facet facet, JsonNode value) {
    String name = value.isObject() ? text(value.path("value")) : text(value);
    article.tag(new Tag(facet, name, salience(value), texts(value.path("aliases"))));
  }

  private static double salience(JsonNode value) {
    JsonNode salience = value.path("salience");
    if (salience.isMissingNode() || salience.isNull()) {
      return 1;
    }
    if (!salience.isNumber()) {
      throw new IllegalArgumentException(
          "salience must be a number from 0 to 1, but is " + salience);
    }
    return salience.asDouble();
  }

  private static Facet ownFacet(JsonNode tag) {
    String name = text(tag.path("facet"));
    return tag.path("hierarchical").asBoolean() ? Facet.hierarchical(name) : Facet.named(name);
  }

  private void readPublished() {
    String date = text("published", "date", "datePublished").strip();
    if (!date.isEmpty()) {
      try {
        article.published(instant(date));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "\"%.40s\" is no date; write it as 2023-08-14 or 2023-08-14T09:30:00Z".formatted(date),
            e);
      }
    }
  }

  private static Instant instant(String date) {
    if (date.length() <= DATE_LENGTH) {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String text = date.charAt(DATE_LENGTH) == ' ' ? date.replaceFirst(" ", "T") : date;
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return time instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(time);
  }

  private JsonNode first(String... names) {
    for (String name : names) {
      JsonNode value = json.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        return value;
      }
    }
    return MissingNode.getInstance();
  }

  private String text(String... names) {
    return text(first(names));
  }

  private static String text(JsonNode value) {
    return value.isObject() ? value.path("name").asText("") : value.asText("");
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    list(values).forEach(value -> texts.add(text(value)));
    texts.removeIf(String::isBlank);
    return texts;
  }

  /** Returns the elements of a list, or a value as the only element, or nothing. */
  private static Iterable<JsonNode> list(JsonNode value) {
    if (value.isArray()) {
      return value;
    }
    return value.isMissingNode() ? List.of() : List.of(value);
  }
}
