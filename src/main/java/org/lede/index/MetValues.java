package org.lede.index;

import org.apache.lucene.util.ArrayUtil;

/**
 * Counts where few values are met: those are noted down, so that nobody needs to look at all
 * others, and the array can be used again.
 */
final class MetValues {
  private final FacetTable table;

  /** The count of each number, all of them 0 at first. */
  private final int[] counts;

  /** The numbers that were met. */
  private int[] met = {};

  private int size;

  MetValues(FacetTable table) {
    this.table = table;
    counts = table.takeZeros();
  }

  /** Counts one document for each of some codes. */
  void count(int[] codes, int from, int to, int[] numbers) {
    met = ArrayUtil.grow(met, size + to - from);
    for (int i = from; i < to; i++) {
      int number = numbers[codes[i]];
      if (counts[number]++ == 0) {
        met[size++] = number;
      }
    }
  }

  /** Returns the counts of the values of a field. */
  FewCounts of(int field) {
    int first = table.firstNumber(field);
    int end = table.firstNumber(field + 1);
    int[] values = new int[size];
    int[] ofValues = new int[size];
    int found = 0;
    for (int i = 0; i < size; i++) {
      int number = met[i];
      if (number >= first && number < end) {
        values[found] = number - first;
        ofValues[found++] = counts[number];
      }
    }
    return new FewCounts(table.ordinals(field), values, ofValues, found);
  }

  /** Gives the array back. */
  void close() {
    for (int i = 0; i < size; i++) {
      counts[met[i]] = 0;
    }
    table.giveBackZeros(counts);
  }
}
