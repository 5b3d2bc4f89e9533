package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lede.Article;

/** Builds an index in this JVM for {@link GrowthRun}, and tells how long it took. */
final class GrowthBuild {
  private GrowthBuild() {}

  /**
   * What was built.
   *
   * @param articles how many articles the index holds
   * @param seconds how long it took, from an empty folder to a closed index, in seconds
   * @param bytes how large the files are
   */
  record Built(long articles, double seconds, long bytes) {}

  /** Builds what the arguments say: the engine, the corpus, its limit, the place, and the file. */
  public static void main(String[] args) throws IOException {
    Corpus corpus = new Corpus(args[1], Long.parseLong(args[2]));
    Json.write(Path.of(args[4]), built(Engines.named(args[0]), corpus, Path.of(args[3])));
  }

  /** Returns the arguments with which {@link #main} builds. */
  static List<String> arguments(EngineProvider engine, IndexCache cache, Path file) {
    return List.of(
        engine.name(),
        cache.corpus().name(),
        Long.toString(cache.corpus().limit()),
        cache.place(engine).toString(),
        file.toString());
  }

  private static Built built(EngineProvider engine, Corpus corpus, Path place) throws IOException {
    Files.createDirectories(place);
    double seconds;
    try (Stream<Article> articles = corpus.articles()) {
      long start = System.nanoTime();
      engine.make(place, ArticlesAhead.of(articles), false);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    try (Engine<?> index = engine.open(place, 1)) {
      return new Built(index.size(), seconds, bytes(place));
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
