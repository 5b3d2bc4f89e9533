package org.lede.benchmarks;

/**
 * What an engine needed at one number of articles. A list of these, as a JSON array in a file
 * called {@value #FILE} beside JMH's results, becomes the growth curves of the report.
 *
 * <p>What was not measured is 0, or left out of the JSON. What does not depend on the kind of the
 * questions is the same in every point of an engine and a number of articles, or is in one of them.
 *
 * @param engine whose it is, such as {@code lede} or {@code lucene}
 * @param articles how many articles the index holds
 * @param kind what was asked for, such as {@code phrase}
 * @param micros how long one question took, in microseconds
 * @param buildSeconds how long it took to build the index, in seconds
 * @param diskBytes how large its files are, in bytes
 * @param memoryBytes how much memory the open index holds, in bytes
 */
public record GrowthPoint(
    String engine,
    long articles,
    String kind,
    double micros,
    double buildSeconds,
    long diskBytes,
    long memoryBytes) {
  /** The name of the file. */
  public static final String FILE = "growth.json";
}
