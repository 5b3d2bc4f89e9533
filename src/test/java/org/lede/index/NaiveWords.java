package org.lede.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compares single words of a text with what is searched for. */
final class NaiveWords {
  /** Answers that were found before: random texts have few words. */
  private static final Map<List<Object>, Boolean> KNOWN = new ConcurrentHashMap<>();

  private NaiveWords() {}

  static boolean startsWith(String word, String start, NaiveText text) {
    String normal = text.normal(start);
    return !normal.isEmpty() && word.startsWith(normal);
  }

  static boolean isOfShape(String word, String pattern, NaiveText text) {
    return KNOWN.computeIfAbsent(
        List.of(text.language(), word, pattern), key -> hasShape(word, pattern, text));
  }

  private static boolean hasShape(String word, String pattern, NaiveText text) {
    StringBuilder regex = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        regex.append(quoted(letters, text)).append(c == '*' ? ".*" : ".");
        letters.setLength(0);
      } else {
        letters.append(c == '\\' ? pattern.charAt(++i) : c);
      }
    }
    return Pattern.compile(regex.append(quoted(letters, text)).toString(), Pattern.DOTALL)
        .matcher(word)
        .matches();
  }

  private static String quoted(CharSequence letters, NaiveText text) {
    return letters.isEmpty() ? "" : Pattern.quote(text.normal(letters.toString()));
  }

  static boolean isSimilar(String word, String wanted, int edits, NaiveText text) {
    return KNOWN.computeIfAbsent(
        List.of(text.language(), word, wanted, edits), key -> isNear(word, wanted, edits, text));
  }

  private static boolean isNear(String word, String wanted, int edits, NaiveText text) {
    NaiveText stems = text.of(wanted);
    String normal = text.normal(wanted);
    return (!normal.isEmpty() && distance(word, normal) <= edits)
        || (stems.size() == 1 && distance(word, stems.words().getFirst().text()) <= edits);
  }

  /**
   * Returns how many characters must be put in, left out, changed, or swapped with their neighbour
   * and then left alone, to make one word of another (optimal string alignment).
   */
  static int distance(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, a, i, b, j);
      }
    }
    return distance[a.length][b.length];
  }

  private static int step(int[][] distance, int[] a, int i, int[] b, int j) {
    int changed = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    int least = Math.min(changed, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
