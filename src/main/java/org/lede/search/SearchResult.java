package org.lede.search;

import java.util.List;
import org.lede.Facet;

/**
 * What a search found.
 *
 * @param total how many articles match; exact if facets or {@link Search#withExactTotal()} were
 *     asked for
 * @param hits the first of them, in order; at most as many as the limit
 * @param facets the counts of each facet asked for, in the order asked
 */
public record SearchResult(Total total, List<Hit> hits, List<FacetCounts> facets) {
  /** Makes a result of copies of the lists. */
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /**
   * Returns the counts of one facet.
   *
   * @param facet a facet that the search asked for
   * @return its counts
   * @throws IllegalArgumentException if the search did not ask for it
   */
  public FacetCounts facet(Facet facet) {
    return facets.stream()
        .filter(counts -> counts.facet().equals(facet))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the search did not count the facet %s; ask for it with Search.facets"
                    .formatted(facet)));
  }

  /**
   * Returns which articles were found.
   *
   * @return the ids of the hits, in order
   */
  public List<String> ids() {
    return hits.stream().map(Hit::id).toList();
  }
}
