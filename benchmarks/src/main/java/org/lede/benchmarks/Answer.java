package org.lede.benchmarks;

import java.util.List;

/**
 * What an engine answered, in a form in which two engines can be compared.
 *
 * @param total how many articles match, or {@value #NOT_COUNTED}
 * @param hits the best articles, the best first
 * @param facets the most frequent values of each facet
 */
record Answer(long total, List<Hit> hits, List<Values> facets) {
  static final long NOT_COUNTED = -1;

  /** One article and how well it matches. */
  record Hit(String id, float score) {}

  /**
   * The most frequent values of a facet, of equally frequent ones those first that come first by
   * code points.
   */
  record Values(String facet, int distinct, List<Value> values) {}

  /** A facet value and how many matching articles are about it. */
  record Value(String value, long count) {}
}
