package org.lede.benchmarks;

/**
 * Says that there is nothing to measure, because an engine cannot do what is wanted, or no question
 * is of the kind. JMH shows it where the result would stand and goes on with the next benchmark.
 */
final class Cannot extends RuntimeException {
  private static final long serialVersionUID = 1;

  Cannot(String why) {
    super("skipped: " + why, null, false, false); // nothing went wrong, so no stack trace
  }

  /**
   * Checks that an engine can do what is wanted.
   *
   * @throws Cannot if not
   */
  static void check(EngineProvider engine, Question.Kind kind, Wanted wanted, int threads) {
    if (!engine.can(kind, wanted)) {
      throw new Cannot("%s cannot answer %s with %s".formatted(engine.name(), kind, wanted));
    }
    if (threads > engine.mostThreads()) {
      throw new Cannot(
          "%s cannot use %d threads for one question".formatted(engine.name(), threads));
    }
  }

  /**
   * Checks that an engine can be asked while it is written to.
   *
   * @throws Cannot if not
   */
  static void checkGrowing(EngineProvider engine) {
    if (!engine.canGrow()) {
      throw new Cannot(engine.name() + " cannot be asked while it is written to");
    }
  }
}
