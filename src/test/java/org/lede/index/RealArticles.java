package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/**
 * Files of real articles, read here without any of the library's own readers, so that these can be
 * compared with what the files say.
 *
 * @param file the file
 * @param withText the articles that have any text
 * @param withoutText those that have none, as the lines they are in
 */
record RealArticles(Path file, List<Article> withText, List<Line> withoutText) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The number of a line, from 1, and the id of the article in it. */
  record Line(int number, String id) {}

  /** Returns where the articles lie, if that was told. */
  static Path folder() {
    return Path.of(System.getProperty("lede.corpora", ""));
  }

  /** Tells whether there are any; for tests that need them. */
  static boolean areHere() {
    return !System.getProperty("lede.corpora", "").isBlank();
  }

  static RealArticles read(String name) throws IOException {
    Path file = folder().resolve(name);
    RealArticles articles = new RealArticles(file, new ArrayList<>(), new ArrayList<>());
    try (var input = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, UTF_8))) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(number++, JSON.readTree(line));
      }
    }
    return articles;
  }

  private void add(int number, JsonNode json) {
    if (text(json, "title").isBlank() && text(json, "body").isBlank()) {
      withoutText.add(new Line(number, text(json, "id")));
    } else {
      withText.add(article(json));
    }
  }

  private static Article article(JsonNode json) {
    Article.Builder article =
        Article.builder(text(json, "id"))
            .headline(text(json, "title"))
            .body(text(json, "body"))
            .source(text(json, "source"))
            .url(text(json, "url"));
    String author = text(json, json.has("authors") ? "authors" : "author");
    if (!author.isBlank()) {
      article.bylines(author);
    }
    String date = text(json, "date");
    if (!date.isEmpty()) {
      article.published(instant(date));
    }
    addTags(article, Facet.COUNTRY, json.path("countries"));
    addTags(article, Facet.ORGANISATION, json.path("organisations"));
    addTags(article, Facet.TOPIC, json.path("topics"));
    return article.build();
  }

  private static void addTags(Article.Builder article, Facet facet, JsonNode slugs) {
    slugs.forEach(slug -> article.tag(Tag.of(facet, slug.asText())));
  }

  private static Instant instant(String date) {
    return date.contains("T")
        ? Instant.parse(date)
        : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  /** Returns the values of a facet, once for each article that has it. */
  List<String> values(Facet facet) {
    return withText.stream()
        .flatMap(article -> article.tags().stream())
        .filter(tag -> tag.facet().equals(facet))
        .map(Tag::value)
        .toList();
  }
}
