package org.lede.query;

/** Brings the texts of queries into one form, so that what looks the same is the same. */
final class CleanText {
  private static final int EXCERPT = 40;

  private CleanText() {}

  /**
   * Returns a text with single spaces, and without what cannot be seen: control characters are
   * space, marks of writing direction are nothing, and half a surrogate pair is U+FFFD.
   *
   * @throws IllegalArgumentException if nothing is left, or it is too long
   */
  static String clean(String field, String text, int maxLength) {
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s may have at most %,d characters, but has %,d"
              .formatted(field, maxLength, text.length()));
    }
    String clean = cleaned(text);
    if (clean.isEmpty()) {
      throw new IllegalArgumentException(
          field + " must not be blank, but is \"" + excerpt(text) + "\"");
    }
    return clean;
  }

  /**
   * Returns a single word, as {@link #clean} would.
   *
   * @throws IllegalArgumentException if it is blank, too long or holds space
   */
  static String word(String field, String word) {
    return word(field, word, Query.MAX_WORD_LENGTH);
  }

  static String word(String field, String word, int maxLength) {
    String clean = clean(field, word, maxLength);
    if (clean.indexOf(' ') >= 0) {
      throw new IllegalArgumentException(
          field + " must not hold space, but is \"" + excerpt(word) + "\"");
    }
    return clean;
  }

  static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isSpace(c)) {
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
              clean.append(' ');
            }
          } else if (isSurrogate(c)) {
            clean.append('\uFFFD');
          } else if (!isDirectionMark(c)) {
            clean.appendCodePoint(c);
          }
        });
    int length = clean.length();
    return length > 0 && clean.charAt(length - 1) == ' '
        ? clean.substring(0, length - 1)
        : clean.toString();
  }

  /** Tells whether a character stands between words, as seen or unseen space. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Tells whether a character only says in which direction to write. */
  static boolean isDirectionMark(int c) {
    return c == 0x061C
        || c == 0xFEFF
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Returns the beginning of a text, never half a surrogate pair. */
  static String shortened(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splits ? maxLength - 1 : maxLength);
  }

  /**
   * Returns the beginning of a text as {@link #clean} would, but never nothing if there is more.
   */
  static String fitting(String text, int maxLength) {
    return shortened(cleaned(text), maxLength);
  }

  /** Returns the beginning of a text, for a message. */
  static String excerpt(String text) {
    return text.length() <= EXCERPT ? text : shortened(text, EXCERPT) + "...";
  }
}
