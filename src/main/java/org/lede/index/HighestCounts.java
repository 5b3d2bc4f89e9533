package org.lede.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.util.LongHeap;

/** Keeps the values with the highest counts, and of equal counts those with the smaller numbers. */
final class HighestCounts {
  private final int most;

  /** Each value as its count in the high half, and in the low half how small its number is. */
  private final LongHeap lowestFirst;

  HighestCounts(int most) {
    this.most = most;
    lowestFirst = new LongHeap(Math.max(most, 1));
  }

  /** Adds a value, if its count is not 0. */
  void add(int ordinal, int count) {
    if (count > 0 && most > 0) {
      long value = (long) count << Integer.SIZE | Integer.MAX_VALUE - ordinal;
      if (lowestFirst.size() < most) {
        lowestFirst.push(value);
      } else if (value > lowestFirst.top()) {
        lowestFirst.updateTop(value);
      }
    }
  }

  /** Returns a count that a value must have at least to be kept now. */
  int least() {
    return lowestFirst.size() < most ? 1 : (int) (lowestFirst.top() >>> Integer.SIZE);
  }

  /** Returns the values kept, those with the highest counts first, and keeps none any more. */
  List<ValueCount> values() {
    List<ValueCount> values = new ArrayList<>();
    while (lowestFirst.size() > 0) {
      long value = lowestFirst.pop();
      values.add(new ValueCount(Integer.MAX_VALUE - (int) value, (int) (value >>> Integer.SIZE)));
    }
    Collections.reverse(values);
    return values;
  }
}
