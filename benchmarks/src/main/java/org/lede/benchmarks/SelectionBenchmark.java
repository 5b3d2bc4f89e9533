package org.lede.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long searches take in which facet values are selected, as if somebody had ticked them: the
 * ids of the ten best articles that have them, the exact total, and three facets, each counted as
 * if nothing was selected in it (sideways).
 *
 * <p>Measured: 100 questions of a kind, drawn as for {@link FacetBenchmark}, each with one or two
 * values of the article that its words stand in; two are of different facets if the article has
 * such. One operation asks all of them. Plain Lucene has {@code DrillSideways}.
 *
 * <p>On: a million generated articles, with the facets of {@link FacetBenchmark}; other articles
 * with {@code -p corpus=FILE}. Both engines must give the same hits, scores, totals and counts, or
 * there is no result.
 *
 * <p>Run: {@code java -jar target/benchmarks.jar SelectionBenchmark}
 */
public class SelectionBenchmark extends SearchBenchmark {
  /** The kind of the questions. */
  @Param({"term", "and", "or", "phrase"})
  String kind = "";

  /** How many values each question selects: 1 or 2. */
  @Param({"1", "2"})
  int selections;

  /** Makes a benchmark; JMH does. */
  public SelectionBenchmark() {}

  @Override
  Question.Kind kind() {
    return Question.Kind.named(kind);
  }

  @Override
  int selected() {
    return selections;
  }

  @Override
  Wanted wanted() {
    return Wanted.SIDEWAYS;
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
