package org.lede.benchmarks;

import java.util.SplittableRandom;

/** Writes the text of one article: sentences of words, as many as asked for. */
final class MadeUpText {
  private static final double REPEATED = 0.06; // what was named once is soon named again
  private static final int MOST_REMEMBERED = 64;

  private final Vocabulary vocabulary;
  private final SplittableRandom random;
  private final int[] named = new int[MOST_REMEMBERED];
  private int remembered;
  private int last;

  MadeUpText(Vocabulary vocabulary, SplittableRandom random) {
    this.vocabulary = vocabulary;
    this.random = random;
    last = vocabulary.first(random);
  }

  /** Writes paragraphs of two to four sentences, apart by a blank line. */
  String paragraphs(int words) {
    StringBuilder text = new StringBuilder(words * 7);
    int left = words;
    while (left > 0) {
      if (!text.isEmpty()) {
        text.append("\n\n");
      }
      left = paragraph(text, left);
    }
    return text.toString();
  }

  private int paragraph(StringBuilder text, int words) {
    int left = words;
    for (int sentences = random.nextInt(2, 5); sentences > 0 && left > 0; sentences--) {
      int length = sentenceLength(left);
      sentence(text, length);
      text.append(sentences > 1 && left > length ? ". " : ".");
      left -= length;
    }
    return left;
  }

  /** Leaves no sentence of a word or two at the end. */
  private int sentenceLength(int left) {
    int length = random.nextInt(8, 30);
    return left - length < 4 ? left : length;
  }

  /** Writes one sentence without its full stop, as a headline is written. */
  String sentence(int words) {
    StringBuilder text = new StringBuilder(words * 7);
    sentence(text, words);
    return text.toString();
  }

  private void sentence(StringBuilder text, int words) {
    int start = text.length();
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        text.append(random.nextInt(14) == 0 ? ", " : " ");
      }
      text.append(vocabulary.word(next()));
    }
    text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
  }

  private int next() {
    boolean again = remembered > 0 && random.nextDouble() < REPEATED;
    int word = again ? named[random.nextInt(remembered)] : vocabulary.after(last, random);
    if (!again && remembered < MOST_REMEMBERED && !Vocabulary.isFunctionWord(word)) {
      named[remembered++] = word;
    }
    last = word;
    return word;
  }
}
