package org.lede.index;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * Where something stands in one text: from the position of its first word to behind its last one.
 * In order of their starts, and each only once.
 */
final class Spans {
  /** The most places of one thing in one text that are looked at. */
  static final int MAX = 10_000;

  /** The start in the high half, the end in the low one, so that they sort as numbers. */
  private long[] spans = new long[16];

  private int size;
  private boolean sorted = true;

  void clear() {
    size = 0;
    sorted = true;
  }

  /** Adds a span, unless there are too many, and tells whether there was room. */
  boolean add(int start, int end) {
    if (size == MAX) {
      sort();
      if (size == MAX) {
        return false;
      }
    }
    long span = packed(start, end);
    sorted &= size == 0 || spans[size - 1] < span;
    spans = ArrayUtil.grow(spans, size + 1);
    spans[size++] = span;
    return true;
  }

  private static long packed(int start, int end) {
    return (long) start << 32 | end;
  }

  boolean contains(int start, int end) {
    sort();
    return Arrays.binarySearch(spans, 0, size, packed(start, end)) >= 0;
  }

  void addAll(Spans others) {
    for (int i = 0; i < others.size(); i++) {
      add(others.start(i), others.end(i));
    }
  }

  int size() {
    sort();
    return size;
  }

  int start(int i) {
    return (int) (spans[i] >>> 32);
  }

  int end(int i) {
    return (int) spans[i];
  }

  /** Returns the number of the first span that does not start before a position. */
  int firstFrom(int position) {
    sort();
    int found = Arrays.binarySearch(spans, 0, size, packed(position, 0));
    return found >= 0 ? found : -found - 1;
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(spans, 0, size);
      int kept = 1;
      for (int i = 1; i < size; i++) {
        if (spans[i] != spans[kept - 1]) {
          spans[kept++] = spans[i];
        }
      }
      size = kept;
      sorted = true;
    }
  }
}
