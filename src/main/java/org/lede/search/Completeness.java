package org.lede.search;

/** Whether a search was answered in full. */
public sealed interface Completeness {
  /** Everything that was asked for was found and counted. */
  record Complete() implements Completeness {}

  /**
   * The {@linkplain Search#deadline deadline} came first. What was found until then is in the
   * result; counts and totals are of that alone.
   *
   * @param stage what was being done; it is not finished, and what comes after it was not begun
   */
  record Partial(Stage stage) implements Completeness {}

  /** The parts of answering a search, in their order. */
  enum Stage {
    /** Reading what was typed, and finding the words of the index that it stands for. */
    QUERY,
    /** Finding the best hits. */
    HITS,
    /** Counting the total and the facets. */
    COUNTS,
    /** Counting by time. */
    TIMELINE,
    /** Reading the articles, and finding what in them matched. */
    ARTICLES
  }
}
