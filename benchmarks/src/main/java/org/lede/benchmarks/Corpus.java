package org.lede.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lede.Article;
import org.lede.ingest.JsonLines;

/**
 * The articles to measure with: made-up ones, or those of a file.
 *
 * @param name {@value #GENERATED}, or the path of a file of JSON Lines
 * @param limit the most articles to take
 */
record Corpus(String name, long limit) {
  static final String GENERATED = "generated";

  /** Returns the articles, to be closed by the caller. */
  Stream<Article> articles() throws IOException {
    return name.equals(GENERATED)
        ? new GeneratedArticles(GeneratedArticles.SEED, limit).stream()
        : read(JsonLines.open(Path.of(name))).limit(limit).map(Corpus::asEnglish);
  }

  /** Returns the first articles. */
  List<Article> first(int number) throws IOException {
    try (Stream<Article> articles = articles()) {
      return articles.limit(number).toList();
    }
  }

  private static Stream<Article> read(JsonLines lines) {
    return StreamSupport.stream(lines.spliterator(), false).onClose(() -> close(lines));
  }

  private static void close(JsonLines lines) {
    try (lines) {
      if (lines.rejected() > 0) {
        System.err.printf(
            "%s has %,d lines that are left out; the first: %s%n",
            lines.name(), lines.rejected(), lines.rejects().getFirst());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not close " + lines.name(), e);
    }
  }

  /** Plain Lucene is set up for one language, so Lede gets no other either. */
  private static Article asEnglish(Article article) {
    return article.toBuilder().language("en").build();
  }

  /** Returns a name for files made of these articles, which changes when the articles do. */
  String key() throws IOException {
    if (name.equals(GENERATED)) {
      return name + "-" + limit;
    }
    Path file = Path.of(name).toAbsolutePath();
    String state = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    return "%s-%08x-%d".formatted(file.getFileName(), state.hashCode(), limit);
  }
}
