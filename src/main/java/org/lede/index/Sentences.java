package org.lede.index;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.IntStream;

final class Sentences {
  private Sentences() {}

  static int[] starts(String text, String language) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    IntStream.Builder starts = IntStream.builder();
    for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
      starts.add(at);
    }
    return starts.build().toArray();
  }
}
