package org.lede.index;

import java.util.List;
import java.util.function.IntConsumer;

/** How many of some documents have each value of one field. */
interface FieldCounts {
  FacetOrdinals ordinals();

  /** Returns how many of the documents have the value with a number. */
  int count(int ordinal);

  /** Returns how many values any of the documents has. */
  int distinct();

  /** Hands over the numbers of the values that any of the documents has, in any order. */
  void forEach(IntConsumer taker);

  /**
   * Returns the numbers of the values with the highest counts, highest first, and of equal ones the
   * smaller value; only of values that any of the documents has.
   */
  List<Integer> mostFrequent(int most);
}
