package org.lede.index;

import java.util.function.IntPredicate;
import org.apache.lucene.util.FixedBitSet;

/**
 * The codes of those values in {@link FacetRows} that have no slot, as lists of the few documents
 * that have such values.
 */
final class MoreCodes {
  private final FixedBitSet docs;

  /** How many documents come before each word of the bits. */
  private final int[] before;

  /** Where the codes of each document start, and where those of the last one end. */
  private final int[] starts;

  private final int[] codes;

  /**
   * Makes room for codes.
   *
   * @param docs the documents
   * @param numbers how many codes each document of the segment has
   */
  MoreCodes(FixedBitSet docs, int[] numbers) {
    this.docs = docs;
    long[] words = docs.getBits();
    before = new int[words.length];
    for (int word = 1; word < words.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
    }
    starts = new int[docs.cardinality() + 1];
    int next = 0;
    for (int doc = 0; doc < numbers.length; doc++) {
      if (docs.get(doc)) {
        starts[next + 1] = Math.addExact(starts[next], numbers[doc]);
        next++;
      }
    }
    codes = new int[starts[next]];
  }

  /** Sets one of the codes of a document. */
  void set(int doc, int which, int code) {
    codes[starts[index(doc)] + which] = code;
  }

  /** Returns how many documents come before one. */
  private int index(int doc) {
    int word = doc / Long.SIZE;
    long earlier = docs.getBits()[word] & ((1L << doc) - 1); // Java shifts by the last six bits
    return before[word] + Long.bitCount(earlier);
  }

  /** Counts those codes of documents that there is a count for. */
  void count(int[] some, int size, int[] counts) {
    for (int i = 0; i < size; i++) {
      if (docs.get(some[i])) {
        int index = index(some[i]);
        for (int place = starts[index]; place < starts[index + 1]; place++) {
          if (codes[place] < counts.length) {
            counts[codes[place]]++;
          }
        }
      }
    }
  }

  /** Hands over the codes of documents. */
  void read(int[] some, int size, FacetRows.Taker taker) {
    for (int i = 0; i < size; i++) {
      if (docs.get(some[i])) {
        int index = index(some[i]);
        taker.take(codes, starts[index], starts[index + 1]);
      }
    }
  }

  /** Tells whether a document has a code that is wanted. */
  boolean hasAny(int doc, IntPredicate wanted) {
    if (docs.get(doc)) {
      int index = index(doc);
      for (int place = starts[index]; place < starts[index + 1]; place++) {
        if (wanted.test(codes[place])) {
          return true;
        }
      }
    }
    return false;
  }

  long memoryBytes() {
    long numbers = (long) before.length + starts.length + codes.length;
    return numbers * Integer.BYTES + docs.ramBytesUsed();
  }
}
