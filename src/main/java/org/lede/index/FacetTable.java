package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The facet values of a snapshot in memory: the rows of its segments, and the common numbers of
 * their values. Those of each field are its {@link FacetOrdinals}, behind those of the field
 * before. Behind all of them is a number that stands for no value. Never changes.
 */
final class FacetTable {
  private final List<String> fields;
  private final List<FacetOrdinals> ordinals;

  /** The common number of the first value of each field, and one more than the last number. */
  private final int[] firstNumbers;

  private final List<SegmentValues> segments;

  /** The number of each code, segment by segment. */
  private final int[][] numbers;

  /** How many numbers there are, with the one that stands for no value. */
  private final int size;

  /**
   * An array that somebody has given back, as zeros take longer to make than few values to count.
   */
  private final AtomicReference<int @Nullable []> zeros = new AtomicReference<>();

  /**
   * Makes a table.
   *
   * @param segments the values of each segment of the snapshot, all in the same fields
   */
  FacetTable(Snapshot snapshot, List<String> fields, List<SegmentValues> segments)
      throws IOException {
    this.fields = fields;
    this.segments = segments;
    firstNumbers = new int[fields.size() + 1];
    FacetOrdinals[] byField = new FacetOrdinals[fields.size()];
    for (int field = 0; field < byField.length; field++) {
      byField[field] = snapshot.ordinals(fields.get(field));
      firstNumbers[field + 1] = Math.addExact(firstNumbers[field], byField[field].size());
    }
    ordinals = List.of(byField);
    size = Math.addExact(firstNumber(fields.size()), 1);
    numbers = new int[segments.size()][];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      numbers[leaf.ord] = numbers(leaf);
    }
  }

  private int[] numbers(LeafReaderContext leaf) {
    FacetRows segment = rows(leaf.ord);
    int[] byCode = new int[segment.codes()];
    Arrays.fill(byCode, firstNumber(fields.size()));
    for (int field = 0; field < fields.size(); field++) {
      int code = segment.firstCode(field);
      for (int ordinal : ordinals.get(field).toCommon(leaf)) {
        byCode[code++] = firstNumbers[field] + ordinal;
      }
    }
    return byCode;
  }

  boolean has(String field) {
    return fields.contains(field);
  }

  /** Returns the place of a field among the fields. */
  int field(String name) {
    return fields.indexOf(name);
  }

  /** Returns the name of the field at a place. */
  String name(int field) {
    return fields.get(field);
  }

  FacetOrdinals ordinals(int field) {
    return ordinals.get(field);
  }

  /** Returns the number of the first value of a field; for the number of fields, of all values. */
  int firstNumber(int field) {
    return firstNumbers[field];
  }

  /** Returns how many numbers there are, with the one that stands for no value. */
  int size() {
    return size;
  }

  /** Returns how many segments there are. */
  int segments() {
    return segments.size();
  }

  FacetRows rows(int segment) {
    return segments.get(segment).rows();
  }

  /** Returns the terms of a segment of which the values are counted. */
  CountedTerms terms(int segment) {
    return segments.get(segment).terms().orElse(CountedTerms.NONE);
  }

  /** Tells whether any of some terms is counted in any segment. */
  boolean counts(List<Term> terms) {
    for (int segment = 0; segment < segments.size(); segment++) {
      for (Term term : terms) {
        if (terms(segment).has(term)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the number of each code of a segment. Not to be changed. */
  int[] numbers(int segment) {
    return numbers[segment];
  }

  /** Returns an array with a zero for each number, to be given back as such. */
  int[] takeZeros() {
    int[] known = zeros.getAndSet(null);
    return known == null ? new int[size] : known;
  }

  void giveBackZeros(int[] array) {
    zeros.set(array);
  }

  /** Returns how many bytes of heap this takes beside rows and ordinals. */
  long memoryBytes() {
    return (Arrays.stream(numbers).mapToLong(each -> each.length).sum() + size) * Integer.BYTES;
  }
}
