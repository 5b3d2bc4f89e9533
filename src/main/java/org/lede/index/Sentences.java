package org.lede.index;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where sentences begin, by the rules of a language. */
final class Sentences {
  /** After how many sentences it is time to look at the clock. */
  private static final int MANY = 1_000;

  private Sentences() {}

  /**
   * Returns where each sentence of a text begins, and where the last one ends.
   *
   * @throws TimeUp if the deadline comes first
   */
  static int[] starts(String text, String language, Deadline deadline) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    IntStream.Builder starts = IntStream.builder();
    int count = 0;
    for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
      starts.add(at);
      if (++count % MANY == 0) {
        deadline.check();
      }
    }
    return starts.build().toArray();
  }
}
