package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.lede.Facet;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest;

/** Counts how many of some documents have each value of one facet. */
final class FacetCounter {
  private final Facet facet;
  private final FacetOrdinals ordinals;
  private final int[] counts;

  FacetCounter(Facet facet, FacetOrdinals ordinals) {
    this.facet = facet;
    this.ordinals = ordinals;
    counts = new int[ordinals.size()];
  }

  Facet facet() {
    return facet;
  }

  /** Counts documents of one segment. */
  void count(LeafReaderContext leaf, FixedBitSet docs) throws IOException {
    SortedSetDocValues values = ordinals.values(leaf);
    int[] inSegment = new int[Math.toIntExact(values.getValueCount())];
    DocIdSetIterator matching = new BitSetIterator(docs, 0);
    for (int doc = matching.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matching.nextDoc()) {
      if (values.advanceExact(doc)) {
        for (int left = values.docValueCount(); left > 0; left--) {
          inSegment[(int) values.nextOrd()]++;
        }
      }
    }
    addToCommon(inSegment, ordinals.toCommon(leaf));
  }

  private void addToCommon(int[] inSegment, LongValues toCommon) {
    for (int ordinal = 0; ordinal < inSegment.length; ordinal++) {
      if (inSegment[ordinal] > 0) {
        counts[(int) toCommon.get(ordinal)] += inSegment[ordinal];
      }
    }
  }

  /**
   * Returns the counts.
   *
   * @param most the most values
   * @param selected values that are returned whatever their counts
   */
  FacetCounts counts(FacetRequest request, int most, Collection<String> selected)
      throws IOException {
    List<Value> values = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(selected);
    for (int ordinal : top(most)) {
      String value = ordinals.value(ordinal);
      values.add(value(request, value, counts[ordinal], left.remove(value)));
    }
    for (String value : left) {
      int ordinal = ordinals.ordinal(value);
      values.add(value(request, value, ordinal < 0 ? 0 : counts[ordinal], true));
    }
    return new FacetCounts(request, values, distinct());
  }

  private static Value value(FacetRequest request, String value, long count, boolean selected) {
    return new Value(value, request.facet().label(value, request.locale()), count, selected);
  }

  /**
   * Returns the numbers of the values with the highest counts, highest first, and of equal ones the
   * smaller value.
   */
  private List<Integer> top(int most) {
    Comparator<Integer> bestFirst =
        Comparator.<Integer>comparingInt(ordinal -> -counts[ordinal])
            .thenComparing(Comparator.naturalOrder());
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>(bestFirst.reversed());
    int lowest = 0; // ordinals rise, so that one with an equal count comes too late
    for (int ordinal = 0; ordinal < counts.length && most > 0; ordinal++) {
      if (counts[ordinal] > lowest) {
        worstFirst.add(ordinal);
        if (worstFirst.size() > most) {
          worstFirst.remove();
        }
        lowest = worstFirst.size() < most ? 0 : counts[worstFirst.element()];
      }
    }
    return worstFirst.stream().sorted(bestFirst).toList();
  }

  private int distinct() {
    int distinct = 0;
    for (int count : counts) {
      distinct += count > 0 ? 1 : 0;
    }
    return distinct;
  }
}
