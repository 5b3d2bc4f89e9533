package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long phrase searches take, for the ids of the ten best articles.
 *
 * <p>Measured: 100 phrases of two and three words that stand in the articles, with words that are
 * everywhere and words that are rare; one operation asks all of them.
 *
 * <p>On: a million generated articles of about 130 words, as indexing left them; other articles
 * with {@code -p corpus=FILE}. Both engines must give the same hits and scores, or there is no
 * result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar PhraseBenchmark}
 */
public class PhraseBenchmark extends SearchBenchmark {
  /** Makes a benchmark; JMH does. */
  public PhraseBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.PHRASE;
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
