package org.lede.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to read what people type.
 *
 * <p>Measured: {@link TypedTexts#COMMON}, again and again until there were {@value #TEXTS}; one
 * operation reads them all. Lede makes its own tree of each, plain Lucene its queries, by one of
 * three parsers: {@code lucene-classic}, {@code lucene-standard} and {@code lucene-simple}. Neither
 * analyses words: Lede does that when it searches, and Lucene's parsers get an analyser that only
 * splits at space.
 *
 * <p>Two languages cannot be compared query by query; but Lede must have understood all and read
 * what it prints as the same query, Lucene's parser must not throw, and both must have read the
 * same words, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar ParserBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {Jvm.VECTORS, Jvm.NATIVE, Jvm.HEAP})
public class ParserBenchmark {
  private static final int TEXTS = 6_000;

  /** Whose parser. */
  @Param({"lede", "lucene-classic", "lucene-standard", "lucene-simple"})
  String engine = "";

  private TypedTextReader<?> reader;
  private List<String> texts = List.of();

  /** Makes a benchmark; JMH does. */
  public ParserBenchmark() {}

  /**
   * Checks that the texts are read as they should be.
   *
   * @throws IllegalStateException if they are not
   */
  @Setup
  public void check() {
    reader = TypedTextReader.named(engine);
    TypedTextReader.check(TypedTexts.COMMON, reader);
    texts =
        IntStream.range(0, TEXTS)
            .mapToObj(i -> TypedTexts.COMMON.get(i % TypedTexts.COMMON.size()))
            .map(reader::written)
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
      queries.consume(reader.read(text));
    }
    time.stop();
  }
}
