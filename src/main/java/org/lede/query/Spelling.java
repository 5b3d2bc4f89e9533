package org.lede.query;

import java.util.Arrays;

/** Compares spellings of the names of fields. */
final class Spelling {
  private Spelling() {}

  /** Tells whether one word may be meant as another: at most a third of its letters differ. */
  static boolean isNear(String typed, String meant) {
    boolean alike = Math.abs(typed.length() - meant.length()) <= meant.length() / 3;
    return alike && distance(typed, meant) <= Math.max(1, meant.length() / 3);
  }

  /** Returns how many letters must be put in, left out or changed (Levenshtein's distance). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
