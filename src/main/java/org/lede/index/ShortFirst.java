package org.lede.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * An order of documents in which short texts come before long ones, and those of the same length in
 * an order that was found before.
 *
 * <p>A word counts for more in a short text. So the best hits of most questions come early, and
 * Lucene, which knows the best score of each block of a list, can then skip most of the blocks that
 * are left: their texts are too long. That needs no likeness of texts, and helps where there is
 * none.
 */
final class ShortFirst extends Sorter.DocMap {
  /** How many lengths are told apart: as many as a norm has values. */
  private static final int LENGTHS = 1 << Byte.SIZE;

  private final int[] newToOld;
  private final int[] oldToNew;

  private ShortFirst(int[] newToOld, int[] oldToNew) {
    this.newToOld = newToOld;
    this.oldToNew = oldToNew;
  }

  /**
   * Makes the order.
   *
   * @param fields the texts, of which each document has one at most
   * @param found the order of those that are equally long
   */
  static Sorter.DocMap order(CodecReader reader, Collection<String> fields, Sorter.DocMap found)
      throws IOException {
    byte[] lengths = new byte[found.size()];
    for (String field : fields) {
      @Nullable NumericDocValues norms = reader.getNormValues(field);
      for (int doc = next(norms); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(norms)) {
        lengths[doc] = (byte) norms.longValue();
      }
    }
    int[] next = new int[LENGTHS + 1];
    for (byte length : lengths) {
      next[Byte.toUnsignedInt(length) + 1]++;
    }
    for (int length = 0; length < LENGTHS; length++) {
      next[length + 1] += next[length];
    }
    int[] newToOld = new int[lengths.length];
    int[] oldToNew = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      int old = found.newToOld(i);
      int place = next[Byte.toUnsignedInt(lengths[old])]++;
      newToOld[place] = old;
      oldToNew[old] = place;
    }
    return new ShortFirst(newToOld, oldToNew);
  }

  private static int next(@Nullable NumericDocValues norms) throws IOException {
    return norms == null ? DocIdSetIterator.NO_MORE_DOCS : norms.nextDoc();
  }

  @Override
  public int oldToNew(int doc) {
    return oldToNew[doc];
  }

  @Override
  public int newToOld(int doc) {
    return newToOld[doc];
  }

  @Override
  public int size() {
    return newToOld.length;
  }
}
