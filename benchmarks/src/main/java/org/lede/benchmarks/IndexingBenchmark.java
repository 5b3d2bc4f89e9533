package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.index.IndexSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to index articles, from an empty folder to a committed index with all its
 * merges done.
 *
 * <p>Measured: Lede's {@code addAll} with its default settings, against plain Lucene's {@code
 * IndexWriter} with plain fields, the same threads and write buffer. Plain Lucene never refreshes;
 * Lede does once when it has learned which words are frequent, and then once a minute, as nobody
 * searches. Plain Lucene replaces articles by id, as Lede does ({@code lucene}), or merely appends
 * them ({@code lucene-append}).
 *
 * <p>On: 200,000 generated articles of about 130 words, made beforehand and held in memory; other
 * articles with {@code -p corpus=FILE}. Each index must hold all of them, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar IndexingBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.VECTORS, Jvm.NATIVE, Jvm.HEAP})
public class IndexingBenchmark {
  /** What is measured: {@code lede}, {@code lucene} or {@code lucene-append}. */
  @Param({"lede", "lucene", "lucene-append"})
  String engine = "";

  /** The articles: {@code generated}, or a file of JSON Lines. */
  @Param(Corpus.GENERATED)
  String corpus = "";

  /** How many articles; of a file, the first ones. */
  @Param("200000")
  long articles;

  /** How many threads index; 0 for as many as there are cores. */
  @Param("0")
  int threads;

  /** What is left out, so that one sees what it costs: {@code NOTHING}, unless told. */
  @Param("NOTHING")
  Without without = Without.NOTHING;

  private List<Article> made = List.of();
  private Path folder = Path.of("");

  /** Makes a benchmark; JMH does. */
  public IndexingBenchmark() {}

  /** What can be left out. */
  public enum Without {
    /** Nothing is. */
    NOTHING,
    /** The pairs of words, which only Lede has. */
    PAIRS,
    /** Countries, organisations and topics, in any engine. */
    TAGS
  }

  /**
   * Makes the articles.
   *
   * @throws IOException if they cannot be read
   */
  @Setup
  public void makeArticles() throws IOException {
    try (Stream<Article> all = new Corpus(corpus, articles).articles()) {
      made = (without == Without.TAGS ? all.map(IndexingBenchmark::untagged) : all).toList();
    }
    if (threads == 0) {
      threads = Runtime.getRuntime().availableProcessors();
    }
  }

  private static Article untagged(Article article) {
    return NewArticles.untagged(article.id(), article).build();
  }

  private IndexSettings settings() {
    IndexSettings usual =
        IndexSettings.defaults()
            .withThreads(threads)
            .withWriteBufferMegabytes(LuceneIndexing.BUFFER_MEGABYTES);
    return without == Without.PAIRS ? usual.withFrequentWords(0) : usual;
  }

  /**
   * Makes an empty folder.
   *
   * @throws IOException if that fails
   */
  @Setup(Level.Iteration)
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Files.createDirectories(IndexCache.root()), "indexing");
  }

  /**
   * Indexes all articles.
   *
   * @throws IOException if they cannot be written
   */
  @Benchmark
  public void index() throws IOException {
    switch (engine) {
      case "lede" -> LedeEngine.index(folder, made, settings());
      case "lucene" -> indexWithLucene(true);
      case "lucene-append" -> indexWithLucene(false);
      default ->
          throw new IllegalArgumentException(
              "engine must be lede, lucene or lucene-append, but is \"" + engine + "\"");
    }
  }

  private void indexWithLucene(boolean replacing) throws IOException {
    try (LuceneIndexing indexing = new LuceneIndexing(folder, replacing)) {
      indexing.addAll(made, threads);
    }
  }

  /**
   * Checks that the index holds all articles, prints how large it is, and deletes it.
   *
   * @throws IOException if it cannot be read
   */
  @TearDown(Level.Iteration)
  public void check() throws IOException {
    try (Engine<?> index =
        engine.equals("lede") ? LedeEngine.open(folder, 1) : LuceneEngine.open(folder, 1)) {
      if (index.size() != expected()) {
        throw new IllegalStateException(
            "%s should hold %,d articles, but holds %,d"
                .formatted(engine, expected(), index.size()));
      }
    }
    long bytes = Sizes.sum(Sizes.onDisk(folder));
    System.out.printf(
        "%s, without %s: %,d bytes on disk for each article%n",
        engine, without, bytes / expected());
    IndexCache.delete(folder);
  }

  private long expected() {
    Stream<String> ids = made.stream().map(Article::id);
    return (engine.equals("lucene-append") ? ids : ids.distinct()).count();
  }
}
