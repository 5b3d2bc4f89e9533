package org.lede.benchmarks;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an engine answered, in a form in which two engines can be compared.
 *
 * @param total how many articles match, or {@value #NOT_COUNTED}
 * @param hits the best or newest articles, in their order
 * @param facets the most frequent values of each facet
 * @param months how many articles were published in each month, from the first with one to the last
 * @param marks of each hit, all stretches of its headline and passages that are marked
 */
public record Answer(
    long total, List<Hit> hits, List<Values> facets, List<Month> months, List<List<String>> marks) {
  /** The total, or the number of values, if that is not part of the answer. */
  public static final int NOT_COUNTED = -1;

  /** Makes an answer without months and marks. */
  public Answer(long total, List<Hit> hits, List<Values> facets) {
    this(total, hits, facets, List.of(), List.of());
  }

  /** Returns this answer with other hits. */
  Answer withHits(List<Hit> others) {
    return new Answer(total, others, facets, months, marks);
  }

  /** Returns this answer without how many values each facet has. */
  Answer withoutDistinct() {
    List<Values> values =
        facets.stream().map(each -> new Values(each.facet(), NOT_COUNTED, each.values())).toList();
    return new Answer(total, hits, values, months, marks);
  }

  /** Returns hits that have no scores, with such as make their order count. */
  public static List<Hit> inOrder(List<String> ids) {
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new Hit(ids.get(i), (float) ids.size() - i))
        .toList();
  }

  /**
   * Returns the months from the first to the last that were counted; between them, others have no
   * article.
   *
   * @param counts how many matching articles were published in a month, such as {@code 2024-02}
   */
  public static List<Month> months(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return List.of();
    }
    YearMonth first = YearMonth.parse(Collections.min(counts.keySet()));
    YearMonth last = YearMonth.parse(Collections.max(counts.keySet()));
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(YearMonth::toString)
        .map(month -> new Month(month, counts.getOrDefault(month, 0L)))
        .toList();
  }

  /**
   * One article and how well it matches.
   *
   * @param id its id
   * @param score how well it matches
   */
  public record Hit(String id, float score) {}

  /**
   * The most frequent values of a facet, of equally frequent ones those first that come first by
   * code points.
   *
   * @param facet the name of the facet
   * @param distinct how many values it has in the articles found, or {@value #NOT_COUNTED}
   * @param values the most frequent of them
   */
  public record Values(String facet, int distinct, List<Value> values) {}

  /**
   * A facet value and how many matching articles are about it.
   *
   * @param value the value
   * @param count how many articles
   */
  public record Value(String value, long count) {}

  /**
   * A month and how many matching articles were published in it.
   *
   * @param month the month, such as {@code 2024-02}
   * @param count how many articles
   */
  public record Month(String month, long count) {}
}
