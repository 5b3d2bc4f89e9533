package org.lede.app;

import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.lede.Facet;
import org.lede.index.ArticleIndex;

/** The facets of an index, by the names that people type. */
record KnownFacets(SequencedSet<Facet> facets) {
  static KnownFacets of(ArticleIndex index) {
    return new KnownFacets(index.facets());
  }

  /**
   * Finds a facet.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Facet find(String name) {
    return facets.stream()
        .filter(facet -> facet.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no facet \"%s\"; the facets of this index are %s"
                    .formatted(
                        name, facets.stream().map(Facet::name).collect(Collectors.joining(", ")))));
  }
}
