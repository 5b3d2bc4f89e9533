package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
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

  /** How many documents are looked at together when they are counted. */
  private static final int MOST = 256;

  /** So many words of bits cannot have more documents than that. */
  private static final int WORDS = MOST / Long.SIZE;

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

  private final RowCodes codes;

  /** The codes of values without a slot; null if there are none. */
  private final @Nullable MoreCodes more;

  /** How many documents have each value, by its code. */
  private final int[] totals;

  private FacetRows(Reading reading) {
    maxDoc = reading.maxDoc;
    fields = reading.fields;
    firstSlots = reading.firstSlots;
    firstCodes = reading.firstCodes;
    codes = reading.codes;
    totals = reading.totals;
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

    /** How many values of each document have no slot; then, how many of those are read. */
    private final int[] extra;

    private @Nullable MoreCodes more;
    private int[] totals = {};
    private RowCodes codes = RowCodes.of(0, 0);

    private Reading(LeafReader segment, List<String> fields) {
      this.segment = segment;
      this.fields = fields;
      maxDoc = segment.maxDoc();
      firstSlots = new int[fields.size() + 1];
      firstCodes = new int[fields.size() + 1];
      extra = new int[maxDoc];
    }

    private SortedSetDocValues values(int field) throws IOException {
      return DocValues.getSortedSet(segment, fields.get(field));
    }

    /** Finds out how many slots there must be, and which documents have more values. */
    private void readNumbers() throws IOException {
      FixedBitSet withMore = new FixedBitSet(maxDoc);
      for (int field = 0; field < fields.size(); field++) {
        int slots = slotsFor(segment, fields.get(field));
        firstSlots[field + 1] = firstSlots[field] + slots;
        SortedSetDocValues each = values(field);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
          int without = each.docValueCount() - slots;
          if (without > 0) {
            withMore.set(doc);
            extra[doc] += without;
          }
        }
      }
      more = withMore.nextSetBit(0) < maxDoc ? new MoreCodes(withMore, extra) : null;
      Arrays.fill(extra, 0);
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
      codes = RowCodes.of(size, totals.length - 1);
      for (int i = 0; i < size; i++) {
        codes.set(i, i % slots);
      }
      for (int field = 0; field < fields.size(); field++) {
        readValues(field, slots);
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
          } else if (more != null) {
            more.set(doc, extra[doc]++, code);
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

  /** Takes the codes from one place of an array to another, of documents in any order. */
  interface Taker {
    void take(int[] codes, int from, int to);
  }

  /**
   * Hands over the rows of documents, some at a time: all codes of some fields that stand beside
   * each other, and perhaps codes of other fields and codes for no value.
   *
   * @param from the first of the fields
   * @param to the field behind the last of them
   * @throws TimeUp if the deadline comes first
   */
  void read(DocSet docs, int from, int to, Taker taker, Deadline deadline) {
    int width = firstSlots[to] - firstSlots[from];
    int[] read = new int[Math.min(docs.size(), MOST) * width];
    inBatches(
        docs,
        0,
        maxDoc,
        (some, size) -> {
          if (width > 0) {
            codes.read(some, size, slots(), firstSlots[from], firstSlots[to], read);
            taker.take(read, 0, size * width);
          }
          if (more != null) {
            more.read(some, size, taker);
          }
        },
        deadline);
  }

  /**
   * Counts how many of some documents have each value of some fields that stand beside each other.
   *
   * @param first the first document, a multiple of 64
   * @param end the document behind the last one
   * @param from the first of the fields
   * @param to the field behind the last of them
   * @param counts the counts by code up to that of the last value, to which these are added; those
   *     of other fields and of codes for no value mean nothing
   * @throws TimeUp if the deadline comes first
   */
  void count(DocSet docs, int first, int end, int from, int to, int[] counts, Deadline deadline) {
    int width = firstSlots[to] - firstSlots[from];
    inBatches(
        docs,
        first,
        end,
        (some, size) -> {
          if (width > 0) {
            codes.count(some, size, slots(), firstSlots[from], firstSlots[to], counts);
          }
          if (more != null) {
            more.count(some, size, counts);
          }
        },
        deadline);
  }

  /**
   * Returns those of some documents, as a list, that have a value of a field whose code is wanted.
   *
   * @param wanted tells whether a code is; may be asked of codes of other fields and of codes for
   *     no value
   * @throws TimeUp if the deadline comes first
   */
  DocSet having(DocSet docs, int field, IntPredicate wanted, Deadline deadline) {
    int from = firstSlots[field];
    int to = firstSlots[field + 1];
    int[] read = new int[Math.min(docs.size(), MOST) * (to - from)];
    DocSet.ListBuilder having = new DocSet.ListBuilder();
    inBatches(
        docs,
        0,
        maxDoc,
        (some, size) -> {
          if (from < to) {
            codes.read(some, size, slots(), from, to, read);
          }
          int next = 0;
          for (int i = 0; i < size; i++) {
            boolean has = more != null && more.hasAny(some[i], wanted);
            for (int slot = from; slot < to; slot++) {
              has |= wanted.test(read[next++]);
            }
            if (has) {
              having.add(some[i]);
            }
          }
        },
        deadline);
    return having.build(maxDoc);
  }

  /** Takes some documents, at least one. */
  private interface Batch {
    void take(int[] docs, int size);
  }

  private static void inBatches(DocSet docs, int first, int end, Batch batch, Deadline deadline) {
    FixedBitSet bits = docs.bits();
    if (bits != null) {
      inBatches(bits.getBits(), first / Long.SIZE, FixedBitSet.bits2words(end), batch, deadline);
    } else {
      inBatches(docs.list(), docs.indexOf(first), docs.indexOf(end), batch, deadline);
    }
  }

  private static void inBatches(int[] list, int start, int end, Batch batch, Deadline deadline) {
    int[] some = new int[Math.min(MOST, end - start)];
    for (int next = start; next < end; next += MOST) {
      int size = Math.min(MOST, end - next);
      System.arraycopy(list, next, some, 0, size);
      deadline.check();
      batch.take(some, size);
    }
  }

  private static void inBatches(long[] words, int start, int end, Batch batch, Deadline deadline) {
    int[] some = new int[MOST];
    for (int next = start; next < end; ) {
      int size = 0;
      for (int stop = Math.min(next + WORDS, end); next < stop; next++) {
        for (long word = words[next]; word != 0; word &= word - 1) {
          some[size++] = next * Long.SIZE + Long.numberOfTrailingZeros(word);
        }
      }
      deadline.check();
      if (size > 0) {
        batch.take(some, size);
      }
    }
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    return (long) totals.length * Integer.BYTES
        + codes.memoryBytes()
        + (more == null ? 0 : more.memoryBytes());
  }
}
