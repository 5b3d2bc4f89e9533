package org.lede.index;

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

  /** Tells whether a document has any of some codes here. */
  boolean has(int doc, FixedBitSet wanted) {
    if (!docs.get(doc)) {
      return false;
    }
    int index = index(doc);
    for (int i = starts[index]; i < starts[index + 1]; i++) {
      if (wanted.get(codes[i])) {
        return true;
      }
    }
    return false;
  }

  /** Takes the codes of documents. */
  interface Taker {
    /**
     * Takes those of one.
     *
     * @param which the place of the document among those that were asked for
     */
    void take(int which, int[] codes, int from, int to);
  }

  /**
   * Hands over the codes of those documents that have any here.
   *
   * @return something that depends on all, so that to look at them first is not left out as idle
   */
  int read(int[] some, int size, Taker taker) {
    int[] which = new int[size];
    int[] indexes = new int[size];
    int found = find(some, size, which, indexes);
    int looked = lookAt(indexes, found);
    for (int i = 0; i < found; i++) {
      taker.take(which[i], codes, starts[indexes[i]], starts[indexes[i] + 1]);
    }
    return looked;
  }

  /**
   * Finds the documents that have codes here.
   *
   * @param which takes the places of these documents
   * @param indexes takes how many documents come before each of them
   * @return how many documents these are
   */
  private int find(int[] some, int size, int[] which, int[] indexes) {
    long[] words = docs.getBits();
    int found = 0;
    for (int i = 0; i < size; i++) {
      which[found] = i;
      indexes[found] = index(some[i]);
      found += (int) (words[some[i] / Long.SIZE] >>> some[i]) & 1; // no branch to guess wrongly
    }
    return found;
  }

  /** Looks at the first code of each document: as in {@link RowCodes}, to wait for many at once. */
  private int lookAt(int[] indexes, int found) {
    int all = 0;
    for (int i = 0; i < found; i++) {
      all |= codes[starts[indexes[i]]];
    }
    return all;
  }

  long memoryBytes() {
    long numbers = (long) before.length + starts.length + codes.length;
    return numbers * Integer.BYTES + docs.ramBytesUsed();
  }
}
