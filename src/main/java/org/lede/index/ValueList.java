package org.lede.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Different values in the order of their UTF-8 bytes, numbered from 0. Never changes. */
final class ValueList {
  static final ValueList EMPTY = new Builder(0).build();

  /** A reference, and a string of some twenty letters. */
  private static final int BYTES_OF_TEXT = 80;

  private final byte[] bytes;

  /** Where each value starts, and where the last one ends. */
  private final int[] starts;

  /**
   * The values that were asked for so far, by their numbers: the same few are asked for again and
   * again.
   */
  private final AtomicReferenceArray<@Nullable String> known;

  private ValueList(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
    known = new AtomicReferenceArray<>(starts.length - 1);
  }

  /** Makes a list of values that are added in their order. */
  static final class Builder {
    private byte[] bytes = {};
    private int[] starts;
    private int size;

    Builder(int sizeHint) {
      starts = new int[sizeHint + 1];
    }

    void add(BytesRef value) {
      int start = starts[size];
      int end = Math.addExact(start, value.length);
      bytes = ArrayUtil.grow(bytes, end);
      System.arraycopy(value.bytes, value.offset, bytes, start, value.length);
      starts = ArrayUtil.grow(starts, size + 2);
      starts[++size] = end;
    }

    ValueList build() {
      return new ValueList(Arrays.copyOf(bytes, starts[size]), Arrays.copyOf(starts, size + 1));
    }
  }

  int size() {
    return starts.length - 1;
  }

  /** Returns the value with a number. */
  String text(int number) {
    String text = known.get(number);
    if (text == null) {
      text = value(number, new BytesRef()).utf8ToString();
      known.set(number, text);
    }
    return text;
  }

  /** Points to the value with a number. */
  BytesRef value(int number, BytesRef reuse) {
    reuse.bytes = bytes;
    reuse.offset = starts[number];
    reuse.length = starts[number + 1] - starts[number];
    return reuse;
  }

  /** Returns the number of a value; or if it is not there, -1 less the number it would have. */
  int find(BytesRef value) {
    return find(value, 0);
  }

  /**
   * Returns what {@link #find(BytesRef)} does, of a value that does not come before a number; the
   * nearer it is to that, the faster.
   */
  int find(BytesRef value, int from) {
    BytesRef here = new BytesRef();
    int low = from;
    int step = 1;
    while (low + step < size() && value(low + step, here).compareTo(value) < 0) {
      low += step;
      step *= 2;
    }
    int high = Math.min(low + step, size() - 1);
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = value(middle, here).compareTo(value);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  /**
   * Returns a list of these values and others.
   *
   * @param others values that are not here
   * @param moved takes the new number of each value that is here
   */
  ValueList with(ValueList others, int[] moved) {
    Builder merged = new Builder(size() + others.size());
    BytesRef value = new BytesRef();
    BytesRef other = new BytesRef();
    int next = 0;
    for (int number = 0; number < size(); number++) {
      value(number, value);
      while (next < others.size() && others.value(next, other).compareTo(value) < 0) {
        merged.add(other);
        next++;
      }
      moved[number] = number + next;
      merged.add(value);
    }
    for (; next < others.size(); next++) {
      merged.add(others.value(next, other));
    }
    return merged.build();
  }

  /**
   * Returns a list of some of these values.
   *
   * @param kept their numbers
   * @param moved takes the new number of each of them
   */
  ValueList only(FixedBitSet kept, int[] moved) {
    Builder some = new Builder(kept.cardinality());
    BytesRef value = new BytesRef();
    int next = 0;
    for (int number = 0; number < size(); number++) {
      if (kept.get(number)) {
        moved[number] = next++;
        some.add(value(number, value));
      }
    }
    return some.build();
  }

  /** Returns how many bytes of heap this takes; the texts themselves are estimated. */
  long memoryBytes() {
    return bytes.length + (long) starts.length * (Integer.BYTES + BYTES_OF_TEXT);
  }
}
