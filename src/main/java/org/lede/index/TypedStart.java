package org.lede.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * What somebody has typed so far to find a name, as a search box reads it: each word is the start
 * of some word of the name, whatever its place, case and accents, or almost that.
 */
final class TypedStart {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /**
   * Accents of Latin, Greek and Cyrillic, and vowel points of Hebrew and Arabic. The marks of other
   * scripts tell words apart, so they stay.
   */
  private static final Pattern ACCENTS =
      Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c7\\u064b-\\u065f\\u0670]+");

  private static final TypedStart NOTHING = new TypedStart(List.of());

  private final List<Word> words;

  private TypedStart(List<Word> words) {
    this.words = words;
  }

  static TypedStart of(String typed) {
    return typed.isEmpty()
        ? NOTHING
        : new TypedStart(words(typed).stream().distinct().map(Word::new).toList());
  }

  /** How well a name fits what was typed; the best first. */
  enum Fit {
    /** Each word typed is the start of one of its words. */
    START,
    /** Each is, or almost is. */
    ALMOST,
    /** Some word typed is in nothing of it. */
    NONE;

    Fit better(Fit other) {
      return compareTo(other) <= 0 ? this : other;
    }

    private Fit worse(Fit other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** Tells whether no word was typed, which every name fits. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Returns how well a name fits what was typed. */
  Fit fit(String name) {
    Fit fit = Fit.START;
    if (!isEmpty()) {
      List<String> ofName = words(name);
      for (Word word : words) {
        fit = fit.worse(word.fit(ofName));
      }
    }
    return fit;
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS.splitAsStream(folded(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static String folded(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String small = ACCENTS.matcher(letters).replaceAll("").toLowerCase(Locale.ROOT);
    char[] input = small.replace('ς', 'σ').toCharArray();
    char[] output = new char[input.length * 4]; // one letter becomes four at most
    int length = ASCIIFoldingFilter.foldToASCII(input, 0, output, 0, input.length);
    return new String(output, 0, length);
  }

  /** One word that was typed. */
  private static final class Word {
    private final String text;
    private final int[] letters;

    /** How many letters may be wrong. */
    private final int mistakes;

    private Word(String text) {
      this.text = text;
      letters = text.codePoints().toArray();
      mistakes = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
    }

    Fit fit(List<String> words) {
      if (words.stream().anyMatch(word -> word.startsWith(text))) {
        return Fit.START;
      }
      return mistakes > 0 && words.stream().anyMatch(this::isAlmostStartOf) ? Fit.ALMOST : Fit.NONE;
    }

    /**
     * Tells whether some start of a word is made of this with few mistakes: letters put in, left
     * out, changed, or swapped with their neighbour and then left alone (optimal string alignment).
     */
    private boolean isAlmostStartOf(String word) {
      int[] other = word.codePoints().limit(letters.length + (long) mistakes).toArray();
      if (other.length < letters.length - mistakes) {
        return false;
      }
      int[] beforeLast = new int[other.length + 1];
      int[] last = new int[other.length + 1];
      int[] row = new int[other.length + 1];
      for (int j = 0; j <= other.length; j++) {
        last[j] = j;
      }
      for (int i = 1; i <= letters.length; i++) {
        if (fill(row, last, beforeLast, i, other) > mistakes) {
          return false; // it only gets worse
        }
        int[] free = beforeLast;
        beforeLast = last;
        last = row;
        row = free;
      }
      return true;
    }

    /**
     * Fills in how many mistakes make the first letters into each start of a word.
     *
     * @param row takes them
     * @param last those for one letter less
     * @param beforeLast those for two letters less
     * @param i how many letters
     * @return the least of them
     */
    private int fill(int[] row, int[] last, int[] beforeLast, int i, int[] other) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length; j++) {
        boolean same = letters[i - 1] == other[j - 1];
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && letters[i - 1] == other[j - 2] && letters[i - 2] == other[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      return least;
    }
  }
}
