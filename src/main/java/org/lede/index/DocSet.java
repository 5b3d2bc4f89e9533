package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one segment: a list where they are few, and else a set of bits. A list is gone
 * through in the time that its documents take, however large the segment; bits are combined and
 * counted 64 documents at a time. Never changes.
 */
final class DocSet {
  /**
   * One document in so many is few: a list then takes no more memory than bits, and is faster to go
   * through.
   */
  private static final int FEW = 64;

  /**
   * If a list is so many times as long as another, each document of the other is searched for in
   * it, rather than going through it.
   */
  private static final int LONGER = 32;

  private static final int[] EMPTY = {};

  private final int maxDoc;
  private final @Nullable FixedBitSet bits;
  private final int[] list;
  private final int size;
  private final Optional<CountSum> sum;

  private DocSet(int maxDoc, @Nullable FixedBitSet bits, int[] list, int size) {
    this(maxDoc, bits, list, size, Optional.empty());
  }

  private DocSet(
      int maxDoc, @Nullable FixedBitSet bits, int[] list, int size, Optional<CountSum> sum) {
    this.maxDoc = maxDoc;
    this.bits = bits;
    this.list = list;
    this.size = size;
    this.sum = sum;
  }

  /** Returns no document of a segment of so many. */
  static DocSet none(int maxDoc) {
    return new DocSet(maxDoc, null, EMPTY, 0);
  }

  /** Returns the documents whose bits are set; the bits must not change any more. */
  static DocSet of(FixedBitSet bits) {
    return new DocSet(bits.length(), bits, EMPTY, bits.cardinality());
  }

  /** Returns documents of a segment of so many, as a list: in their order, not to be changed. */
  static DocSet of(int[] docs, int maxDoc) {
    return new DocSet(maxDoc, null, docs, docs.length);
  }

  /** Returns those documents of an index that are in a segment, as a list. */
  static DocSet of(int[] docs, LeafReaderContext leaf) {
    int maxDoc = leaf.reader().maxDoc();
    ListBuilder here = new ListBuilder();
    int end = indexOf(leaf.docBase + maxDoc, docs, docs.length);
    for (int i = indexOf(leaf.docBase, docs, docs.length); i < end; i++) {
      here.add(docs[i] - leaf.docBase);
    }
    return here.build(maxDoc);
  }

  /** Tells whether a number of documents is few in a segment of so many. */
  static boolean isFew(long docs, int maxDoc) {
    return docs < maxDoc / FEW;
  }

  /** Makes a list of documents that are added from the first to the last. */
  static final class ListBuilder {
    private int[] list = EMPTY;
    private int size;

    void add(int doc) {
      if (size == list.length) {
        list = ArrayUtil.grow(list);
      }
      list[size++] = doc;
    }

    DocSet build(int maxDoc) {
      return new DocSet(maxDoc, null, list, size);
    }
  }

  /** Returns documents that nobody will go through, as they are counted by a sum. */
  static DocSet counted(int maxDoc, int size, CountSum sum) {
    return new DocSet(maxDoc, null, EMPTY, size, Optional.of(sum));
  }

  /** Returns these documents, with something that they can be counted by. */
  DocSet with(CountSum known) {
    return new DocSet(maxDoc, bits, list, size, Optional.of(known));
  }

  /** Returns what these can be counted by instead of going through them, if that is less work. */
  Optional<CountSum> sum() {
    return sum;
  }

  /** Returns how many documents the segment has, deleted ones included. */
  int maxDoc() {
    return maxDoc;
  }

  /** Returns how many documents these are. */
  int size() {
    return size;
  }

  /** Returns how many bytes of heap these take. */
  long memoryBytes() {
    return bits == null ? (long) list.length * Integer.BYTES : maxDoc / Byte.SIZE;
  }

  /** Returns the bits, or null if this is a list. Not to be changed. */
  @Nullable FixedBitSet bits() {
    return bits;
  }

  /** Returns where in a list the first document is that is not before one. */
  private static int indexOf(int doc, int[] list, int size) {
    int found = Arrays.binarySearch(list, 0, size, doc);
    return found < 0 ? -1 - found : found;
  }

  /** Returns the documents that are here and there. */
  DocSet and(DocSet other) {
    if (bits == null) {
      return other.bits == null ? inBothLists(other) : only(other.bits::get);
    }
    if (other.bits == null) {
      return other.and(this);
    }
    FixedBitSet both = bits.clone();
    both.and(other.bits);
    return of(both);
  }

  /** Returns the documents that are in each of some sets, of which there must be one. */
  static DocSet allOf(List<DocSet> sets) {
    List<DocSet> fewestFirst = new ArrayList<>(sets);
    fewestFirst.sort(Comparator.comparingInt(DocSet::size));
    DocSet all = fewestFirst.getFirst();
    for (DocSet next : fewestFirst.subList(1, fewestFirst.size())) {
      all = all.and(next);
    }
    return all;
  }

  private DocSet inBothLists(DocSet other) {
    if (size > other.size) {
      return other.inBothLists(this);
    }
    if (other.size / LONGER > size) {
      return only(doc -> Arrays.binarySearch(other.list, 0, other.size, doc) >= 0);
    }
    ListBuilder both = new ListBuilder();
    for (int here = 0, there = 0; here < size && there < other.size; ) {
      int doc = list[here];
      int otherDoc = other.list[there];
      if (doc == otherDoc) {
        both.add(doc);
      }
      here += doc <= otherDoc ? 1 : 0;
      there += otherDoc <= doc ? 1 : 0;
    }
    return both.build(maxDoc);
  }

