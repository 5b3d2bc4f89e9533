package org.lede.benchmarks;

import java.util.concurrent.TimeUnit;

/**
 * When events are due that come at a fixed rate, whatever becomes of the earlier ones.
 *
 * @param start when the first is due, by {@link System#nanoTime}
 * @param perSecond how many come each second
 */
record Pace(long start, long perSecond) {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Returns how many events there are in so many seconds. */
  long within(long seconds) {
    return seconds * perSecond;
  }

  /**
   * Waits until an event is due, or returns at once if it was due before.
   *
   * @param event its number, from 0
   * @return when it was due
   */
  long await(long event) throws InterruptedException {
    long due = start + event * SECOND / perSecond;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    return due;
  }

  /** Returns how many events were due until now. */
  long due() {
    return 1 + (long) (seconds() * perSecond);
  }

  /** Returns how long it was since the first event, in seconds. */
  double seconds() {
    return (System.nanoTime() - start) / (double) SECOND;
  }
}
