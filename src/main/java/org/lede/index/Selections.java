package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.search.Search;

/** What is selected in each facet, and which documents have it, for counting. */
final class Selections {
  /** Nothing is selected. */
  static final Selections NONE = new Selections(new LinkedHashMap<>());

  private final SequencedMap<Facet, Selection> byFacet;

  private Selections(SequencedMap<Facet, Selection> byFacet) {
    this.byFacet = byFacet;
  }

  /**
   * Returns what a search selects.
   *
   * @param queries a query for all documents that have what is selected in a facet
   * @param table the values in memory, if there are any
   */
  static Selections of(
      MeteredSearcher searcher,
      Search search,
      SequencedMap<Facet, Query> queries,
      @Nullable FacetTable table,
      Deadline deadline) {
    SequencedMap<Facet, Selection> byFacet = new LinkedHashMap<>();
    queries.forEach((facet, query) -> {
      Collection<String> values = requireNonNull(search.selections().get(facet));
      Optional<SelectedValues> known = SelectedValues.of(table, facet, values);
      byFacet.put(facet, new Selection(searcher, query, known, deadline));
    });
    return new Selections(byFacet);
  }

  /** What is selected in one facet. */
  private static final class Selection {
    private final MeteredSearcher searcher;
    private final Query query;
    private final Optional<SelectedValues> values;
    private final Deadline deadline;
    private @Nullable Matches matches;

    /**
     * Makes a selection.
     *
     * @param query finds all documents that have any of the values
     * @param values the values, if they are in memory
     */
    private Selection(
        MeteredSearcher searcher, Query query, Optional<SelectedValues> values, Deadline deadline) {
      this.searcher = searcher;
      this.query = query;
      this.values = values;
      this.deadline = deadline;
    }

    /** Returns the documents with any of the values: of all, or at least of some. */
    private DocSet in(LeafReaderContext leaf, DocSet some) throws IOException {
      return values.isPresent() && some.bits() == null
          ? values.get().among(some, leaf.ord, deadline)
          : matches().in(leaf);
    }

    /** Returns what finds the documents. Made only if it is needed. */
    private synchronized Matches matches() throws IOException {
      if (matches == null) {
        matches = Matches.of(searcher, query, deadline);
      }
      return matches;
    }
  }

  /** Tells whether anything is selected, and memory tells of each document whether it has that. */
  boolean areInMemory() {
    return !byFacet.isEmpty()
        && byFacet.values().stream().allMatch(selection -> selection.values.isPresent());
  }

  /**
   * Returns what tells whether a document of a segment has what is selected in every facet, for use
   * on one thread. All of that must be in memory.
   */
  IntPredicate all(LeafReaderContext leaf) {
    return byFacet.values().stream()
        .map(selection -> selection.values.orElseThrow().in(leaf.ord))
        .reduce(IntPredicate::and)
        .orElseThrow();
  }

  /**
   * Returns the documents that have what is selected in each facet: of all, or at least of some.
   *
   * @throws TimeUp if the deadline comes first
   */
  Map<Facet, DocSet> in(LeafReaderContext leaf, DocSet some) throws IOException {
    Map<Facet, DocSet> in = new LinkedHashMap<>();
    for (Map.Entry<Facet, Selection> selection : byFacet.entrySet()) {
      in.put(selection.getKey(), selection.getValue().in(leaf, some));
    }
    return in;
  }
}
