package org.lede.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.MergePolicy.MergeAbortedException;
import org.jspecify.annotations.Nullable;
import org.lede.index.OptimizeProgress.Stage;

/**
 * One run of optimizing: how far it is, and whether to go on. Threads that merge tell it what they
 * do, and other threads ask and stop it.
 */
final class Optimization {
  private final AtomicLong done = new AtomicLong();
  private volatile long expected = 1;
  private volatile Stage stage = Stage.PREPARING;
  private volatile boolean stopped;
  private volatile boolean complete;
  private volatile @Nullable IOException failure;

  /** Starts a stage of so many steps, or fewer. */
  synchronized void start(Stage next, long steps) {
    done.set(0);
    expected = Math.max(1, steps);
    stage = next;
  }

  /** Tells of steps that were done. */
  void advance(long steps) {
    done.addAndGet(steps);
  }

  /** Returns how far it is; how much of the whole each stage takes was measured. */
  synchronized OptimizeProgress progress() {
    double part = Math.min(1, (double) done.get() / expected);
    return new OptimizeProgress(
        stage,
        switch (stage) {
          case PREPARING -> 0;
          case READING -> 0.15 * part;
          case REORDERING -> 0.15 + 0.15 * part;
          case MERGING -> 0.3 + 0.7 * part;
          case DONE -> 1;
        });
  }

  /** Stops as soon as can be; does nothing if all is done. */
  void stop() {
    stopped = true;
  }

  /**
   * Stops because a file could not be written, and returns what to throw for it.
   *
   * @param reason why; or what {@link #checkGoesOn} threw, which is no reason of its own
   */
  MergeAbortedException brokenBy(IOException reason) {
    if (reason instanceof MergeAbortedException aborted) {
      return aborted;
    }
    failure = reason;
    stopped = true;
    return new MergeAbortedException("optimizing was stopped by " + reason);
  }

  boolean isStopped() {
    return stopped;
  }

  /** Ends the merge that asks, if this was stopped: Lucene then goes on as if it had never been. */
  void checkGoesOn() throws MergeAbortedException {
    if (stopped) {
      throw new MergeAbortedException("optimizing was stopped");
    }
  }

  /** Tells that the index is optimized. */
  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  /** Returns why a file could not be written, if that is why this was stopped. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }
}
