package org.lede.index;

import java.util.List;
import java.util.function.Consumer;

/** Counts of all values of a field, in an array that others may share. */
final class ArrayCounts implements FieldCounts {
  /** How many values are looked at together, as most of them are not frequent enough. */
  private static final int STRETCH = 64;

  private final FacetOrdinals ordinals;
  private final int[] counts;
  private final int first;

  /**
   * Makes counts.
   *
   * @param counts takes the counts
   * @param first where in the array the count of the first value is
   */
  ArrayCounts(FacetOrdinals ordinals, int[] counts, int first) {
    this.ordinals = ordinals;
    this.counts = counts;
    this.first = first;
  }

  @Override
  public FacetOrdinals ordinals() {
    return ordinals;
  }

  @Override
  public int count(int ordinal) {
    return counts[first + ordinal];
  }

  @Override
  public int distinct() {
    int distinct = 0;
    for (int i = first; i < first + ordinals.size(); i++) {
      distinct += counts[i] > 0 ? 1 : 0;
    }
    return distinct;
  }

  @Override
  public void forEach(Consumer<ValueCount> taker) {
    for (int ordinal = 0; ordinal < ordinals.size(); ordinal++) {
      if (count(ordinal) > 0) {
        taker.accept(new ValueCount(ordinal, count(ordinal)));
      }
    }
  }

  @Override
  public List<ValueCount> mostFrequent(int most) {
    HighestCounts highest = new HighestCounts(most);
    int size = ordinals.size();
    for (int start = 0; start < size; start += STRETCH) {
      int end = Math.min(start + STRETCH, size);
      if (highestOf(start, end) >= highest.least()) {
        for (int ordinal = start; ordinal < end; ordinal++) {
          highest.add(ordinal, count(ordinal));
        }
      }
    }
    return highest.values();
  }

  /** Returns the highest count of some values; the loop is one that compilers make vectors of. */
  private int highestOf(int start, int end) {
    int highest = 0;
    for (int i = first + start; i < first + end; i++) {
      highest = Math.max(highest, counts[i]);
    }
    return highest;
  }
}
