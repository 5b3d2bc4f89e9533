package org.lede.search;

/**
 * Something that a person may want to type on.
 *
 * @param kind what it is
 * @param text what would stand in the search box if it were taken: a query, in the text syntax
 * @param label what to show
 * @param count how many articles it finds within the search that suggestions were asked for
 */
public record Suggestion(Kind kind, String text, String label, long count) {
  /** What can be suggested. */
  public enum Kind {
    /** A country. */
    COUNTRY,
    /** An organisation. */
    ORGANISATION,
    /** A topic. */
    TOPIC,
    /** A headline. */
    HEADLINE
  }
}
