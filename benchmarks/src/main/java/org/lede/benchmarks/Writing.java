package org.lede.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Articles that come at a fixed rate, and refreshes each second, while others ask.
 *
 * <p>What is late is not left out: if an engine cannot write as fast as articles come, all are
 * written in the end, and {@link #perSecond} tells how many a second that were.
 */
final class Writing {
  private static final int AT_ONCE = 1_000;

  private final GrowingEngine<?> engine;
  private final NewArticles articles;
  private final Pace pace;
  private final long seconds;
  private final long all;
  private volatile double taken;
  private volatile long longestRefresh;

  /**
   * Plans to write.
   *
   * @param engine is written to
   * @param articles what is written
   * @param pace when each article is due
   * @param seconds for how many seconds articles come
   */
  Writing(GrowingEngine<?> engine, NewArticles articles, Pace pace, long seconds) {
    this.engine = engine;
    this.articles = articles;
    this.pace = pace;
    this.seconds = seconds;
    all = pace.within(seconds);
  }

  /**
   * Writes all articles, each when it is due or as soon as can be after that.
   *
   * @return how many they are
   */
  long write() throws IOException, InterruptedException {
    long written = 0;
    while (written < all) {
      pace.await(written);
      long due = Math.clamp(pace.due(), written + 1, Math.min(all, written + AT_ONCE));
      engine.add(articles.next((int) (due - written)));
      written = due;
    }
    taken = Math.max(pace.seconds(), (double) seconds); // the last is due a little before the end
    return written;
  }

  /**
   * Refreshes each second, or as soon as can be after the last refresh.
   *
   * @return how many times
   */
  long refresh() throws IOException, InterruptedException {
    Pace eachSecond = new Pace(pace.start(), 1);
    for (long second = 1; second <= seconds; second++) {
      eachSecond.await(second);
      long start = System.nanoTime();
      engine.refreshAhead();
      longestRefresh = Math.max(longestRefresh, System.nanoTime() - start);
    }
    return seconds;
  }

  /** Returns how many articles were written each second, once all are; 0 if there were none. */
  double perSecond() {
    return all == 0 ? 0 : all / taken;
  }

  /** Returns how long the slowest refresh took, in milliseconds. */
  double longestRefreshMillis() {
    return (double) TimeUnit.NANOSECONDS.toMicros(longestRefresh) / 1_000;
  }
}
