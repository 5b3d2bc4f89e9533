package org.lede.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lede.BudgetExceeded;

/**
 * What one query may cost. It is checked before any work starts; what only the words of the index
 * can tell, while they are looked at.
 *
 * <p>Typed text over a budget gives a notice and a smaller query; a tree built by a program gives
 * {@link BudgetExceeded}. Nothing here holds for the whole process: each index has its own.
 *
 * @param textLength the longest typed text, in characters (UTF-16 units); 10,000 unless told
 * @param depth how deep a query may be nested; 50 unless told, {@value #MAX_DEPTH} at most
 * @param terms the most words, phrases, values and parts of a query; 1,000 unless told
 * @param expansions the most words of the index that one prefix, wildcard or fuzzy word may stand
 *     for; 5,000 unless told
 * @param patternWork the most words of the index that one prefix, wildcard or fuzzy word may be
 *     compared with; 2,000,000 unless told
 * @param phraseLength the most words of a phrase; 500 unless told
 * @param pageSize the most hits of one search; 10,000 unless told, which is also the most
 * @param facetValues the most values of one facet, or below each value of a tree, that a search may
 *     ask for; 100,000 unless told, which is also the most
 */
public record Budget(
    int textLength,
    int depth,
    int terms,
    int expansions,
    int patternWork,
    int phraseLength,
    int pageSize,
    int facetValues) {
  /** The greatest depth that can be allowed, so that no stack overflows. */
  public static final int MAX_DEPTH = 100;

  private static final Budget DEFAULTS =
      new Budget(10_000, 50, 1_000, 5_000, 2_000_000, 500, 10_000, 100_000);

  /**
   * Makes a budget.
   *
   * @throws IllegalArgumentException if a limit is out of range
   */
  public Budget {
    checkRange("the text length", textLength, 1_000_000);
    checkRange("the depth", depth, MAX_DEPTH);
    checkRange("the number of terms", terms, 100_000);
    checkRange("the number of expansions", expansions, 100_000);
    checkRange("the pattern work", patternWork, Integer.MAX_VALUE);
    checkRange("the phrase length", phraseLength, 10_000);
    checkRange("the page size", pageSize, 10_000);
    checkRange("the number of facet values", facetValues, 100_000);
  }

  private static void checkRange(String what, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %,d, but is %,d".formatted(what, max, value));
    }
  }

  /**
   * Returns the budget that is generous for people and safe for a public search box.
   *
   * @return the budget
   */
  public static Budget defaults() {
    return DEFAULTS;
  }

  /**
   * Changes the length of typed text.
   *
   * @param most the longest text, in characters (UTF-16 units)
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withTextLength(int most) {
    return new Budget(
        most, depth, terms, expansions, patternWork, phraseLength, pageSize, facetValues);
  }

  /**
   * Changes the depth.
   *
   * @param most how deep a query may be nested, {@value #MAX_DEPTH} at most
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withDepth(int most) {
    return new Budget(
        textLength, most, terms, expansions, patternWork, phraseLength, pageSize, facetValues);
  }

  /**
   * Changes the number of terms.
   *
   * @param most the most words, phrases, values and parts
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withTerms(int most) {
    return new Budget(
        textLength, depth, most, expansions, patternWork, phraseLength, pageSize, facetValues);
  }

  /**
   * Changes the number of expansions.
   *
   * @param most the most words of the index that one prefix, wildcard or fuzzy word may stand for
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withExpansions(int most) {
    return new Budget(
        textLength, depth, terms, most, patternWork, phraseLength, pageSize, facetValues);
  }

  /**
   * Changes the pattern work.
   *
   * @param most the most words of the index that one prefix, wildcard or fuzzy word may be compared
   *     with
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withPatternWork(int most) {
    return new Budget(
        textLength, depth, terms, expansions, most, phraseLength, pageSize, facetValues);
  }

  /**
   * Changes the length of phrases.
   *
   * @param most the most words of a phrase
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withPhraseLength(int most) {
    return new Budget(
        textLength, depth, terms, expansions, patternWork, most, pageSize, facetValues);
  }

  /**
   * Changes the size of pages.
   *
   * @param most the most hits of one search
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withPageSize(int most) {
    return new Budget(
        textLength, depth, terms, expansions, patternWork, phraseLength, most, facetValues);
  }

  /**
   * Changes the number of facet values.
   *
   * @param most the most values of one facet that a search may ask for
   * @return a changed budget
   * @throws IllegalArgumentException if it is out of range
   */
  public Budget withFacetValues(int most) {
    return new Budget(
        textLength, depth, terms, expansions, patternWork, phraseLength, pageSize, most);
  }

  /** One part of a query, and how deep it lies. */
  private record Part(Query query, int depth) {}

  /**
   * Checks the size of a query that a program built.
   *
   * @param query the query
   * @throws BudgetExceeded if it is too deep or has too many terms; the message names the limit
   */
  public void check(Query query) {
    int leaves = 0;
    Deque<Part> left = new ArrayDeque<>(List.of(new Part(query, 1))); // a deep tree fits no stack
    while (!left.isEmpty()) {
      Part part = left.pop();
      if (part.depth > depth) {
        throw new BudgetExceeded(
            "a query may be at most %,d levels deep, but this one is deeper; nest it less, or raise the depth of the budget"
                .formatted(depth));
      }
      List<Query> inner = parts(part.query);
      leaves += inner.isEmpty() ? 1 : 0;
      if (leaves + left.size() + inner.size() > terms) { // each of these has at least one
        throw new BudgetExceeded(
            "a query may have at most %,d words, phrases and values, but this one has more; split it, or raise the terms of the budget"
                .formatted(terms));
      }
      inner.forEach(each -> left.push(new Part(each, part.depth + 1)));
    }
  }

  /** Returns how many levels a query has; one, if it has no parts. */
  static int levels(Query query) {
    int levels = 0;
    Deque<Part> left = new ArrayDeque<>(List.of(new Part(query, 1)));
    while (!left.isEmpty()) {
      Part part = left.pop();
      levels = Math.max(levels, part.depth);
      parts(part.query).forEach(each -> left.push(new Part(each, part.depth + 1)));
    }
    return levels;
  }

  private static List<Query> parts(Query query) {
    return switch (query) {
      case Query.AllOf(var parts) -> parts;
      case Query.AnyOf(var parts) -> parts;
      case Query.Not(var excluded) -> List.of(excluded);
      case Query.In(var zone, var inner) -> List.of(inner);
      case Query.AtLeast(var many, var times) -> List.of(many);
      case Query.Near near -> List.of(near.left(), near.right());
      case Query.Same same -> List.of(same.left(), same.right());
      case Query.Words words -> List.of();
      case Query.Phrase phrase -> List.of();
      case Query.Prefix prefix -> List.of();
      case Query.Wildcard wildcard -> List.of();
      case Query.Fuzzy fuzzy -> List.of();
      case Query.About about -> List.of();
      case Query.Mentions mentions -> List.of();
      case Query.Salient salient -> List.of();
      case Query.Published published -> List.of();
      case Query.Like like -> List.of();
      case Query.Everything everything -> List.of();
    };
  }
}
