package org.lede.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.lede.query.Query;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long Lede takes to read what only Lede reads: zones, facet values, dates, words near each
 * other and the like. There is nothing to compare it with; {@link ParserBenchmark} has what there
 * is.
 *
 * <p>Measured: {@link TypedTexts#LEDE}, again and again until there were {@value #TEXTS}; one
 * operation reads them all. Lede must have understood all of them and read what it prints as the
 * same query, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar SyntaxBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.VECTORS, Jvm.NATIVE, Jvm.HEAP})
public class SyntaxBenchmark {
  private static final int TEXTS = 6_000;

  private List<String> texts = List.of();

  /** Makes a benchmark; JMH does. */
  public SyntaxBenchmark() {}

  /**
   * Checks that the texts are read as they should be.
   *
   * @throws IllegalArgumentException if they are not
   */
  @Setup
  public void check() {
    TypedTextReader.Lede lede = new TypedTextReader.Lede();
    TypedTexts.LEDE.forEach(lede::words);
    texts =
        IntStream.range(0, TEXTS)
            .mapToObj(i -> TypedTexts.LEDE.get(i % TypedTexts.LEDE.size()))
            .toList();
  }

  /**
   * Reads all texts.
   *
   * @param queries takes what they are read as
   * @param time takes the time
   */
  @Benchmark
  public void parse(Blackhole queries, CpuTime time) {
    time.start();
    for (String text : texts) {
      queries.consume(Query.parse(text));
    }
    time.stop();
  }
}
