package org.lede.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether two answers to a question are the same.
 *
 * <p>Totals, facet values and their counts must be equal. Scores may differ by the rounding of
 * {@code float} sums, a hundred-thousandth; articles whose scores differ by no more may stand in
 * any order among themselves, and at the end of the list, where there is no room for all of them,
 * it does not matter which are there unless their scores are exactly equal.
 */
final class Agreement {
  private static final double ROUNDING = 1e-5;

  private final Question question;
  private final Answer lede;
  private final Answer expected;

  private Agreement(Question question, Answer lede, Answer expected) {
    this.question = question;
    this.lede = lede;
    this.expected = expected;
  }

  /**
   * Checks an answer.
   *
   * @param expected what plain Lucene says, equal scores in the order of their ids
   * @throws IllegalStateException if the answers differ
   */
  static void check(Question question, Answer lede, Answer expected) {
    new Agreement(question, lede, expected).check();
  }

  private void check() {
    same("the total", lede.total(), expected.total());
    same("the facets", lede.facets(), expected.facets());
    same("the months", lede.months(), expected.months());
    same("the number of hits", lede.hits().size(), expected.hits().size());
    checkScores(question, lede, expected);
    checkIds();
  }

  /**
   * Checks scores only.
   *
   * @throws IllegalStateException if they differ
   */
  static void checkScores(Question question, Answer one, Answer other) {
    for (int i = 0; i < one.hits().size(); i++) {
      if (!near(one.hits().get(i).score(), other.hits().get(i).score())) {
        throw differ(question, "the score of hit " + i, one.hits(), other.hits());
      }
    }
  }

  /**
   * Checks answers that are scored differently, so that other articles may be the best.
   *
   * @param ours the ids of all articles that Lede finds
   * @param theirs the ids of all articles that plain Lucene finds
   * @throws IllegalStateException if they do not find the same articles, or an engine does not give
   *     as many hits of these as were asked for, the best first
   */
  static void checkMatches(
      Question question, Answer lede, Answer lucene, Set<String> ours, Set<String> theirs) {
    Agreement agreement = new Agreement(question, lede, lucene);
    agreement.same("the number of articles", ours.size(), theirs.size());
    agreement.same("the articles", without(ours, theirs), without(theirs, ours));
    agreement.same("the total", lede.total(), lucene.total());
    agreement.same("the facets", lede.facets(), lucene.facets());
    agreement.same("the months", lede.months(), lucene.months());
    int hits = Math.min(theirs.size(), Engine.HITS);
    agreement.same("the number of hits", lede.hits().size(), hits);
    agreement.same("the number of hits", lucene.hits().size(), hits);
    agreement.same("the hits", without(ids(lede, 0, hits), theirs), Set.of());
    agreement.checkDescending(lede.hits());
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    return ids.stream()
        .filter(id -> !others.contains(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void checkDescending(List<Answer.Hit> hits) {
    for (int i = 1; i < hits.size(); i++) {
      if (hits.get(i - 1).score() < hits.get(i).score()) {
        throw differ(question, "what is the best hit", hits, expected.hits());
      }
    }
  }

  private void checkIds() {
    int size = expected.hits().size();
    for (int start = 0, end; start < size; start = end) {
      end = endOfTie(start);
      boolean cutOff = end == size && size == Engine.HITS;
      if (!cutOff || tiesExactly(start)) {
        same(
            "hits %d to %d".formatted(start, end - 1),
            ids(lede, start, end),
            ids(expected, start, end));
      }
    }
  }

  private int endOfTie(int start) {
    int end = start + 1;
    while (end < expected.hits().size()
        && near(expected.hits().get(end - 1).score(), expected.hits().get(end).score())) {
      end++;
    }
    return end;
  }

  /** Rounding cannot have decided which of the last hits are there if they all score the same. */
  private boolean tiesExactly(int start) {
    int size = expected.hits().size();
    return List.of(lede, expected).stream()
            .flatMap(answer -> answer.hits().subList(start, size).stream())
            .map(Answer.Hit::score)
            .distinct()
            .count()
        == 1;
  }

  private static Set<String> ids(Answer answer, int start, int end) {
    return answer.hits().subList(start, end).stream()
        .map(Answer.Hit::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean near(float one, float other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(one, other);
  }

  private void same(String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      throw differ(question, what, ours, theirs);
    }
  }

  private static IllegalStateException differ(
      Question question, String what, Object ours, Object theirs) {
    return new IllegalStateException(
        "the engines do not agree on %s of %s, so there is nothing to measure: lede %s, lucene %s"
            .formatted(what, question, ours, theirs));
  }
}
