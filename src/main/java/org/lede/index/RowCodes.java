package org.lede.index;

/**
 * The codes of the values in {@link FacetRows}: the rows of all documents, one after the other.
 *
 * <p>Before anything is done with rows, each is looked at once: so a processor waits for many of
 * them at the same time, which it does not while it copies or counts them.
 */
sealed interface RowCodes {
  /** Returns rows of so many codes together, none of which is greater than the largest. */
  static RowCodes of(int size, int largest) {
    return largest <= Character.MAX_VALUE ? new Chars(size) : new Ints(size);
  }

  void set(int place, int code);

  /**
   * Counts the codes in some slots of the rows of documents.
   *
   * @param counts the counts by code; that of code 0 is overwritten
   */
  void count(int[] docs, int size, int slots, int from, int to, int[] counts);

  /** Copies the codes in some slots of the rows of documents. */
  void read(int[] docs, int size, int slots, int from, int to, int[] into);

  long memoryBytes();

  // The two differ in nothing but the size of a code. A loop for both would have to ask for each.

  /** Codes of two bytes. */
  final class Chars implements RowCodes {
    private final char[] codes;

    private Chars(int size) {
      codes = new char[size];
    }

    @Override
    public void set(int place, int code) {
      codes[place] = (char) code;
    }

    private int lookAt(int[] docs, int size, int slots, int from) {
      int all = 0;
      for (int i = 0; i < size; i++) {
        all |= codes[docs[i] * slots + from];
      }
      return all;
    }

    @Override
    public void count(int[] docs, int size, int slots, int from, int to, int[] counts) {
      counts[0] = lookAt(docs, size, slots, from); // so that it is not left out as idle
      for (int i = 0; i < size; i++) {
        int row = docs[i] * slots;
        for (int place = row + from; place < row + to; place++) {
          counts[codes[place]]++;
        }
      }
    }

    @Override
    public void read(int[] docs, int size, int slots, int from, int to, int[] into) {
      into[0] = lookAt(docs, size, slots, from);
      int next = 0;
      for (int i = 0; i < size; i++) {
        int row = docs[i] * slots;
        for (int place = row + from; place < row + to; place++) {
          into[next++] = codes[place];
        }
      }
    }

    @Override
    public long memoryBytes() {
      return (long) codes.length * Character.BYTES;
    }
  }

  /** Codes of four bytes. */
  final class Ints implements RowCodes {
    private final int[] codes;

    private Ints(int size) {
      codes = new int[size];
    }

    @Override
    public void set(int place, int code) {
      codes[place] = code;
    }

    private int lookAt(int[] docs, int size, int slots, int from) {
      int all = 0;
      for (int i = 0; i < size; i++) {
        all |= codes[docs[i] * slots + from];
      }
      return all;
    }

    @Override
    public void count(int[] docs, int size, int slots, int from, int to, int[] counts) {
      counts[0] = lookAt(docs, size, slots, from);
      for (int i = 0; i < size; i++) {
        int row = docs[i] * slots;
        for (int place = row + from; place < row + to; place++) {
          counts[codes[place]]++;
        }
      }
    }

    @Override
    public void read(int[] docs, int size, int slots, int from, int to, int[] into) {
      into[0] = lookAt(docs, size, slots, from);
      int next = 0;
      for (int i = 0; i < size; i++) {
        int row = docs[i] * slots;
        for (int place = row + from; place < row + to; place++) {
          into[next++] = codes[place];
        }
      }
    }

    @Override
    public long memoryBytes() {
      return (long) codes.length * Integer.BYTES;
    }
  }
}
