package org.lede.index;

import java.util.List;
import java.util.function.Consumer;

/** How many of some documents have each value of one field. */
interface FieldCounts {
  FacetOrdinals ordinals();

  /** Returns how many of the documents have the value with a number. */
  int count(int ordinal);

  /** Returns how many values any of the documents has. */
  int distinct();

  /** Hands over the values that any of the documents has, in any order. */
  void forEach(Consumer<ValueCount> taker);

  /**
   * Returns the values with the highest counts, highest first, and of equal ones the smaller value;
   * only values that any of the documents has.
   */
  List<ValueCount> mostFrequent(int most);
}
