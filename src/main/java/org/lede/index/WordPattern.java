package org.lede.index;

import java.util.function.UnaryOperator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * A word in which {@code *} stands for any letters or none and {@code ?} for one letter, as the
 * index writes words. To compare takes at most the product of both lengths.
 */
final class WordPattern {
  private static final int ANY = -1;
  private static final int ONE = -2;

  private final int[] pattern;
  private int[] word = new int[64];

  private WordPattern(int[] pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern, in which {@code \} stands before what is meant as it is.
   *
   * @param normal how the index writes the letters between wildcards
   */
  static WordPattern of(String pattern, UnaryOperator<String> normal) {
    int[] read = new int[0];
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        read = joined(read, letters, normal);
        read = joined(read, new int[] {c == '*' ? ANY : ONE});
      } else {
        letters.append(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c);
      }
    }
    return new WordPattern(joined(read, letters, normal));
  }

  private static int[] joined(int[] before, StringBuilder letters, UnaryOperator<String> normal) {
    int[] joined =
        letters.isEmpty()
            ? before
            : joined(before, normal.apply(letters.toString()).codePoints().toArray());
    letters.setLength(0);
    return joined;
  }

  private static int[] joined(int[] one, int[] other) {
    int[] joined = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  /** Returns what every word of this pattern starts with. */
  BytesRef start() {
    int length = 0;
    while (length < pattern.length && pattern[length] >= 0) {
      length++;
    }
    return new BytesRef(new String(pattern, 0, length));
  }

  /** Tells whether a word, in UTF-8, is of this pattern. */
  boolean matches(BytesRef term) {
    if (word.length < term.length) {
      word = new int[term.length];
    }
    int length = UnicodeUtil.UTF8toUTF32(term, word);
    int at = 0;
    int next = 0;
    int star = -1; // the last one passed, and what it stands for ends before "resume"
    int resume = 0;
    while (at < length) {
      if (next < pattern.length && (pattern[next] == ONE || pattern[next] == word[at])) {
        at++;
        next++;
      } else if (next < pattern.length && pattern[next] == ANY) {
        star = next++;
        resume = at;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (next < pattern.length && pattern[next] == ANY) {
      next++;
    }
    return next == pattern.length;
  }
}
