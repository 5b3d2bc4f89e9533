package org.lede.search;

/**
 * Where the next page of a result starts. Give it to {@link Search#after} with the same search.
 *
 * <p>All pages are of the index as it was for the first one, so that none skips or repeats an
 * article while others are written. The engine keeps that state for some minutes; after that, and
 * for a search other than its own, a cursor is refused by {@link org.lede.CursorExpired}.
 *
 * @param text what to hand to a client and take back from it; means nothing outside the engine. Has
 *     only letters, digits, hyphens and underscores.
 */
public record Cursor(String text) {
  /** The beginning: no cursor. */
  public static final Cursor START = new Cursor("");

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
