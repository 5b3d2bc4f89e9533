package org.lede.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws numbers from 0 up to a size, the small ones far more often than the large ones, as words
 * and names come in real text.
 *
 * <p>Takes the same short time for any size (source: A. J. Walker, "An Efficient Method for
 * Generating Discrete Random Variables with General Distributions", 1977).
 */
final class Skewed {
  private final double[] keep; // the chance that a slot gives its own number rather than its alias
  private final int[] alias;

  private Skewed(double[] weights) {
    int size = weights.length;
    double total = Arrays.stream(weights).sum();
    keep = Arrays.stream(weights).map(weight -> weight * size / total).toArray();
    alias = IntStream.range(0, size).toArray();
    level();
  }

  /**
   * Returns numbers by the law of Zipf and Mandelbrot: number {@code r} comes with a weight of
   * {@code 1 / (r + 1 + shift) ^ exponent}.
   */
  static Skewed zipf(int size, double exponent, double shift) {
    return new Skewed(
        IntStream.range(0, size).mapToDouble(r -> Math.pow(r + 1 + shift, -exponent)).toArray());
  }

  /** Fills the slots below 1 with what those over 1 have too much, until all are at 1. */
  private void level() {
    int[] slots = new int[keep.length]; // those below 1 on the left, the others on the right
    int below = 0;
    int over = keep.length;
    for (int slot = 0; slot < keep.length; slot++) {
      slots[keep[slot] < 1 ? below++ : --over] = slot;
    }
    while (below > 0 && over < keep.length) {
      int poor = slots[--below];
      int rich = slots[over];
      alias[poor] = rich;
      keep[rich] -= 1 - keep[poor];
      if (keep[rich] < 1) {
        over++;
        slots[below++] = rich;
      }
    }
  }

  int next(SplittableRandom random) {
    int slot = random.nextInt(keep.length);
    return random.nextDouble() < keep[slot] ? slot : alias[slot];
  }
}
