package org.lede.query;

/**
 * What had to be changed in a typed query so that it could be searched.
 *
 * @param kind what was the matter
 * @param start where it stands in the text, in characters (UTF-16 units) from 0
 * @param end where it ends, after its last character
 * @param message what was done, and what to type instead
 */
public record Notice(Kind kind, int start, int end, String message) {
  /** How many characters a picture shows at most. */
  private static final int WIDTH = 76;

  private static final int BEFORE = 40;

  /** What can be the matter with a typed query. */
  public enum Kind {
    /** A quote or parenthesis without its other half. */
    UNBALANCED,
    /** An operator or field with nothing to search for beside it, or punctuation alone. */
    NOTHING_TO_SEARCH,
    /** A name before a colon that is none of a field. */
    UNKNOWN_FIELD,
    /** A value that the facet cannot have. */
    UNKNOWN_VALUE,
    /** A number that is none, or out of range. */
    BAD_NUMBER,
    /** A date that is none. */
    BAD_DATE,
    /** Something else that cannot be searched for as it was typed. */
    NOT_UNDERSTOOD,
    /** Something that was understood otherwise than it might have been meant. */
    CHANGED,
    /** More than the {@link Budget} allows. */
    OVER_BUDGET,
    /** Words that no article holds all of, so that those with most of them were found. */
    NOT_ALL_WORDS,
    /** A word that the index does not hold; the message may tell one that it holds. */
    UNKNOWN_WORD
  }

  /**
   * Returns the message with a picture of the place below it, for logs and terminals.
   *
   * <pre>
   * a phrase is opened but never closed, so it was read to the end; add a closing quote
   *   topic:trade "grain exports
   *               ^
   * </pre>
   *
   * @param text the text that was read
   * @return three lines, without a line break at the end; only the surroundings of the place, if
   *     the text is long
   * @throws IllegalArgumentException if the place is not within the text
   */
  public String picture(String text) {
    if (start < 0 || start > text.length()) {
      throw new IllegalArgumentException(
          "the notice is about character %d, but the text has %d; give the text that was read"
              .formatted(start, text.length()));
    }
    int from = Math.max(0, start - BEFORE);
    int to = Math.min(text.length(), from + WIDTH);
    String line = visible(text.substring(from, to));
    return message + "\n  " + line + "\n  " + " ".repeat(start - from) + "^";
  }

  /** Returns a text in which every character is seen, and takes one column in most scripts. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (CleanText.isSpace(c)) {
        visible.setCharAt(i, ' ');
      } else if (CleanText.isDirectionMark(c)) {
        visible.setCharAt(i, '\uFFFD');
      }
    }
    return visible.toString();
  }
}
