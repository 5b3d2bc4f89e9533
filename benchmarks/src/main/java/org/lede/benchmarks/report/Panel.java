package org.lede.benchmarks.report;

import java.util.List;

/**
 * A small chart with logarithmic axes.
 *
 * @param title what it shows
 * @param note what its figures come to; may be empty
 * @param x what is along it
 * @param y what is up it
 * @param last the place along it that stands for the slowest of all; 0 if none does
 * @param lines its lines
 */
record Panel(String title, String note, Unit x, Unit y, double last, List<Line> lines) {
  /** What a figure is; {@code charts.js} knows how each is written. */
  enum Unit {
    COUNT,
    MICROS,
    MILLIS,
    SECONDS,
    BYTES,
    /** The reciprocal of the part that is slower: 10 for 90 %, 100 for 99 %. */
    NINES
  }

  /**
   * A line.
   *
   * @param name whose it is
   * @param points from left to right, each x and y
   */
  record Line(String name, List<List<Double>> points) {}
}
