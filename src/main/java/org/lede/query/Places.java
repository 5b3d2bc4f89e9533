package org.lede.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Which queries have a place in a text, so that something can be near it. */
final class Places {
  private Places() {}

  /**
   * Checks a side of {@link Query.Near} and its like.
   *
   * @throws IllegalArgumentException if it has no place in a text
   */
  static void check(Query query) {
    if (!areIn(query)) {
      throw new IllegalArgumentException(
          "only words, phrases and what is made of them stand near each other or in one sentence,"
              + " but not "
              + query.getClass().getSimpleName()
              + "; ask for that beside it, with AND");
    }
  }

  /** Tells whether a query has places in a text. */
  static boolean areIn(Query query) {
    Deque<Query> left = new ArrayDeque<>(List.of(query)); // not by recursion: trees may be deep
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Query.AllOf(var parts) when !parts.isEmpty() -> parts.forEach(left::push);
        case Query.AnyOf(var parts) when !parts.isEmpty() -> parts.forEach(left::push);
        case Query.Words words -> {}
        case Query.Phrase phrase -> {}
        case Query.Prefix prefix -> {}
        case Query.Wildcard wildcard -> {}
        case Query.Fuzzy fuzzy -> {}
        case Query.Near near -> {} // checked when it was made
        case Query.Same same -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }
}
