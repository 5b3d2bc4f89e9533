package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The facet values of one segment in memory: for each document a row of the values that it has in
 * several fields. Made once, as a segment never changes but for deletions, which are none of its
 * business.
 *
 * <p>What counting costs is not the counting: it is to wait for memory, and to have guessed wrongly
 * how many values come. So a row holds all fields of a document, where one wait serves for all; and
 * each field has the same number of slots in every row, as many as nine documents in ten need, so
 * that there is nothing to guess, and many rows are waited for at once. A slot that is not needed
 * is counted like any other, for nobody. The few values that have no slot stand in lists apart.
 */
final class FacetRows {
  /** One document in so many may have more values than there are slots. */
  private static final int TENTH = 10;

  private static final int MOST_SLOTS = 8;

  /** How many documents are looked at to find out how many slots are needed. */
  private static final int SAMPLE = 4_096;

  private final int maxDoc;
  private final List<String> fields;

  /** The first slot of each field, and the number of all slots. */
  private final int[] firstSlots;

  /**
   * The code of the first value of each field, and one more than the last code. The first codes
   * stand for no value in a slot, each slot having a code of its own for that; values are coded by
   * their number in the segment, those of one field after those of the one before.
   */
  private final int[] firstCodes;

  private final Codes codes;

  /** How many documents have each value, by its code. */
  private final int[] totals;

  /** The documents that have values without a slot; null if there are none. */
  private final @Nullable FixedBitSet withMore;

  /** The same documents as a list; where the codes of each start, and where the last ones end. */
  private final int[] docsWithMore;

  private final int[] moreStarts;
  private final int[] more;

  private FacetRows(Reading reading) {
    maxDoc = reading.maxDoc;
    fields = reading.fields;
    firstSlots = reading.firstSlots;
    firstCodes = reading.firstCodes;
    codes = reading.codes;
    totals = reading.totals;
    withMore = reading.moreSize == 0 ? null : reading.withMore;
    docsWithMore = reading.docsWithMore;
    moreStarts = reading.moreStarts;
    more = reading.more;
  }

  /**
   * Reads the values of a segment.
   *
   * @param fields the fields; those that are counted most often first, so that they are near each
   *     other
   */
  static FacetRows of(LeafReader segment, List<String> fields) throws IOException {
    Reading reading = new Reading(segment, fields);
    reading.readNumbers();
    reading.readValues();
    return new FacetRows(reading);
  }

