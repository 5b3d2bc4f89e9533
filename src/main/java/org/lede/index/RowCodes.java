package org.lede.index;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The codes in {@link FacetRows}: the rows of all documents, one after the other, in as few bytes
 * as the codes of each field need, because what counting costs is to wait for memory.
 *
 * <p>Before anything is done with rows, each is looked at once: so a processor waits for many of
 * them at the same time, which it does not while it counts them. After that they are near.
 */
final class RowCodes {
  private static final VarHandle CHARS =
      MethodHandles.byteArrayViewVarHandle(char[].class, LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);

  private final byte[] rows;
  private final int bytesOfRow;

  /** How many slots each field has, how many bytes they take, and where the first one is. */
  private final int[] slots;

  private final int[] widths;
  private final int[] places;

  /** The code that stands for no value in the first slot of each field. */
  private final int[] bases;

  /**
   * Makes rows without values.
   *
   * @param slots how many slots each field has; a value of the field, or none, may be in each
   * @param values how many different values each field has
   */
  RowCodes(int maxDoc, int[] slots, int[] values) {
    this.slots = slots.clone();
    widths = new int[slots.length];
    places = new int[slots.length];
    bases = new int[slots.length];
    int bytes = 0;
    int codes = 0;
    for (int field = 0; field < slots.length; field++) {
      widths[field] = width(Math.addExact(slots[field], values[field]));
      places[field] = bytes;
      bases[field] = codes;
      bytes += slots[field] * widths[field];
      codes = Math.addExact(codes, slots[field] + values[field]);
    }
    bytesOfRow = bytes;
    rows = new byte[Math.multiplyExact(maxDoc, bytesOfRow)];
    for (int doc = 0; doc < maxDoc; doc++) {
      for (int field = 0; field < slots.length; field++) {
        for (int slot = 0; slot < slots[field]; slot++) {
          set(doc, field, slot, bases[field] + slot);
        }
      }
    }
  }

  /** Returns how many bytes so many different codes of a field take each. */
  static int width(int codes) {
    if (codes <= 1 << Byte.SIZE) {
      return Byte.BYTES;
    }
    return codes <= 1 << Character.SIZE ? Character.BYTES : Integer.BYTES;
  }

  /**
   * Returns the code for no value in the first slot of a field; codes of its values come behind.
   */
  int base(int field) {
    return bases[field];
  }

  /** Sets what is in a slot of a field. */
  void set(int doc, int field, int slot, int code) {
    int at = doc * bytesOfRow + places[field] + slot * widths[field];
    int kept = code - bases[field];
    switch (widths[field]) {
      case Byte.BYTES -> rows[at] = (byte) kept;
      case Character.BYTES -> CHARS.set(rows, at, (char) kept);
      default -> INTS.set(rows, at, kept);
    }
  }

  private int get(int at, int width) {
    if (width == Byte.BYTES) {
      return rows[at] & 0xFF;
    }
    return width == Character.BYTES ? (char) CHARS.get(rows, at) : (int) INTS.get(rows, at);
  }

  /**
   * Looks at the rows of documents.
   *
   * @return something that depends on all, so that this is not left out as idle
   */
  int lookAt(int[] docs, int size) {
    int all = 0;
    for (int i = 0; bytesOfRow > 0 && i < size; i++) {
      all |= rows[docs[i] * bytesOfRow];
    }
    return all;
  }

  /** Counts the codes of documents in a field. */
  void count(int[] docs, int size, int field, int[] counts) {
    int width = widths[field];
    int base = bases[field];
    int slot = 0;
    for (; slot + 1 < slots[field]; slot += 2) { // one need not wait for the other
      int place = places[field] + slot * width;
      for (int i = 0; i < size; i++) {
        int at = docs[i] * bytesOfRow + place;
        counts[base + get(at, width)]++;
        counts[base + get(at + width, width)]++;
      }
    }
    if (slot < slots[field]) {
      int place = places[field] + slot * width;
      for (int i = 0; i < size; i++) {
        counts[base + get(docs[i] * bytesOfRow + place, width)]++;
      }
    }
  }

  /** Copies the codes of documents in a field: those in the first slot of all, and so on. */
  void read(int[] docs, int size, int field, int[] into) {
    int width = widths[field];
    int base = bases[field];
    int next = 0;
    for (int slot = 0; slot < slots[field]; slot++) {
      int place = places[field] + slot * width;
      for (int i = 0; i < size; i++) {
        into[next++] = base + get(docs[i] * bytesOfRow + place, width);
      }
    }
  }

  long memoryBytes() {
    return rows.length;
  }
}
