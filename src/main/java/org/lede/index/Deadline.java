package org.lede.index;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.lede.search.Search;

/** The moment when a search stops and returns what it has. */
final class Deadline {
  /** A deadline that never comes. */
  static final Deadline NONE = new Deadline(() -> 0, 1);

  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  /** Returns the deadline that is so far away by a clock that counts nanoseconds. */
  static Deadline in(Duration most, LongSupplier nanos) {
    return most.compareTo(Search.NO_DEADLINE) >= 0
        ? NONE
        : new Deadline(nanos, nanos.getAsLong() + most.toNanos());
  }

  /** Returns a deadline a little later, for handing over what was found. */
  Deadline later(Duration more) {
    return this == NONE ? NONE : new Deadline(nanos, end + more.toNanos());
  }

  boolean isNone() {
    return this == NONE;
  }

  boolean hasCome() {
    return this != NONE && nanos.getAsLong() - end >= 0;
  }

  /**
   * Goes on only if there is time left.
   *
   * @throws TimeUp if there is none
   */
  void check() {
    if (hasCome()) {
      throw new TimeUp();
    }
  }
}
