package org.lede.index;

import java.util.Optional;

/**
 * What is in memory of the facet values of one segment.
 *
 * @param rows the values of each document
 * @param terms how many documents of frequent terms have each value, as soon as that is counted
 */
record SegmentValues(FacetRows rows, Optional<CountedTerms> terms) {
  long memoryBytes() {
    return rows.memoryBytes() + terms.map(CountedTerms::memoryBytes).orElse(0L);
  }
}