  /** Returns how many slots a field needs, as far as some documents of a segment tell. */
  private static int slotsFor(LeafReader segment, String field) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    int[] docs = new int[MOST_SLOTS + 2]; // by how many values they have
    int step = segment.maxDoc() / SAMPLE + 1;
    int looked = 0;
    for (int doc = 0; doc < segment.maxDoc(); doc += step) {
      int many = values.advanceExact(doc) ? values.docValueCount() : 0;
      docs[Math.min(many, MOST_SLOTS + 1)]++;
      looked++;
    }
    int slots = MOST_SLOTS;
    int withMore = docs[MOST_SLOTS + 1];
    while (slots > 0 && (withMore + docs[slots]) * TENTH <= looked) {
      withMore += docs[slots--];
    }
    return slots;
  }

  /** Returns how many bytes of heap a field of a segment takes in rows at most. */
  static long mostBytes(LeafReader segment, String field) throws IOException {
    Terms terms = segment.terms(field);
    if (terms == null) {
      return 0;
    }
    long slots = (long) slotsFor(segment, field) * segment.maxDoc();
    return (slots + terms.getSumDocFreq() + 2 * terms.size()) * Integer.BYTES;
  }

  /** Rows in the making. */
  private static final class Reading {
    private final LeafReader segment;
    private final List<String> fields;
    private final int maxDoc;
    private final int[] firstSlots;
    private final int[] firstCodes;

    /** How many values of each document have no slot; then, where its next one goes. */
    private final int[] extra;

    private final FixedBitSet withMore;
    private int moreSize;
    private int[] docsWithMore = {};
    private int[] moreStarts = {0};
    private int[] more = {};
    private int[] totals = {};
    private Codes codes = new Chars(0);

    private Reading(LeafReader segment, List<String> fields) {
      this.segment = segment;
      this.fields = fields;
      maxDoc = segment.maxDoc();
      firstSlots = new int[fields.size() + 1];
      firstCodes = new int[fields.size() + 1];
      extra = new int[maxDoc];
      withMore = new FixedBitSet(maxDoc);
    }

    private SortedSetDocValues values(int field) throws IOException {
      return DocValues.getSortedSet(segment, fields.get(field));
    }

    /** Finds out how many slots there must be, and which documents have more values. */
    private void readNumbers() throws IOException {
      for (int field = 0; field < fields.size(); field++) {
        int slots = slotsFor(segment, fields.get(field));
        firstSlots[field + 1] = firstSlots[field] + slots;
        SortedSetDocValues each = values(field);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
          int without = each.docValueCount() - slots;
          if (without > 0) {
            withMore.set(doc);
            extra[doc] += without;
            moreSize = Math.addExact(moreSize, without);
          }
        }
      }
    }

    private void readValues() throws IOException {
      int slots = firstSlots[fields.size()];
      firstCodes[0] = slots;
      for (int field = 0; field < fields.size(); field++) {
        int different = Math.toIntExact(values(field).getValueCount());
        firstCodes[field + 1] = Math.addExact(firstCodes[field], different);
      }
      totals = new int[firstCodes[fields.size()]];
      int size = Math.multiplyExact(slots, maxDoc);
      codes = totals.length <= 1 << Character.SIZE ? new Chars(size) : new Ints(size);
      for (int i = 0; i < size; i++) {
        codes.set(i, i % slots);
      }
      placeMore();
      for (int field = 0; field < fields.size(); field++) {
        readValues(field, slots);
      }
    }

    private void placeMore() {
      docsWithMore = new int[withMore.cardinality()];
      moreStarts = new int[docsWithMore.length + 1];
      more = new int[moreSize];
      int next = 0;
      for (int doc = 0; doc < maxDoc; doc++) {
        if (withMore.get(doc)) {
          docsWithMore[next] = doc;
          moreStarts[next + 1] = moreStarts[next] + extra[doc];
          extra[doc] = moreStarts[next++];
        }
      }
    }

    private void readValues(int field, int slots) throws IOException {
      SortedSetDocValues values = values(field);
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        int slot = firstSlots[field];
        for (int many = values.docValueCount(); many > 0; many--) {
          int code = firstCodes[field] + (int) values.nextOrd();
          totals[code]++;
          if (slot < firstSlots[field + 1]) {
            codes.set(doc * slots + slot++, code);
          } else {
            more[extra[doc]++] = code;
          }
        }
      }
    }
  }

  /** Returns the fields, in the order of their slots and codes. */
  List<String> fields() {
    return fields;
  }

  /** Returns how many slots a row has, which is the code of the first value of all. */
  int slots() {
    return firstSlots[fields.size()];
  }

  /** Returns the code of the first value of a field; for the number of fields, the end of all. */
  int firstCode(int field) {
    return firstCodes[field];
  }

  /** Returns how many documents, deleted ones included, have the value with a code. */
  int total(int code) {
    return totals[code];
  }

  /** The rows of all documents, one after the other. */
  private interface Codes {
    void set(int place, int code);

    /** Copies some slots of the rows of documents. */
    void read(int[] docs, int size, int slots, int from, int to, int[] into);

    long memoryBytes();
  }

  private static final class Chars implements Codes {
    private final char[] codes;

    private Chars(int size) {
      codes = new char[size];
    }

    @Override
    public void set(int place, int code) {
      codes[place] = (char) code;
    }

    /**
     * Looks at each row once, and does nothing else: so a processor waits for many of them at the
     * same time, which it does not while it copies them.
     */
    private int touch(int[] docs, int size, int slots, int from) {
      int all = 0;
      for (int i = 0; i < size; i++) {
        all |= codes[docs[i] * slots + from];
      }
      return all;
    }

    @Override
    public void read(int[] docs, int size, int slots, int from, int to, int[] into) {
      into[0] = touch(docs, size, slots, from); // so that it is not left out as idle
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

  private static final class Ints implements Codes {
    private final int[] codes;

    private Ints(int size) {
      codes = new int[size];
    }

    @Override
    public void set(int place, int code) {
      codes[place] = code;
    }

    /** Waits for the rows, as {@link Chars#touch} does. */
    private int touch(int[] docs, int size, int slots, int from) {
      int all = 0;
      for (int i = 0; i < size; i++) {
        all |= codes[docs[i] * slots + from];
      }
      return all;
    }

    @Override
    public void read(int[] docs, int size, int slots, int from, int to, int[] into) {
      into[0] = touch(docs, size, slots, from); // so that it is not left out as idle
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

  /** Takes the codes of many documents, some at a time, in any order. */
  interface Taker {
    void take(int[] codes, int size);
  }

  /**
   * Reads the rows of documents: all codes of some fields that stand beside each other, and perhaps
   * codes of other fields and codes for no value.
   *
   * @param from the first of the fields
   * @param to the field behind the last of them
   * @throws TimeUp if the deadline comes first
   */
  void read(DocSet docs, int from, int to, Taker taker, Deadline deadline) {
    read(docs, 0, maxDoc, from, to, taker, deadline);
  }

  /**
   * Reads the rows of some of the documents, as the other method does.
   *
   * @param first the first document, a multiple of 64
   * @param end the document behind the last one
   */
  void read(DocSet docs, int first, int end, int from, int to, Taker taker, Deadline deadline) {
    new Reader(firstSlots[from], firstSlots[to], taker, deadline).read(docs, first, end);
  }

  private final class Reader {
    /** How many rows are read at once. */
    private static final int MOST = 256;

    /** So many words of bits cannot have more documents than that. */
    private static final int WORDS = MOST / Long.SIZE;

    private final int from;
    private final int to;
    private final Taker taker;
    private final Deadline deadline;
    private final int[] some = new int[MOST];
    private final int[] read;

    /** A document with values that have no slot, before which all were read. */
    private int nextWithMore;

    private Reader(int from, int to, Taker taker, Deadline deadline) {
      this.from = from;
      this.to = to;
      this.taker = taker;
      this.deadline = deadline;
      read = new int[MOST * (to - from)];
    }

    private void read(DocSet docs, int first, int end) {
      FixedBitSet bits = docs.bits();
      if (bits != null) {
        read(bits.getBits(), first / Long.SIZE, FixedBitSet.bits2words(end));
      } else {
        read(docs.list(), docs.indexOf(first), docs.indexOf(end));
      }
    }

    private void read(int[] list, int start, int end) {
      for (int next = start; next < end; next += MOST) {
        int size = Math.min(MOST, end - next);
        System.arraycopy(list, next, some, 0, size);
        read(size);
      }
    }

    private void read(long[] words, int start, int end) {
      for (int next = start; next < end; ) {
        int size = 0;
        for (int stop = Math.min(next + WORDS, end); next < stop; next++) {
          for (long word = words[next]; word != 0; word &= word - 1) {
            some[size++] = next * Long.SIZE + Long.numberOfTrailingZeros(word);
          }
        }
        read(size);
      }
    }

    private void read(int size) {
      deadline.check();
      if (size > 0 && from < to) {
        codes.read(some, size, slots(), from, to, read);
        taker.take(read, size * (to - from));
      }
      if (withMore != null) {
        for (int i = 0; i < size; i++) {
          if (withMore.get(some[i])) {
            readMore(some[i]);
          }
        }
      }
    }

    private void readMore(int doc) {
      nextWithMore = Arrays.binarySearch(docsWithMore, nextWithMore, docsWithMore.length, doc);
      int start = moreStarts[nextWithMore];
      int size = moreStarts[nextWithMore + 1] - start;
      int[] codesOfDoc = new int[size];
      System.arraycopy(more, start, codesOfDoc, 0, size);
      taker.take(codesOfDoc, size);
    }
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    long lists = (long) docsWithMore.length + moreStarts.length + more.length;
    return (totals.length + lists) * Integer.BYTES
        + codes.memoryBytes()
        + (withMore == null ? 0 : withMore.ramBytesUsed());
  }
}
