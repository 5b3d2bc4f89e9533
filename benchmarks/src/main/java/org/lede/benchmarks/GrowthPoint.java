package org.lede.benchmarks;

import java.util.Map;

/**
 * What an engine needed at one number of articles. A list of these, as a JSON array in a file
 * called {@value #FILE} beside JMH's results, becomes the growth curves of the report.
 *
 * <p>What was not measured is 0, or left out of the JSON. What does not depend on the kind of the
 * questions is the same in every point of an engine and a number of articles, or is in one of them.
 *
 * @param engine whose it is, such as {@code lede} or {@code lucene}
 * @param articles how many articles the index holds
 * @param kind what was asked for, such as {@code phrase}, or {@code phrase with facets}
 * @param micros how long one question took, in microseconds
 * @param buildSeconds how long it took to build the index, in seconds
 * @param diskBytes how large its files are, in bytes
 * @param facetBytes how much heap the open index holds for counting facets, in bytes
 */
public record GrowthPoint(
    String engine,
    long articles,
    String kind,
    double micros,
    double buildSeconds,
    long diskBytes,
    long facetBytes) {
  /** The name of the file. */
  public static final String FILE = "growth.json";

  /**
   * Tells with what power of the number of articles something grows.
   *
   * @param figures what was measured, by the number of articles
   * @return 1 if twice the articles need twice as much, 0 if they need no more; the slope of the
   *     straight line through the logarithms with the least squares; NaN if there are fewer than
   *     two numbers of articles
   */
  public static double exponent(Map<Long, Double> figures) {
    double meanX = figures.keySet().stream().mapToDouble(Math::log).average().orElse(Double.NaN);
    double meanY = figures.values().stream().mapToDouble(Math::log).average().orElse(Double.NaN);
    double products = 0;
    double squares = 0;
    for (Map.Entry<Long, Double> figure : figures.entrySet()) {
      double x = Math.log(figure.getKey()) - meanX;
      products += x * (Math.log(figure.getValue()) - meanY);
      squares += x * x;
    }
    return products / squares;
  }
}