  private DocSet only(IntPredicate kept) {
    ListBuilder some = new ListBuilder();
    for (int i = 0; i < size; i++) {
      if (kept.test(list[i])) {
        some.add(list[i]);
      }
    }
    return some.build(maxDoc);
  }

  /** Returns the documents that are here or there. */
  DocSet or(DocSet other) {
    if (size == 0 || other.size == 0) {
      return size == 0 ? other : this;
    }
    if (bits == null && other.bits == null && isFew(size + other.size, maxDoc)) {
      return inEitherList(other);
    }
    FixedBitSet either = (bits == null ? other : this).toBits().clone();
    DocSet added = bits == null ? this : other;
    if (added.bits == null) {
      added.setAll(either);
    } else {
      either.or(added.bits);
    }
    return of(either);
  }

  private DocSet inEitherList(DocSet other) {
    ListBuilder either = new ListBuilder();
    for (int here = 0, there = 0; here < size || there < other.size; ) {
      int doc = here < size ? list[here] : Integer.MAX_VALUE;
      int otherDoc = there < other.size ? other.list[there] : Integer.MAX_VALUE;
      either.add(Math.min(doc, otherDoc));
      here += doc <= otherDoc ? 1 : 0;
      there += otherDoc <= doc ? 1 : 0;
    }
    return either.build(maxDoc);
  }

  /** Returns the documents that are here, but not there. */
  DocSet without(DocSet other) {
    if (size == 0 || other.size == 0) {
      return this;
    }
    if (bits == null) {
      FixedBitSet there = other.toBits();
      return only(doc -> !there.get(doc));
    }
    FixedBitSet left = bits.clone();
    if (other.bits == null) {
      for (int i = 0; i < other.size; i++) {
        left.clear(other.list[i]);
      }
    } else {
      left.andNot(other.bits);
    }
    return of(left);
  }

  /** Returns the documents as bits. Not to be changed. */
  FixedBitSet toBits() {
    if (bits != null) {
      return bits;
    }
    FixedBitSet asBits = new FixedBitSet(maxDoc);
    setAll(asBits);
    return asBits;
  }

  private void setAll(FixedBitSet others) {
    for (int i = 0; i < size; i++) {
      others.set(list[i]);
    }
  }

  /** Returns all other documents, deleted ones included. */
  DocSet others() {
    FixedBitSet others = toBits().clone();
    others.flip(0, maxDoc);
    return of(others);
  }

  /** Returns those that are not deleted. */
  DocSet live(@Nullable Bits live) {
    if (live == null) {
      return this;
    }
    if (bits == null) {
      return only(live::get);
    }
    FixedBitSet alive = bits.clone();
    live.applyMask(alive, 0);
    return of(alive);
  }

  /** Takes some documents, at least one. */
  @FunctionalInterface
  interface Batch<E extends Exception> {
    void take(int[] docs, int size) throws E;
  }

  /**
   * Hands over the documents of a range, some at a time.
   *
   * @param first the first document of the range
   * @param end the document behind the last one: a multiple of 64, or the number of all documents
   * @param most how many are handed over at once, at most
   * @throws TimeUp if the deadline comes first
   */
  <E extends Exception> void inBatches(
      int first, int end, int most, Batch<E> batch, Deadline deadline) throws E {
    int[] some = new int[Math.min(most, size)];
    int taken = take(first, end, some);
    while (taken > 0) {
      deadline.check();
      batch.take(some, taken);
      taken = take(some[taken - 1] + 1, end, some);
    }
  }

  /** Takes the first documents of a range, as many as there is room for, and returns how many. */
  private int take(int from, int end, int[] into) {
    if (from >= end) {
      return 0;
    }
    return bits == null ? takeListed(from, end, into) : takeBits(bits.getBits(), from, end, into);
  }

  private int takeListed(int from, int end, int[] into) {
    int start = indexOf(from, list, size);
    int listed = end == maxDoc ? size : indexOf(end, list, size);
    int taken = Math.min(into.length, listed - start);
    System.arraycopy(list, start, into, 0, taken);
    return taken;
  }

  private static int takeBits(long[] words, int from, int end, int[] into) {
    int taken = 0;
    int at = from / Long.SIZE;
    long word = words[at] & -1L << from;
    for (int endWord = FixedBitSet.bits2words(end); ; word = words[at]) {
      for (; word != 0; word &= word - 1) {
        if (taken == into.length) {
          return taken;
        }
        into[taken++] = at * Long.SIZE + Long.numberOfTrailingZeros(word);
      }
      if (++at == endWord) {
        return taken;
      }
    }
  }

  /** Returns the documents from the first to the last. */
  DocIdSetIterator iterator() {
    if (bits != null) {
      return new BitSetIterator(bits, size);
    }
    return new DocIdSetIterator() {
      private int next;
      private int doc = -1;

      @Override
      public int docID() {
        return doc;
      }

      @Override
      public int nextDoc() {
        doc = next < size ? list[next++] : NO_MORE_DOCS;
        return doc;
      }

      @Override
      public int advance(int target) throws IOException {
        return slowAdvance(target);
      }

      @Override
      public long cost() {
        return size;
      }
    };
  }
}
