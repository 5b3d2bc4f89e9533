package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to count what is found: the exact total, and no article.
 *
 * <p>Measured: the 100 questions of {@link BooleanBenchmark} and {@link PhraseBenchmark}; one
 * operation asks all of them. Plain Lucene has {@code IndexSearcher.count}, which knows the total
 * of a single word without counting.
 *
 * <p>On: a million generated articles of about 130 words, as indexing left them; other articles
 * with {@code -p corpus=FILE}. Both engines must give the same totals, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar CountBenchmark}
 */
public class CountBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"phrase", "term", "and", "or"})
  String kind = "";

  /** Makes a benchmark; JMH does. */
  public CountBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
  }

  @Override
  Wanted wanted() {
    return Wanted.COUNT;
  }

  /**
   * Asks all questions.
   *
   * @param answers takes the answers
   * @param time takes the time that the thread ran
   * @param times takes the time of each question
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public void exactTotal(Blackhole answers, CpuTime time, QuestionTimes times) throws IOException {
    askAll(answers, time, times);
  }
}
