package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long searches take that also count facets: the ids of the ten best articles, the exact total,
 * and the ten most frequent countries, organisations and topics.
 *
 * <p>Measured: the 100 questions of {@link BooleanBenchmark} and {@link PhraseBenchmark}; one
 * operation asks all of them.
 *
 * <p>On: a million generated articles, each about one or more of 147 countries, 20,000
 * organisations and 119 topics of which some are far more frequent than others; other articles with
 * {@code -p corpus=FILE}. Both engines must give the same hits, scores, totals and counts, or there
 * is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar FacetBenchmark}; with {@code -p threads=1,2} for
 * one thread beside two on the same question, which Lede is given by {@code
 * IndexSettings.withExecutor} and plain Lucene by {@code IndexSearcher(reader, executor)}.
 */
public class FacetBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"term", "and", "or", "phrase"})
  String kind = "";

  /** How many threads may work on one question: more have an executor of so many. */
  @Param("1")
  int threads;

  /** Makes a benchmark; JMH does. */
  public FacetBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
  }

  @Override
  int threads() {
    return threads;
  }

  @Override
  Wanted wanted() {
    return Wanted.FACETS;
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
  public void tenBestAndThreeFacets(Blackhole answers, CpuTime time, QuestionTimes times)
      throws IOException {
    askAll(answers, time, times);
  }
}
