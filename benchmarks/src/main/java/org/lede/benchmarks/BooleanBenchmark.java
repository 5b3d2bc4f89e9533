package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long searches for words take, for the ids of the ten best articles.
 *
 * <p>Measured: 100 single words, frequent, medium and rare ones, or 100 pairs of words that stand
 * in the same paragraph, of which an article must hold both ({@code and}) or either ({@code or});
 * one operation asks all of them.
 *
 * <p>On: a million generated articles of about 130 words, as indexing left them; other articles
 * with {@code -p corpus=FILE}. Both engines must give the same hits and scores, or there is no
 * result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar BooleanBenchmark}
 */
public class BooleanBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"term", "and", "or"})
  String kind = "";

  /** Makes a benchmark; JMH does. */
  public BooleanBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
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
