package org.lede.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What an engine answered, in a form in which two engines can be compared.
 *
 * @param total how many articles match, or {@value #NOT_COUNTED}
 * @param hits the best or newest articles, in their order
 * @param facets the most frequent values of each facet
 * @param months how many articles were published in each month, from the first with one to the last
 * @param marks of each hit, all stretches of its headline and passages that are marked
 */
record Answer(
    long total, List<Hit> hits, List<Values> facets, List<Month> months, List<List<String>> marks) {
  static final long NOT_COUNTED = -1;

  /** Makes an answer without months and marks. */
  Answer(long total, List<Hit> hits, List<Values> facets) {
    this(total, hits, facets, List.of(), List.of());
  }

  /** Returns this answer with other hits. */
  Answer withHits(List<Hit> others) {
    return new Answer(total, others, facets, months, marks);
  }

  /** Returns hits that have no scores, with such as make their order count. */
  static List<Hit> inOrder(List<String> ids) {
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new Hit(ids.get(i), (float) ids.size() - i))
        .toList();
  }

  /** One article and how well it matches. */
  record Hit(String id, float score) {}

  /**
   * The most frequent values of a facet, of equally frequent ones those first that come first by
   * code points.
   */
  record Values(String facet, int distinct, List<Value> values) {}

  /** A facet value and how many matching articles are about it. */
  record Value(String value, long count) {}

  /** A month, such as {@code 2024-02}, and how many matching articles were published in it. */
  record Month(String month, long count) {}
}
