package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.IndexDamaged;
import org.lede.IndexTooOld;
import org.lede.NotAnIndex;
import org.lede.SchemaMismatch;

/**
 * The indexes of both engines, made once and kept, so that every run measures the same files.
 *
 * <p>They lie in the folder that the system property {@value #PROPERTY} names, or else in {@code
 * lede-benchmarks} in the folder for temporary files. Delete that after changing how Lede writes
 * its files without changing its schema.
 *
 * @param folder where the indexes are of one corpus
 * @param corpus the articles they hold
 * @param optimized whether they are merged into one segment
 */
record IndexCache(Path folder, Corpus corpus, boolean optimized) {
  static final String PROPERTY = "lede.benchmarks.cache";

  private static final int FORMAT = 1; // one more whenever the indexes made here change

  IndexCache(Corpus corpus, boolean optimized) throws IOException {
    this(
        root().resolve(corpus.key() + (optimized ? "-optimized-" : "-") + FORMAT),
        corpus,
        optimized);
  }

  /** Returns the folder of all that is kept. */
  static Path root() {
    String temporary = System.getProperty("java.io.tmpdir", ".");
    String standard = Path.of(temporary, "lede-benchmarks").toString();
    return Path.of(System.getProperty(PROPERTY, standard));
  }

  Path lede() {
    return folder.resolve("lede");
  }

  Path lucene() {
    return folder.resolve("lucene");
  }

  /** Makes those indexes that are not there yet. */
  void fill() throws IOException {
    fillLede();
    if (!Files.exists(lucene())) {
      make(lucene(), (path, articles) -> LuceneIndexing.make(path, articles, optimized));
    }
  }

  /** Makes Lede's index if it is not there yet. */
  void fillLede() throws IOException {
    Files.createDirectories(folder);
    if (!ledeCanBeRead()) {
      delete(lede());
      make(lede(), (path, articles) -> LedeEngine.make(path, articles, optimized));
    }
  }

  private boolean ledeCanBeRead() {
    if (!Files.exists(lede())) {
      return false;
    }
    try (LedeEngine engine = LedeEngine.open(lede())) {
      return engine.segments() > 0;
    } catch (SchemaMismatch | IndexTooOld | IndexDamaged | NotAnIndex e) {
      return false; // left by another version
    }
  }

  private interface Making {
    void make(Path path, Stream<Article> articles) throws IOException;
  }

  /** Makes an index beside its place and moves it there when it is whole. */
  private void make(Path place, Making making) throws IOException {
    System.err.printf("making %s of %s%n", place, corpus);
    Path unfinished = Files.createTempDirectory(folder, "unfinished");
    try (Stream<Article> articles = corpus.articles()) {
      making.make(unfinished, articles);
    }
    Files.move(unfinished, place);
  }

  /** Deletes a folder with all that is in it, if it exists. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : contents(folder)) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
