package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;

/**
 * SQLite with its full-text index FTS5, through {@code sqlite-jdbc}: {@link SqliteIndexing} and
 * {@link SqliteEngine} say how it is used.
 */
public final class SqliteProvider implements EngineProvider {
  /** Makes a provider; the service loader does. */
  public SqliteProvider() {}

  @Override
  public String name() {
    return "sqlite";
  }

  /**
   * FTS5 marks passages only of text that was tokenized by SQLite itself, and ranks nothing without
   * words.
   */
  @Override
  public boolean can(Question.Kind kind, Wanted wanted) {
    return switch (wanted) {
      case SNIPPETS -> false;
      case COUNT, NEWEST -> true;
      case BEST, FACETS, SIDEWAYS, MONTHS -> kind != Question.Kind.EVERYTHING;
    };
  }

  /** The {@code bm25} of FTS5 has another formula. */
  @Override
  public boolean scoresAsLucene(Question.Kind kind) {
    return false;
  }

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    SqliteIndexing.make(folder, articles, optimized);
  }

  @Override
  public Engine<?> open(Path folder, int threads) throws IOException {
    return SqliteEngine.open(folder);
  }
}
