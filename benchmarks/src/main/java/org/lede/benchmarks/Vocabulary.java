package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Words with their frequencies, and which word likes to follow which.
 *
 * <p>The most frequent ones are the function words of English, the others are made up. Frequencies
 * follow the law of Zipf and Mandelbrot. About a third of all words are chosen by the word before,
 * from a few preferred ones, so that phrases repeat as they do in natural text.
 */
final class Vocabulary {
  static final int SIZE = 100_000;

  private static final List<String> FUNCTION_WORDS =
      List.of(
          """
          the of to and a in that is was he for it with as his on be at by i this had not are but from or have an
          they which one you were her all she there would their we him been has when who will more no if out so said
          what up its about into than them can only other new some could time these two may then do first any my now
          such like our over me even most made after also did many before must through back years where much your way
          well down should because each just those people how too little state good very make world still own see
          work long get here between both life being under never day same another know while last might us great
          since against
          """
              .strip()
              .split("\\s+"));

  private static final double CHOSEN_BY_WORD_BEFORE = 0.35;
  private static final int MOST_SUCCESSORS = 512;
  private static final int FEWEST_SUCCESSORS = 8;

  private final String[] words;
  private final Skewed frequencies = Skewed.zipf(SIZE, 1.07, 2.7);
  private final int[][] successors = new int[SIZE][];

  Vocabulary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> all = new ArrayList<>(FUNCTION_WORDS);
    all.addAll(new MadeUpWords(random).words(SIZE - FUNCTION_WORDS.size(), FUNCTION_WORDS));
    words = all.toArray(String[]::new);
    for (int word = 0; word < SIZE; word++) {
      int number = Math.clamp(20_000 / (word + 1), FEWEST_SUCCESSORS, MOST_SUCCESSORS);
      successors[word] = IntStream.generate(() -> frequencies.next(random)).limit(number).toArray();
    }
  }

  /** Returns the word with this number; the lower the number, the more frequent the word. */
  String word(int number) {
    return words[number];
  }

  /** Tells whether a word is one of those that say little by themselves. */
  static boolean isFunctionWord(int number) {
    return number < FUNCTION_WORDS.size();
  }

  /** Draws the first word of a text. */
  int first(SplittableRandom random) {
    return frequencies.next(random);
  }

  /** Draws a word to follow another, never the same one. */
  int after(int word, SplittableRandom random) {
    while (true) {
      int next =
          random.nextDouble() < CHOSEN_BY_WORD_BEFORE
              ? preferred(successors[word], random)
              : frequencies.next(random);
      if (next != word) {
        return next;
      }
    }
  }

  private static int preferred(int[] successors, SplittableRandom random) {
    double place = random.nextDouble();
    return successors[(int) (place * place * successors.length)];
  }
}
