package org.lede.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Questions that come at a fixed rate, whether or not the earlier ones are answered, as they do
 * from people who know nothing of each other.
 *
 * <p>A question waits from the moment it was due. If all askers are busy it waits for one, and that
 * is part of its time: while an engine stands still for a second, all questions of that second
 * wait, rather than the one alone that was being asked. Leaving the others out is what Gil Tene has
 * called coordinated omission; it makes the slowest answers look rare.
 */
final class OpenLoop {
  /** The percentiles that become a curve. */
  private static final double[] PERCENTS = {50, 75, 90, 95, 99, 99.5, 99.9};

  private static final int DIGITS = 3; // to a thousandth of each time

  private final Pace pace;
  private final long uncounted;
  private final long all;
  private final AtomicLong next = new AtomicLong();
  private final Histogram waits = new ConcurrentHistogram(DIGITS);

  /** Asks one question and waits for the answer. */
  interface Asker {
    /**
     * Asks.
     *
     * @param place the place of the question, from 0
     */
    void ask(long place) throws IOException;
  }

  /**
   * Plans questions.
   *
   * @param pace when they are due
   * @param uncounted how many of them come first, to warm up
   * @param all how many there are, with those
   */
  OpenLoop(Pace pace, long uncounted, long all) {
    this.pace = pace;
    this.uncounted = uncounted;
    this.all = all;
  }

  /**
   * Asks until all were asked. Threads that do so at the same time share the questions.
   *
   * @return how many questions this thread has asked
   */
  long ask(Asker asker) throws IOException, InterruptedException {
    long asked = 0;
    for (long place = next.getAndIncrement(); place < all; place = next.getAndIncrement()) {
      long due = pace.await(place);
      asker.ask(place);
      asked++;
      if (place >= uncounted) {
        waits.recordValue(System.nanoTime() - due);
      }
    }
    return asked;
  }

  /** Returns how many questions were counted. */
  long counted() {
    return waits.getTotalCount();
  }

  /** Returns the longest that so many of 100 waited, as {@link LatencyCurve} has it. */
  Map<String, Double> percentiles() {
    Map<String, Double> percentiles = new TreeMap<>();
    for (double percent : PERCENTS) {
      String name = String.valueOf(percent).replace(".0", "");
      percentiles.put(name, millis(waits.getValueAtPercentile(percent)));
    }
    percentiles.put("max", millis(waits.getMaxValue()));
    return percentiles;
  }

  private static double millis(long nanos) {
    return (double) TimeUnit.NANOSECONDS.toMicros(nanos) / 1_000;
  }
}
