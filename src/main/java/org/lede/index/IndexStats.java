package org.lede.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.lede.Facet;

/**
 * How large an index is, as its searches see it.
 *
 * @param articles how many articles it holds
 * @param segments in how many pieces
 * @param bytes the size of its files in bytes, by what they are for, such as {@code text} or {@code
 *     articles}; what is not yet on disk is not counted
 * @param values how many values each facet has, those of replaced and removed articles included
 *     until they are merged away
 * @param facetBytes how many bytes of heap are held for counting facets, see {@link
 *     IndexSettings#facetMegabytes}
 * @param memoryBytes how many bytes of heap are held in all: for facets, dates, where frequent
 *     words are, and what is not yet on disk
 */
public record IndexStats(
    long articles,
    int segments,
    SequencedMap<String, Long> bytes,
    SequencedMap<Facet, Long> values,
    long facetBytes,
    long memoryBytes) {
  /** Makes figures of copies of the maps. */
  public IndexStats {
    bytes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bytes));
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}
