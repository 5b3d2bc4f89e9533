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
 *
 * @param engine whose answer is compared
 * @param question the question
 * @param ours its answer
 * @param theirs what plain Lucene says, equal scores in the order of their ids
 */
record Agreement(String engine, Question question, Answer ours, Answer theirs) {
  private static final double ROUNDING = 1e-5;

  /** Returns this with other hits expected. */
  Agreement withExpectedHits(List<Answer.Hit> hits) {
    return new Agreement(engine, question, ours, theirs.withHits(hits));
  }

  /**
   * Checks everything.
   *
   * @throws IllegalStateException if the answers differ
   */
  void check() {
    check(true);
  }

  /**
   * Checks everything but which of the articles whose scores are equal at the end of the list are
   * there, if there is no room for all of them.
   *
   * @throws IllegalStateException if the answers differ
   */
  void checkButLastTie() {
    check(false);
  }

  private void check(boolean lastTie) {
    checkCounts();
    same("the number of hits", ours.hits().size(), theirs.hits().size());
    checkScores();
    checkIds(lastTie);
  }

  private void checkCounts() {
    same("the total", ours.total(), theirs.total());
    same("the facets", ours.facets(), theirs.facets());
    same("the months", ours.months(), theirs.months());
  }

  /**
   * Checks scores only.
   *
   * @throws IllegalStateException if they differ
   */
  void checkScores() {
    for (int i = 0; i < ours.hits().size(); i++) {
      if (!near(ours.hits().get(i).score(), theirs.hits().get(i).score())) {
        throw differ("the score of hit " + i, ours.hits(), theirs.hits());
      }
    }
  }

  /**
   * Checks answers that are scored differently, so that other articles may be the best.
   *
   * @param ourIds the ids of all articles that the engine finds
   * @param theirIds the ids of all articles that plain Lucene finds
   * @throws IllegalStateException if they do not find the same articles, or an engine does not give
   *     as many hits of these as were asked for, the best first
   */
  void checkMatches(Set<String> ourIds, Set<String> theirIds) {
    same("the number of articles", ourIds.size(), theirIds.size());
    same("the articles", without(ourIds, theirIds), without(theirIds, ourIds));
    checkCounts();
    int hits = Math.min(theirIds.size(), Engine.HITS);
    same("the number of hits", ours.hits().size(), hits);
    same("the number of hits", theirs.hits().size(), hits);
    same("the hits", without(ids(ours, 0, hits), theirIds), Set.of());
    checkDescending(ours.hits());
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    return ids.stream()
        .filter(id -> !others.contains(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void checkDescending(List<Answer.Hit> hits) {
    for (int i = 1; i < hits.size(); i++) {
      if (hits.get(i - 1).score() < hits.get(i).score()) {
        throw differ("what is the best hit", hits, theirs.hits());
      }
    }
  }

  private void checkIds(boolean lastTie) {
    int size = theirs.hits().size();
    for (int start = 0, end; start < size; start = end) {
      end = endOfTie(start);
      boolean cutOff = end == size && size == Engine.HITS;
      if (!cutOff || (lastTie && tiesExactly(start))) {
        same(
            "hits %d to %d".formatted(start, end - 1),
            ids(ours, start, end),
            ids(theirs, start, end));
      }
    }
  }

  private int endOfTie(int start) {
    int end = start + 1;
    while (end < theirs.hits().size()
        && near(theirs.hits().get(end - 1).score(), theirs.hits().get(end).score())) {
      end++;
    }
    return end;
  }

  /** Rounding cannot have decided which of the last hits are there if they all score the same. */
  private boolean tiesExactly(int start) {
    int size = theirs.hits().size();
    return List.of(ours, theirs).stream()
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

  private void same(String what, Object one, Object other) {
    if (!one.equals(other)) {
      throw differ(what, one, other);
    }
  }

  private IllegalStateException differ(String what, Object one, Object other) {
    return new IllegalStateException(
        "the engines do not agree on %s of %s, so there is nothing to measure: %s %s, lucene %s"
            .formatted(what, question, engine, one, other));
  }
}
