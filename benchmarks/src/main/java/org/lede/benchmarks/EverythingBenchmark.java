package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long the first page of a search site takes, before anything is looked for: the ids of the ten
 * newest of all articles, the exact total, and the ten most frequent countries, organisations and
 * topics.
 *
 * <p>Measured: that one question. Plain Lucene collects nothing for it: it finds the newest by
 * their dates, where it skips what is older, and counts every document with {@code
 * SortedSetDocValuesFacetCounts(state)}, which is faster than counting what was collected.
 *
 * <p>On: a million generated articles, with the facets of {@link FacetBenchmark}; other articles
 * with {@code -p corpus=FILE}. Both engines must give the same hits in the same order, totals and
 * counts, or there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar EverythingBenchmark}
 */
public class EverythingBenchmark extends SearchBenchmark {
  /** Makes a benchmark; JMH does. */
  public EverythingBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.EVERYTHING;
  }

  @Override
  Wanted wanted() {
    return Wanted.NEWEST;
  }

  /**
   * Asks the question.
   *
   * @param answers takes the answer
   * @param time takes the time that the thread ran
   * @param times takes the time of the question
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public void tenNewestAndThreeFacets(Blackhole answers, CpuTime time, QuestionTimes times)
      throws IOException {
    askAll(answers, time, times);
  }
}
