package org.lede.query;

/** The patterns of {@link Query.Wildcard}. */
final class Patterns {
  /** The longest pattern as it is written: each letter may be escaped, and a star may follow. */
  private static final int MAX_WRITTEN = 2 * Query.MAX_WORD_LENGTH + 1;

  private Patterns() {}

  /** Returns the query for a pattern: a prefix, if it is no more than that. */
  static Query query(String pattern) {
    String canonical = collapsed(CleanText.word("a pattern", pattern, MAX_WRITTEN));
    check(canonical);
    return isPrefix(canonical)
        ? new Query.Prefix(literal(canonical.substring(0, canonical.length() - 1)))
        : new Query.Wildcard(canonical);
  }

  /**
   * Returns the one form of all patterns that mean the same.
   *
   * @throws IllegalArgumentException if it is none, or only the start of a word
   */
  static String canonical(String pattern) {
    String canonical = collapsed(pattern);
    check(canonical);
    if (isPrefix(canonical)) {
      throw new IllegalArgumentException(
          "a pattern with one * at its end only, such as \"%s\", is a Prefix; make it with Query.wildcard"
              .formatted(CleanText.excerpt(pattern)));
    }
    return canonical;
  }

  private static void check(String canonical) {
    if (firstWildcard(canonical) < 0) {
      throw new IllegalArgumentException(
          "a pattern must have a * or ?, but is \"" + CleanText.excerpt(canonical) + "\"");
    }
    if (literal(canonical).chars().allMatch(c -> c == '*' || c == '?')
        && canonical.indexOf('\\') < 0) {
      throw new IllegalArgumentException(
          "a pattern must have a letter beside * and ?, but is \""
              + CleanText.excerpt(canonical)
              + "\"");
    }
  }

  /** Returns a pattern without needless escapes and stars. */
  private static String collapsed(String pattern) {
    StringBuilder canonical = new StringBuilder(pattern.length());
    boolean afterStar = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean star = c == '*';
      if (c == '\\') {
        i = Math.min(i + 1, pattern.length() - 1);
        canonical.append(escaped(String.valueOf(pattern.charAt(i))));
      } else if (!star || !afterStar) {
        canonical.append(c);
      }
      afterStar = star;
    }
    return canonical.toString();
  }

  private static boolean isPrefix(String canonical) {
    return firstWildcard(canonical) == canonical.length() - 1 && canonical.endsWith("*");
  }

  /** Returns where the first wildcard stands that is not escaped; -1 if there is none. */
  static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        return i;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }

  /** Returns the pattern that stands for a text and nothing else. */
  static String escaped(String text) {
    return text.replaceAll("[*?\\\\]", "\\\\$0");
  }

  /** Returns the text that an escaped one stands for. */
  private static String literal(String escaped) {
    return escaped.replaceAll("\\\\(.)", "$1");
  }
}
