package org.lede.search;

/** How many articles match. */
public sealed interface Total {
  /**
   * The number is known.
   *
   * @param count how many match
   */
  record Exact(long count) implements Total {}

  /**
   * There are at least so many; the search stopped counting, because only the best hits were asked
   * for.
   *
   * @param count how many are known to match
   */
  record AtLeast(long count) implements Total {}

  /**
   * Returns the number.
   *
   * @return how many match, or how many are known to match
   */
  long count();
}
