package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lede.Article;

/**
 * The indexes of the engines, made once and kept, so that every run measures the same files.
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

  /** Returns where the index of an engine is or will be. */
  Path place(EngineProvider engine) {
    return folder.resolve(engine.name());
  }

  /** Makes the index of an engine if it is not there yet, and returns where it is. */
  Path filled(EngineProvider engine) throws IOException {
    Path place = place(engine);
    if (!Files.exists(place) || !engine.canOpen(place)) {
      delete(place);
      make(engine, place);
    }
    return place;
  }

  /** Makes an index beside its place and moves it there when it is whole. */
  private void make(EngineProvider engine, Path place) throws IOException {
    System.err.printf("making %s of %s%n", place, corpus);
    Files.createDirectories(folder);
    Path unfinished = Files.createTempDirectory(folder, "unfinished");
    try (Stream<Article> articles = corpus.articles()) {
      engine.make(unfinished, articles, optimized);
    }
    Files.move(unfinished, place);
  }

  /** Copies the index of an engine, to be deleted by the caller. */
  Path copy(EngineProvider engine) throws IOException {
    Path copy = Files.createTempDirectory(folder, "copy");
    for (Path file : contents(filled(engine))) {
      if (Files.isRegularFile(file)) {
        Path place = copy.resolve(place(engine).relativize(file));
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
      }
    }
    return copy;
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
