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

  /** How many documents are looked at together when they are counted. */
  private static final int MOST = 256;

  private final int maxDoc;
  private final List<String> fields;

  /** How many slots each field has. */
  private final int[] slots;

  /** How many different values each field has. */
  private final int[] values;

  private final RowCodes codes;

  /** The codes of values without a slot; null if there are none. */
  private final @Nullable MoreCodes more;

  /** How many documents have each value, by its code. */
  private final int[] totals;

  /** Means nothing: what is looked at must come to something, or it might be left out as idle. */
  private int looked;

  private FacetRows(Reading reading) {
    maxDoc = reading.maxDoc;
    fields = reading.fields;
    slots = reading.slots;
    values = reading.values;
    codes = reading.codes;
    totals = reading.totals;
    more = reading.more;
  }

  /** Reads the values of a segment. */
  static FacetRows of(LeafReader segment, List<String> fields) throws IOException {
    return new FacetRows(new Reading(segment, fields));
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
    int slots = slotsFor(segment, field);
    long inSlots =
        (long) slots * segment.maxDoc() * RowCodes.width(slots + Math.toIntExact(terms.size()));
    return inSlots + (terms.getSumDocFreq() + 2 * terms.size()) * Integer.BYTES;
  }

  /** Rows in the making. */
  private static final class Reading {
    private final LeafReader segment;
    private final List<String> fields;
    private final int maxDoc;
    private final int[] slots;
    private final int[] values;

    /** How many values of each document have no slot; then, how many of those are read. */
    private final int[] extra;

    private final @Nullable MoreCodes more;
    private final RowCodes codes;
    private final int[] totals;

    private Reading(LeafReader segment, List<String> fields) throws IOException {
      this.segment = segment;
      this.fields = fields;
      maxDoc = segment.maxDoc();
      slots = new int[fields.size()];
      values = new int[fields.size()];
      extra = new int[maxDoc];
      more = readNumbers();
      codes = new RowCodes(maxDoc, slots, values);
      totals = new int[Math.addExact(Arrays.stream(slots).sum(), Arrays.stream(values).sum())];
      for (int field = 0; field < fields.size(); field++) {
        readValues(field);
      }
    }

    private SortedSetDocValues values(int field) throws IOException {
      return DocValues.getSortedSet(segment, fields.get(field));
    }

    /** Finds out how many slots there must be, and which documents have more values. */
    private @Nullable MoreCodes readNumbers() throws IOException {
      FixedBitSet withMore = new FixedBitSet(maxDoc);
      for (int field = 0; field < fields.size(); field++) {
        slots[field] = slotsFor(segment, fields.get(field));
        SortedSetDocValues each = values(field);
        values[field] = Math.toIntExact(each.getValueCount());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
          int without = each.docValueCount() - slots[field];
          if (without > 0) {
            withMore.set(doc);
            extra[doc] += without;
          }
        }
      }
      return withMore.nextSetBit(0) < maxDoc ? new MoreCodes(withMore, extra) : null;
    }

    private void readValues(int field) throws IOException {
      SortedSetDocValues each = values(field);
      int first = codes.base(field) + slots[field];
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        int many = each.docValueCount();
        for (int i = 0; i < many; i++) {
          int code = first + (int) each.nextOrd();
          totals[code]++;
          if (i < slots[field]) {
            codes.set(doc, field, i, code);
          } else if (more != null) {
            more.set(doc, --extra[doc], code);
          }
        }
      }
    }
  }

  /** Returns how many documents the segment has, deleted ones included. */
  int maxDoc() {
    return maxDoc;
  }

  /** Returns the fields, in the order of their codes. */
  List<String> fields() {
    return fields;
  }

  /**
   * Returns the code of the first value of a field. Values are coded by their number in the
   * segment; before them come codes for no value, one for each slot.
   */
  int firstCode(int field) {
    return codes.base(field) + slots[field];
  }

  /** Returns the code behind that of the last value of a field. */
  int endCode(int field) {
    return firstCode(field) + values[field];
  }

  /** Returns how many codes there are. */
  int codes() {
    return totals.length;
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
   * Hands over the codes of documents, some at a time: all of some fields, and perhaps codes of
   * other fields and codes for no value.
   *
   * @throws TimeUp if the deadline comes first
   */
  void read(DocSet docs, List<Integer> wanted, Taker taker, Deadline deadline) {
    int[] read = new int[Math.min(docs.size(), MOST) * MOST_SLOTS];
    docs.inBatches(
        0,
        maxDoc,
        MOST,
        (some, size) -> {
          looked |= codes.lookAt(some, size);
          for (int field : wanted) {
            codes.read(some, size, field, read);
            taker.take(read, 0, size * slots[field]);
          }
          if (more != null) {
            looked |= more.read(some, size, (which, all, from, to) -> taker.take(all, from, to));
          }
        },
        deadline);
  }

  /**
   * Counts how many of some documents have each value of some fields.
   *
   * @param first the first document, a multiple of 64
   * @param end the document behind the last one
   * @param counts the counts by code up to that of the last value, to which these are added; those
   *     of other fields and of codes for no value mean nothing
   * @throws TimeUp if the deadline comes first
   */
  void count(
      DocSet docs, int first, int end, List<Integer> wanted, int[] counts, Deadline deadline) {
    docs.inBatches(
        first,
        end,
        MOST,
        (some, size) -> {
          looked |= codes.lookAt(some, size);
          for (int field : wanted) {
            codes.count(some, size, field, counts);
          }
          if (more != null) {
            looked |= more.read(some, size, (which, all, from, to) -> count(all, from, to, counts));
          }
        },
        deadline);
  }

  /** Counts codes, but not those that there is no count for. */
  private static void count(int[] codes, int from, int to, int[] counts) {
    for (int i = from; i < to; i++) {
      if (codes[i] < counts.length) {
        counts[codes[i]]++;
      }
    }
  }

  /**
   * Returns what tells whether a document has a value of a field, for use on one thread.
   *
   * @param wanted the codes of the values
   */
  TopHits.Gate having(int field, FixedBitSet wanted) {
    int[] some = new int[1];
    int[] read = new int[slots[field]];
    return new TopHits.Gate() {
      @Override
      public boolean admits(int doc) {
        some[0] = doc;
        codes.read(some, 1, field, read);
        for (int code : read) {
          if (wanted.get(code)) {
            return true;
          }
        }
        return more != null && more.has(doc, wanted);
      }

      @Override
      public void lookAt(int[] docs, int size) {
        looked |= codes.lookAt(docs, size);
      }
    };
  }

  /**
   * Returns those of some documents, as a list, that have a value of a field.
   *
   * @param wanted the codes of the values
   * @throws TimeUp if the deadline comes first
   */
  DocSet having(DocSet docs, int field, FixedBitSet wanted, Deadline deadline) {
    int most = Math.min(docs.size(), MOST);
    int[] read = new int[most * slots[field]];
    boolean[] has = new boolean[most];
    DocSet.ListBuilder having = new DocSet.ListBuilder();
    docs.inBatches(
        0,
        maxDoc,
        MOST,
        (some, size) -> {
          looked |= codes.lookAt(some, size);
          codes.read(some, size, field, read);
          Arrays.fill(has, false);
          for (int slot = 0; slot < slots[field]; slot++) {
            for (int i = 0; i < size; i++) {
              has[i] |= wanted.get(read[slot * size + i]);
            }
          }
          if (more != null) {
            looked |=
                more.read(
                    some,
                    size,
                    (which, all, from, to) -> {
                      for (int i = from; i < to; i++) {
                        has[which] |= wanted.get(all[i]);
                      }
                    });
          }
          for (int i = 0; i < size; i++) {
            if (has[i]) {
              having.add(some[i]);
            }
          }
        },
        deadline);
    return having.build(maxDoc);
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    return (long) totals.length * Integer.BYTES
        + codes.memoryBytes()
        + (more == null ? 0 : more.memoryBytes());
  }
}
