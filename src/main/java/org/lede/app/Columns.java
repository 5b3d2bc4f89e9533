package org.lede.app;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How wide text is on a terminal: letters of Chinese, Japanese and Korean and most emoji take two
 * columns, accents on other letters none (source: Unicode Standard Annex 11, as far as terminals
 * agree on it).
 */
final class Columns {
  private static final char ESCAPE = '\u001B';
  private static final String LEFT_OUT = "...";

  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private Columns() {}

  /** Returns how many columns a text takes; colours in it take none. */
  static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i = next(text, i)) {
      columns += text.charAt(i) == ESCAPE ? 0 : of(text.codePointAt(i));
    }
    return columns;
  }

  /** Returns where what comes after a character, or after the change of a colour, starts. */
  static int next(String text, int i) {
    if (text.charAt(i) == ESCAPE) {
      int end = text.indexOf('m', i);
      return end < 0 ? text.length() : end + 1;
    }
    return i + Character.charCount(text.codePointAt(i));
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    boolean halfWidth = c >= 0xFF61 && c <= 0xFFDC;
    return (WIDE.contains(UnicodeScript.of(c)) && !halfWidth)
        || (c >= 0x3000 && c <= 0x303E) // the punctuation of these scripts
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || Character.isEmojiPresentation(c);
  }

  /** Returns a text filled up with spaces on the right. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** Returns a text, or its beginning if it takes more columns; without colours. */
  static String shortened(String text, int columns) {
    return of(text) <= columns
        ? text
        : text.substring(0, fitting(text, columns - LEFT_OUT.length())) + LEFT_OUT;
  }

  /** Returns how many characters at the beginning of a text take at most so many columns. */
  static int fitting(String text, int columns) {
    int width = 0;
    int i = 0;
    while (i < text.length()) {
      int next = next(text, i);
      width += of(text.substring(i, next));
      if (width > columns) {
        return i;
      }
      i = next;
    }
    return i;
  }
}
