package org.lede.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

/** Counts how many of some documents have each value of one field. */
final class FacetCounter {
  private final FacetOrdinals ordinals;
  private final Deadline deadline;
  private final int[] counts;

  FacetCounter(FacetOrdinals ordinals, Deadline deadline) {
    this.ordinals = ordinals;
    this.deadline = deadline;
    counts = new int[ordinals.size()];
  }

  FacetOrdinals ordinals() {
    return ordinals;
  }

  /** Returns how many of the documents have the value with a number. */
  int count(int ordinal) {
    return counts[ordinal];
  }

  /** Returns how many values any of the documents has. */
  int distinct() {
    int distinct = 0;
    for (int count : counts) {
      distinct += count > 0 ? 1 : 0;
    }
    return distinct;
  }

  /**
   * Counts documents of one segment.
   *
   * @throws TimeUp if the deadline comes first; what was counted until then counts
   */
  void count(LeafReaderContext leaf, FixedBitSet docs) throws IOException {
    SortedSetDocValues values = ordinals.values(leaf);
    int[] inSegment = new int[Math.toIntExact(values.getValueCount())];
    try {
      count(values, docs, inSegment);
    } finally {
      addToCommon(inSegment, ordinals.toCommon(leaf));
    }
  }

  private void count(SortedSetDocValues values, FixedBitSet docs, int[] inSegment)
      throws IOException {
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    int left = 0;
    for (int doc = matching.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matching.nextDoc()) {
      if (left-- == 0) {
        deadline.check();
        left = MeteredSearcher.STRETCH;
      }
      if (values.advanceExact(doc)) {
        for (int many = values.docValueCount(); many > 0; many--) {
          inSegment[(int) values.nextOrd()]++;
        }
      }
    }
  }

  private void addToCommon(int[] inSegment, LongValues toCommon) {
    for (int ordinal = 0; ordinal < inSegment.length; ordinal++) {
      if (inSegment[ordinal] > 0) {
        counts[(int) toCommon.get(ordinal)] += inSegment[ordinal];
      }
    }
  }
}
