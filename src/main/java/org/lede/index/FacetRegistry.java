package org.lede.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;

/**
 * Which facets an index has, so that one name never stands for a flat and a hierarchical facet at
 * once.
 */
final class FacetRegistry {
  /** The most facets of an index; each has fields of its own, which cost memory. */
  static final int MAX_FACETS = 100;

  private final ConcurrentMap<String, Facet> byName = new ConcurrentHashMap<>();

  FacetRegistry() {
    Facet.BUILT_IN.forEach(facet -> byName.put(facet.name(), facet));
  }

  /** Learns facets that an index already holds. */
  void learn(Collection<Facet> facets) {
    facets.forEach(facet -> byName.putIfAbsent(facet.name(), facet));
  }

  /**
   * Learns the facets of an article.
   *
   * @throws IllegalArgumentException if one has another shape here, or there are too many
   */
  void learn(Article article) {
    for (Tag tag : article.tags()) {
      Facet known = byName.get(tag.facet().name());
      if (known == null) {
        known = register(tag.facet());
      }
      if (!known.equals(tag.facet())) {
        throw new IllegalArgumentException(
            "the facet %s is %s in this index, but %s in article %s; give one of them another name"
                .formatted(known, shape(known), shape(tag.facet()), article.id()));
      }
    }
  }

  private synchronized Facet register(Facet facet) {
    if (byName.size() >= MAX_FACETS && !byName.containsKey(facet.name())) {
      throw new IllegalArgumentException(
          "an index may have at most %d facets, but %s would be one more"
              .formatted(MAX_FACETS, facet));
    }
    return byName.computeIfAbsent(facet.name(), name -> facet);
  }

  /**
   * Checks that there is a facet that a program asks for.
   *
   * @throws IllegalArgumentException if there is none, or one of another shape
   */
  void check(Facet facet) {
    Facet known = byName.get(facet.name());
    if (known == null) {
      throw new IllegalArgumentException(
          "no article of this index has a tag of the facet %s; add one first, or use one of %s"
              .formatted(facet, all()));
    }
    if (!known.equals(facet)) {
      throw new IllegalArgumentException(
          "the facet %s is %s in this index, but the search asks for a %s one; make it with Facet.%s"
              .formatted(
                  facet,
                  shape(known),
                  shape(facet),
                  known.hierarchical() ? "hierarchical" : "named"));
    }
  }

  private static String shape(Facet facet) {
    return facet.hierarchical() ? "hierarchical" : "flat";
  }

  /** Returns all facets: the built-in ones, then the others by name. */
  SequencedSet<Facet> all() {
    SequencedSet<Facet> all = new LinkedHashSet<>(Facet.BUILT_IN);
    byName.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .forEach(all::add);
    return all;
  }
}
