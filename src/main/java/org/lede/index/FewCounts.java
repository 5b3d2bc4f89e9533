package org.lede.index;

import java.util.List;
import java.util.function.Consumer;

/** Counts of the few values of a field that any of the documents has, one after the other. */
final class FewCounts implements FieldCounts {
  private final FacetOrdinals ordinals;
  private final int[] values;
  private final int[] counts;
  private final int size;

  /**
   * Makes counts.
   *
   * @param values the numbers of the values, in any order
   * @param counts the count of each of them
   */
  FewCounts(FacetOrdinals ordinals, int[] values, int[] counts, int size) {
    this.ordinals = ordinals;
    this.values = values;
    this.counts = counts;
    this.size = size;
  }

  @Override
  public FacetOrdinals ordinals() {
    return ordinals;
  }

  @Override
  public int count(int ordinal) {
    for (int i = 0; i < size; i++) {
      if (values[i] == ordinal) {
        return counts[i];
      }
    }
    return 0;
  }

  @Override
  public int distinct() {
    return size;
  }

  @Override
  public void forEach(Consumer<ValueCount> taker) {
    for (int i = 0; i < size; i++) {
      taker.accept(new ValueCount(values[i], counts[i]));
    }
  }

  @Override
  public List<ValueCount> mostFrequent(int most) {
    HighestCounts highest = new HighestCounts(most);
    for (int i = 0; i < size; i++) {
      highest.add(values[i], counts[i]);
    }
    return highest.values();
  }
}
