package org.lede.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much an engine has to do while it is measured how long it lets people wait.
 *
 * @param questions how many questions come each second
 * @param askers how many of them can be asked at the same time
 * @param articles how many articles come each second; 0 for none, and no refreshes
 * @param kept how many of 100 articles must be written in time
 * @param warmUp how many seconds go by before anything counts
 * @param seconds how many seconds count
 */
record Load(long questions, long askers, long articles, long kept, long warmUp, long seconds) {
  /** The number of {@link #arguments}. */
  static final int ARGUMENTS = 6;

  /** Reads the load from what a program was told. */
  static Load of(Parameters parameters) {
    return new Load(
        parameters.whole("rate", 1),
        parameters.whole("askers", 1),
        parameters.whole("writes", 0),
        parameters.whole("kept", 0),
        parameters.whole("warmup", 0),
        parameters.whole("seconds", 1));
  }

  /** Returns this as arguments of a program. */
  List<String> arguments() {
    return Stream.of(questions, askers, articles, kept, warmUp, seconds)
        .map(String::valueOf)
        .toList();
  }

  /** Reads what {@link #arguments} wrote. */
  static Load of(String[] arguments) {
    return new Load(
        Long.parseLong(arguments[0]),
        Long.parseLong(arguments[1]),
        Long.parseLong(arguments[2]),
        Long.parseLong(arguments[3]),
        Long.parseLong(arguments[4]),
        Long.parseLong(arguments[5]));
  }

  /**
   * Checks that an engine wrote as fast as articles came.
   *
   * @param written how many articles it wrote each second
   * @throws IllegalStateException if not
   */
  void check(String engine, double written) {
    if (written * 100 < articles * kept) {
      throw new IllegalStateException(
          "%s wrote only %.1f articles a second while %d came, so it had less to do; let fewer come with -p writes="
              .formatted(engine, written, articles));
    }
  }

  /** Returns for how long questions and articles come, in seconds. */
  long inAll() {
    return warmUp + seconds;
  }
}
