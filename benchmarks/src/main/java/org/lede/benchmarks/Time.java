package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * How long an engine took for one operation, in milliseconds.
 *
 * @param millis the mean
 * @param error half the width of the interval that holds the true mean with 99.9 % confidence; NaN
 *     if there were too few iterations to tell
 * @param best the fastest iteration
 * @param cpu the mean time that the thread was running; NaN if that was not measured
 * @param question the geometric mean of the times of single questions, as {@link QuestionTimes}
 *     explains; NaN if these were not measured
 */
public record Time(double millis, double error, double best, double cpu, double question) {
  /**
   * Reads one of JMH's results.
   *
   * @param result an element of the array that JMH writes
   * @return what it holds
   * @throws IllegalArgumentException if it is not in milliseconds per operation
   */
  static Time of(JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    String unit = metric.path("scoreUnit").asText();
    if (!unit.equals("ms/op")) {
      throw new IllegalArgumentException(
          "the results must be in ms/op, but are in " + unit + "; run JMH with -tu ms");
    }
    return new Time(
        metric.path("score").asDouble(),
        metric.path("scoreError").asDouble(),
        best(metric),
        cpu(result.path("secondaryMetrics")),
        question(result.path("secondaryMetrics")));
  }

  private static double best(JsonNode metric) {
    return StreamSupport.stream(metric.path("rawData").spliterator(), false)
        .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
        .mapToDouble(JsonNode::asDouble)
        .min()
        .orElse(Double.NaN);
  }

  private static double cpu(JsonNode metrics) {
    return score(metrics, "cpuMillis") / score(metrics, "operations");
  }

  private static double question(JsonNode metrics) {
    return Math.exp(score(metrics, "logNanos") / score(metrics, "asked")) / 1e6;
  }

  private static double score(JsonNode metrics, String name) {
    return metrics.path(name).path("score").asDouble(Double.NaN);
  }

  /** Returns the mean and its error, as a table shows them. */
  @Override
  public String toString() {
    return Double.isNaN(error) ? "%.1f".formatted(millis) : "%.1f ± %.1f".formatted(millis, error);
  }
}
