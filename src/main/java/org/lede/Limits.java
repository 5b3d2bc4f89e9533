package org.lede;

import java.util.Locale;

/** Checks of sizes, with messages that name the field, the limit and the actual size. */
final class Limits {
  private static final int EXCERPT = 40;

  private Limits() {}

  /**
   * Returns a text that can be stored as UTF-8: what is no character (half a surrogate pair)
   * becomes U+FFFD.
   */
  static String text(String field, String value, int maxLength) {
    if (value.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s may have at most %,d characters, but has %,d"
              .formatted(field, maxLength, value.length()));
    }
    return wellFormed(value);
  }

  static void bytes(String field, String value, int min, int max) {
    int bytes = utf8Length(value);
    if (bytes < min || bytes > max) {
      throw new IllegalArgumentException(
          "%s must have %d to %d bytes, but \"%s\" has %d"
              .formatted(field, min, max, excerpt(value), bytes));
    }
  }

  static void count(String field, int size, int max) {
    if (size > max) {
      throw new IllegalArgumentException(
          "an article may have at most %,d %s, but has %,d".formatted(max, field, size));
    }
  }

  static String excerpt(String value) {
    return value.length() <= EXCERPT ? value : value.substring(0, EXCERPT) + "...";
  }

  static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  private static int utf8Length(String value) {
    int bytes = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // each half of a surrogate pair stands for two of its four bytes
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  private static String wellFormed(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isUnpaired(value, i)) {
        return replaceUnpaired(value);
      }
    }
    return value;
  }

  private static String replaceUnpaired(String value) {
    StringBuilder text = new StringBuilder(value);
    for (int i = 0; i < value.length(); i++) {
      if (isUnpaired(value, i)) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  private static boolean isUnpaired(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
