package org.lede.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * What all benchmarks of searches have in common.
 *
 * <p>One operation asks all questions of a kind, in the same order, on one thread. All engines
 * start from the text of a question and end with the ids and scores of the hits, so that analysing
 * the text is part of the work. Each engine is measured in JVMs of its own, with the same flags.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.VECTORS, Jvm.NATIVE, Jvm.HEAP})
public abstract class SearchBenchmark {
  /** What is measured: {@code lede}, {@code lucene}, or another of the {@link Engines}. */
  @Param({"lede", "lucene"})
  String engine = "";

  /** The articles: {@code generated}, or a file of JSON Lines. */
  @Param(Corpus.GENERATED)
  String corpus = "";

  /** How many articles; of a file, the first ones. */
  @Param("1000000")
  long articles;

  /**
   * The questions: {@code drawn} from the articles, or a file of them, as {@link QuestionFile}
   * reads it; of that, each benchmark asks those of its kind.
   */
  @Param(Plan.DRAWN)
  String queries = "";

  /** How many questions one operation asks; of a file, the first ones of the kind. */
  @Param("100")
  int questions;

  /** Whether each index is merged into one segment, or is as indexing left it. */
  @Param("false")
  boolean optimized;

  private List<Question> asked = List.of();
  private Engine<?> asking;

  /** Makes a benchmark; JMH does. */
  SearchBenchmark() {}

  /** Returns the kind of the questions. */
  abstract Question.Kind kind();

  /** Returns what is asked for. */
  Wanted wanted() {
    return Wanted.BEST;
  }

  /** Returns how many facet values each question selects. */
  int selected() {
    return 0;
  }

  /** Returns how many threads may work on one question. */
  int threads() {
    return 1;
  }

  /**
   * Makes what is missing, checks that the engine gives the same answers as plain Lucene, and opens
   * it.
   *
   * @throws IOException if an index cannot be written or read
   * @throws InterruptedException if this is interrupted
   */
  @Setup
  public void open() throws IOException, InterruptedException {
    EngineProvider provider = Engines.named(engine);
    Cannot.check(provider, kind(), wanted(), threads());
    IndexCache cache = new IndexCache(new Corpus(corpus, articles), optimized);
    Plan plan =
        new Plan(cache, provider, kind(), questions, wanted())
            .selecting(selected())
            .reading(queries);
    plan.checkQuestions();
    asked = new Preparation(plan).questions();
    asking = provider.open(cache.place(provider), threads());
    Background.await(articles);
  }

  /** Asks all questions for what is wanted. */
  final void askAll(Blackhole answers, CpuTime time, QuestionTimes times) throws IOException {
    time.start();
    for (Question question : asked) {
      long start = System.nanoTime();
      answers.consume(asking.ask(question, wanted()));
      times.add(System.nanoTime() - start);
    }
    time.stop();
  }

  /**
   * Closes the engine.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void close() throws IOException {
    asking.close();
  }
}
