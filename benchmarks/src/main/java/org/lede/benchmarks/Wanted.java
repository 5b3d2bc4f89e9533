package org.lede.benchmarks;

/** What an engine is asked for. */
enum Wanted {
  /** The ids and scores of the ten best articles. */
  BEST,
  /** As {@link #BEST}, with the exact total and the counts of three facets. */
  FACETS,
  /** The exact total and the counts by month, and no article. */
  MONTHS,
  /** As {@link #BEST}, with the headline and the two best passages of each article, marked. */
  SNIPPETS
}
