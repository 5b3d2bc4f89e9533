package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long the first search with three facets takes when articles have just been added, as they are
 * all day long where news comes in.
 *
 * <p>Measured: 1,000 articles are added, which is not timed; then a question of {@link
 * FacetBenchmark} is asked, either after a refresh that is not timed ({@code firstSearch}), or with
 * the refresh in the time ({@code refreshAndFirstSearch}), so that nothing that an engine does
 * ahead goes unseen. This is done 100 times, each with the next question, on an index that grows
 * from what it was; the time of JMH is that of all. In plain Lucene the first search after a
 * refresh makes the {@code DefaultSortedSetDocValuesReaderState} for the new reader, as any program
 * must.
 *
 * <p>On: a copy of the index of a million generated articles, made anew for each iteration; other
 * articles with {@code -p corpus=FILE}. Both engines must give the same hits, scores, totals and
 * counts before and after articles are added and after some are replaced, and hold all that were
 * added, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar RefreshBenchmark}; {@code -bs} is how many times
 * articles are added.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, batchSize = 100)
@Measurement(iterations = 2, batchSize = 100)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.VECTORS, Jvm.NATIVE, Jvm.HEAP})
public class RefreshBenchmark {
  /** How many articles are added before each question. */
  static final int ADDED = 1_000;

  /** What is measured: {@code lede}, {@code lucene}, or another of the {@link Engines}. */
  @Param({"lede", "lucene"})
  String engine = "";

  /** The articles: {@code generated}, or a file of JSON Lines. */
  @Param(Corpus.GENERATED)
  String corpus = "";

  /** How many articles there are at first; of a file, the first ones. */
  @Param("1000000")
  long articles;

  /** How many different questions are asked, in turn. */
  @Param("100")
  int questions;

  /** The kind of the questions. */
  @Param("term")
  String kind = "";

  private EngineProvider provider = Engines.LUCENE;
  private IndexCache cache;
  private List<Question> prepared = List.of();
  private int asked;
  private Path folder = Path.of("");
  private GrowingEngine<?> growing;
  private NewArticles added;
  private long expected;

  /** Makes a benchmark; JMH does. */
  public RefreshBenchmark() {}

  /**
   * Makes what is missing, and checks that the engine gives the same answers as plain Lucene when
   * articles were added.
   *
   * @throws IOException if an index cannot be written or read
   * @throws InterruptedException if this is interrupted
   */
  @Setup
  public void prepare() throws IOException, InterruptedException {
    provider = Engines.named(engine);
    Question.Kind wanted = Question.Kind.named(kind);
    Cannot.check(provider, wanted, Wanted.FACETS, 1);
    Cannot.checkGrowing(provider);
    cache = new IndexCache(new Corpus(corpus, articles), false);
    Plan plan = new Plan(cache, provider, wanted, questions, Wanted.FACETS).growing(ADDED);
    prepared = new Preparation(plan).questions();
  }

  /**
   * Opens a copy of the index.
   *
   * @throws IOException if that fails
   */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    folder = cache.copy(provider);
    growing = provider.openToGrow(folder);
    added = NewArticles.of(cache.corpus());
    expected = growing.size();
  }

  private void add() throws IOException {
    growing.add(added.next(ADDED));
    expected += ADDED;
  }

  private void ask(Blackhole answers) throws IOException {
    answers.consume(growing.ask(prepared.get(asked++ % prepared.size()), Wanted.FACETS));
  }

  /** Adds articles before each question. */
  @State(Scope.Benchmark)
  public static class Added {
    /** Makes a state; JMH does. */
    public Added() {}

    /**
     * Adds them.
     *
     * @param benchmark holds the index
     * @throws IOException if it cannot be written
     */
    @Setup(Level.Invocation)
    public void add(RefreshBenchmark benchmark) throws IOException {
      benchmark.add();
    }
  }

  /** Adds articles before each question, and refreshes. */
  @State(Scope.Benchmark)
  public static class Refreshed {
    /** Makes a state; JMH does. */
    public Refreshed() {}

    /**
     * Adds them.
     *
     * @param benchmark holds the index
     * @throws IOException if it cannot be written
     */
    @Setup(Level.Invocation)
    public void add(RefreshBenchmark benchmark) throws IOException {
      benchmark.add();
      benchmark.growing.refresh();
    }
  }

  /**
   * Asks a question after a refresh.
   *
   * @param ready has refreshed
   * @param answers takes the answer
   * @param times takes the time of the question
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public void firstSearch(Refreshed ready, Blackhole answers, QuestionTimes times)
      throws IOException {
    long start = System.nanoTime();
    ask(answers);
    times.add(System.nanoTime() - start);
  }

  /**
   * Refreshes and asks a question.
   *
   * @param ready has added articles
   * @param answers takes the answer
   * @param times takes the time of the refresh and the question
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public void refreshAndFirstSearch(Added ready, Blackhole answers, QuestionTimes times)
      throws IOException {
    long start = System.nanoTime();
    growing.refresh();
    ask(answers);
    times.add(System.nanoTime() - start);
  }

  /**
   * Checks that all articles are there, and deletes the copy.
   *
   * @throws IOException if that fails
   */
  @TearDown(Level.Iteration)
  public void close() throws IOException {
    try (GrowingEngine<?> closed = growing) {
      if (closed.size() != expected) {
        throw new IllegalStateException(
            "%s should hold %,d articles, but holds %,d"
                .formatted(engine, expected, closed.size()));
      }
    }
    IndexCache.delete(folder);
  }
}
