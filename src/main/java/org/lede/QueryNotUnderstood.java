package org.lede;

/**
 * A query that was to be read strictly has a part that was not understood; the message shows it,
 * with a caret below the place.
 */
public final class QueryNotUnderstood extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public QueryNotUnderstood(String message) {
    super(message);
  }
}
