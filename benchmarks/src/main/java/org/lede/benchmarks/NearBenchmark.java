package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long searches for words near each other take, for the ids of the ten best articles.
 *
 * <p>Measured: 100 pairs of words, of which one is frequent and the other frequent, medium or rare,
 * that stand in any order with at most seven words between; one operation asks all of them. Plain
 * Lucene finds the same by spans and by intervals; spans took a tenth less CPU time in a short run,
 * so it has these.
 *
 * <p>On: a million generated articles of about 130 words, as indexing left them; other articles
 * with {@code -p corpus=FILE}. Each engine scores what it finds in its own way, so the ten best
 * differ; but both must find the same articles, all of which are compared, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar NearBenchmark}
 */
public class NearBenchmark extends SearchBenchmark {
  /** Makes a benchmark; JMH does. */
  public NearBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.NEAR;
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
  public void tenBest(Blackhole answers, CpuTime time, QuestionTimes times) throws IOException {
    askAll(answers, time, times);
  }
}
