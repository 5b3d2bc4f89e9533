package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the facet values in one field over all segments: from 0, in the order of their UTF-8
 * bytes. Each segment has a numbering of its own, which this maps to the common one.
 */
final class FacetOrdinals {
  /** A reference, and a string of some twenty letters. */
  private static final int BYTES_OF_VALUE = 80;

  private final String field;
  private final List<LeafReaderContext> leaves;
  private final OrdinalMap map;

  /**
   * The values that were asked for so far, by their numbers: the same few are asked for again and
   * again.
   */
  private final AtomicReferenceArray<@Nullable String> known;

  private FacetOrdinals(String field, List<LeafReaderContext> leaves, OrdinalMap map) {
    this.field = field;
    this.leaves = leaves;
    this.map = map;
    known = new AtomicReferenceArray<>(Math.toIntExact(map.getValueCount()));
  }

  static FacetOrdinals of(IndexReader reader, String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
    }
    return new FacetOrdinals(field, leaves, OrdinalMap.build(null, values, PackedInts.DEFAULT));
  }

  /** Returns how many values there are. */
  int size() {
    return Math.toIntExact(map.getValueCount());
  }

  /** Returns the values of one segment, to be read once, from the first document to the last. */
  SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), field);
  }

  /** Returns the map from the numbers of one segment to the common ones. */
  LongValues toCommon(LeafReaderContext leaf) {
    return map.getGlobalOrds(leaf.ord);
  }

  /** Returns the value with a number. */
  String value(int ordinal) throws IOException {
    String value = known.get(ordinal);
    if (value == null) {
      LeafReaderContext leaf = leaves.get(map.getFirstSegmentNumber(ordinal));
      value = values(leaf).lookupOrd(map.getFirstSegmentOrd(ordinal)).utf8ToString();
      known.set(ordinal, value);
    }
    return value;
  }

  /** Returns the number of a value, or a negative number if there is no such value. */
  int ordinal(String value) throws IOException {
    BytesRef term = new BytesRef(value);
    for (LeafReaderContext leaf : leaves) {
      long inSegment = values(leaf).lookupTerm(term);
      if (inSegment >= 0) {
        return (int) toCommon(leaf).get(inSegment);
      }
    }
    return -1;
  }

  /** Returns how many bytes of heap this takes; the values themselves are estimated. */
  long memoryBytes() {
    return map.ramBytesUsed() + (long) known.length() * BYTES_OF_VALUE;
  }
}
