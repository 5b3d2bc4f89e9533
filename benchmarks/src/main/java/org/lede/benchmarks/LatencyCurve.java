package org.lede.benchmarks;

import java.util.Map;

/**
 * How long the askers of an engine waited while questions came at a fixed rate, whether or not the
 * earlier ones were answered. A list of these, as a JSON array in a file called {@value #FILE}
 * beside JMH's results, becomes the charts of percentiles of the report.
 *
 * @param engine whose it is, such as {@code lede} or {@code lucene}
 * @param requestsPerSecond how many questions came each second
 * @param writesPerSecond how many articles were written each second meanwhile
 * @param percentiles the longest that so many of 100 askers waited, in milliseconds, by {@code
 *     "50"}, {@code "99.9"} and the like, or {@code "max"} for all of them
 */
public record LatencyCurve(
    String engine,
    double requestsPerSecond,
    double writesPerSecond,
    Map<String, Double> percentiles) {
  /** The name of the file. */
  public static final String FILE = "latency.json";

  /** Copies the percentiles. */
  public LatencyCurve {
    percentiles = Map.copyOf(percentiles);
  }
}
