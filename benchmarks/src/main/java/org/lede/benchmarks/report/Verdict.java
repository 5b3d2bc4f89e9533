package org.lede.benchmarks.report;

import org.lede.benchmarks.Comparison;
import org.lede.benchmarks.Time;

/** Whether Lede is faster than a rival, as far as the measurements can tell. */
enum Verdict {
  FASTER,
  SLOWER,
  /** The intervals that hold the true mean times overlap, or there were too few iterations. */
  UNCLEAR;

  static Verdict of(Comparison compared, double ratio) {
    Time lede = compared.lede();
    Time rival = compared.time();
    if (ratio > 1 && lede.millis() + lede.error() < rival.millis() - rival.error()) {
      return FASTER;
    }
    if (ratio < 1 && lede.millis() - lede.error() > rival.millis() + rival.error()) {
      return SLOWER;
    }
    return UNCLEAR;
  }
}
