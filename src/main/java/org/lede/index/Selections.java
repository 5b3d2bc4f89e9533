package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.search.Search;

/** What is selected in each facet, and which documents have it, for counting. */
final class Selections {
  /**
   * So many documents that have something are listed in the time that it takes to look whether one
   * has it.
   */
  private static final int SELECTED = 12;

  /** So many documents are looked at in the time that it takes to open a list. */
  private static final int SHORT = 400;

  /** From so many documents on, it pays to narrow a query to what is selected. */
  private static final int MANY = 1 << 16;

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
    private final Matches matches;

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
      matches = new Matches(searcher, query, deadline);
    }

    /** Returns the documents with any of the values: those of some, at least. */
    private DocSet in(LeafReaderContext leaf, DocSet some) throws IOException {
      Optional<DocSet> known = known(leaf);
      if (known.isPresent()) {
        return known.get();
      }
      return values.isPresent()
              && some.bits() == null
              && some.size() < SHORT + values.get().size(leaf.ord) / SELECTED
          ? values.get().among(some, leaf.ord, deadline)
          : matches.in(leaf);
    }

    /** Returns all documents with any of the values, and perhaps deleted ones. */
    private DocSet in(LeafReaderContext leaf) throws IOException {
      Optional<DocSet> known = known(leaf);
      return known.isPresent() ? known.get() : matches.in(leaf);
    }

    private Query query() {
      return searcher.getLeafContexts().stream().allMatch(leaf -> known(leaf).isPresent())
          ? DocSetQuery.of(this::in, leaf -> known(leaf).orElseThrow().size())
          : query;
    }

    private Optional<DocSet> known(LeafReaderContext leaf) {
      return values.flatMap(each -> each.docs(leaf.ord));
    }
  }

  /** Tells whether anything is selected, and memory tells of each document whether it has that. */
  boolean areInMemory() {
    return !byFacet.isEmpty()
        && byFacet.values().stream().allMatch(selection -> selection.values.isPresent());
  }

  /**
   * Returns queries for what is selected, which take the documents from memory if they are there.
   */
  List<Query> queries() {
    return byFacet.values().stream().map(Selection::query).toList();
  }

  /**
   * Returns a query for the documents that matter if something is selected in several facets: those
   * that have what is selected in any of them, as each is counted with all of these but one. All of
   * it must be in memory. Among few documents, it takes longer to narrow than it saves.
   */
  Optional<Query> narrowing(IndexReader reader) {
    return byFacet.size() < 2 || reader.maxDoc() < MANY
        ? Optional.empty()
        : Optional.of(DocSetQuery.ifMany(this::any, this::size));
  }

  private long size(LeafReaderContext leaf) {
    return byFacet.values().stream()
        .mapToLong(selection -> selection.values.orElseThrow().size(leaf.ord))
        .sum();
  }

  private DocSet any(LeafReaderContext leaf) throws IOException {
    DocSet any = DocSet.none(leaf.reader().maxDoc());
    for (Selection selection : byFacet.values()) {
      any = any.or(selection.in(leaf));
    }
    return any;
  }

  /**
   * Returns what tells whether a document of a segment has what is selected in every facet, for use
   * on one thread. All of that must be in memory.
   */
  TopHits.Gate all(LeafReaderContext leaf) {
    List<TopHits.Gate> gates =
        byFacet.values().stream()
            .map(selection -> selection.values.orElseThrow().in(leaf.ord))
            .toList();
    return gates.size() == 1 ? gates.getFirst() : new All(gates);
  }

  /** Admits what all of some gates admit. */
  private record All(List<TopHits.Gate> gates) implements TopHits.Gate {
    @Override
    public boolean admits(int doc) {
      for (TopHits.Gate gate : gates) {
        if (!gate.admits(doc)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void lookAt(int[] docs, int size) {
      gates.forEach(gate -> gate.lookAt(docs, size));
    }
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
