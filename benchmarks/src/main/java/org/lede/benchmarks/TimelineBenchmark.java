package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to count what is found by month.
 *
 * <p>Measured: the exact total and the number of articles of each month, of the 100 words or pairs
 * of words of {@link BooleanBenchmark}; no article is returned. One operation asks all of them.
 * Lede also tells what share of all articles of each month that is; plain Lucene, as {@link
 * LuceneMonths} has it, does not.
 *
 * <p>On: a million generated articles, published in the 132 months from 2015 to 2025, in no order;
 * other articles with {@code -p corpus=FILE}. Both engines must give the same counts, or there is
 * no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar TimelineBenchmark}
 */
public class TimelineBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"term", "and"})
  String kind = "";

  /** Makes a benchmark; JMH does. */
  public TimelineBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
  }

  @Override
  Wanted wanted() {
    return Wanted.MONTHS;
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
  public void months(Blackhole answers, CpuTime time, QuestionTimes times) throws IOException {
    askAll(answers, time, times);
  }
}
