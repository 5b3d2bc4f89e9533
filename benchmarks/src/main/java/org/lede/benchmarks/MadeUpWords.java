package org.lede.benchmarks;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes words that nobody has ever used but that can be read aloud, such as "brandeto". */
final class MadeUpWords {
  private static final String[] STARTS =
      "b br c ch cl d dr f fl fr g gl gr h j k kr l m n p pl pr qu r s sh sk sl st str t th tr v w y z"
          .split(" ");
  private static final String[] VOWELS = "a e i o u a e i o ai ea ei io oa ou".split(" ");
  private static final String[] ENDS =
      "ck ft l ld m n nd ng nt p r rd rk rm rn rt st t th x".split(" ");

  private final SplittableRandom random;

  MadeUpWords(SplittableRandom random) {
    this.random = random;
  }

  /**
   * Makes words, the first ones shorter than the later ones, as frequent words are shorter than
   * rare ones.
   *
   * @param count how many
   * @param taken words not to make
   */
  List<String> words(int count, Collection<String> taken) {
    Set<String> words = new LinkedHashSet<>(taken);
    while (words.size() < taken.size() + count) {
      double place = (words.size() - taken.size()) / (double) count;
      words.add(word(syllables(place)));
    }
    return words.stream().skip(taken.size()).toList();
  }

  private int syllables(double place) {
    return (place < 0.002 ? 1 : 2) + (random.nextDouble() < Math.sqrt(place) ? 1 : 0);
  }

  String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(any(STARTS)).append(any(VOWELS));
    }
    return random.nextInt(3) == 0 ? word.toString() : word.append(any(ENDS)).toString();
  }

  /** Makes a word of two syllables that starts with a capital. */
  String name() {
    String word = word(2);
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  String any(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
