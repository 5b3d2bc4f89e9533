package org.lede.benchmarks;

/** What an engine is asked for. */
public enum Wanted {
  /** The ids and scores of the ten best articles. */
  BEST,
  /** The exact total, and no article. */
  COUNT,
  /** As {@link #BEST}, with the exact total and the counts of three facets. */
  FACETS,
  /**
   * As {@link #FACETS}, of articles that also have the values that the question selects; each facet
   * is counted as if nothing was selected in it.
   */
  SIDEWAYS,
  /** As {@link #FACETS}, with the ten newest articles instead of the best. */
  NEWEST,
  /** The exact total and the counts by month, and no article. */
  MONTHS,
  /** As {@link #BEST}, with the headline and the two best passages of each article, marked. */
  SNIPPETS;

  /** Tells whether the exact total is part of it. */
  boolean hasTotal() {
    return this != BEST && this != SNIPPETS;
  }
}
