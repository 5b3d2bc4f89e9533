package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.search.Search;

/** The documents of one segment that a search finds, with all of its selections or all but one. */
final class FoundDocs {
  private final LeafReaderContext leaf;
  private final DocSet base;

  /** The documents that have what is selected in each facet; of others than these, some or none. */
  private final Map<Facet, DocSet> selected;

  private final DocSet all;

  /** Makes documents of a search without selections. */
  FoundDocs(LeafReaderContext leaf, DocSet all) {
    this(leaf, all, Map.of());
  }

  private FoundDocs(LeafReaderContext leaf, DocSet base, Map<Facet, DocSet> selected) {
    this.leaf = leaf;
    this.base = base;
    this.selected = selected;
    all = withAllBut(null);
  }

  /**
   * What is selected in a facet.
   *
   * @param matches all documents that have any of the values
   * @param values the values, if they are in memory
   */
  private record Selection(Matches matches, Optional<SelectedValues> values) {
    /** Returns the documents with any of the values: of all, or at least of some. */
    private DocSet in(LeafReaderContext leaf, DocSet some, Deadline deadline) throws IOException {
      return values.isPresent() && some.bits() == null
          ? values.get().among(some, leaf.ord, deadline)
          : matches.in(leaf);
    }
  }

  /**
   * Finds the documents of each segment.
   *
   * @param plan what must match
   * @param search what is selected
   * @param table the values in memory, if there are any
   * @param found takes the documents of each segment; none of those that there was no time for
   * @throws TimeUp if the deadline comes first
   */
  static void find(
      MeteredSearcher searcher,
      QueryPlan plan,
      Search search,
      @Nullable FacetTable table,
      Deadline deadline,
      List<FoundDocs> found)
      throws IOException {
    Matches base = Matches.of(searcher, plan.base(), deadline);
    SequencedMap<Facet, Selection> selections = new LinkedHashMap<>();
    for (Map.Entry<Facet, Query> selection : plan.selections().entrySet()) {
      Facet facet = selection.getKey();
      Matches all = Matches.of(searcher, selection.getValue(), deadline);
      Collection<String> values = requireNonNull(search.selections().get(facet));
      selections.put(facet, new Selection(all, SelectedValues.of(table, facet, values)));
    }
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    AtomicReferenceArray<@Nullable FoundDocs> byLeaf = new AtomicReferenceArray<>(leaves.size());
    try {
      searcher.forEach(
          leaves, leaf -> byLeaf.set(leaf.ord, find(leaf, base, selections, deadline)));
    } finally {
      for (LeafReaderContext leaf : leaves) {
        FoundDocs here = byLeaf.get(leaf.ord);
        found.add(here == null ? new FoundDocs(leaf, DocSet.none(leaf.reader().maxDoc())) : here);
      }
    }
  }

  private static FoundDocs find(
      LeafReaderContext leaf,
      Matches base,
      SequencedMap<Facet, Selection> selections,
      Deadline deadline)
      throws IOException {
    DocSet docs = base.in(leaf);
    Map<Facet, DocSet> bySelection = new LinkedHashMap<>();
    for (Map.Entry<Facet, Selection> selection : selections.entrySet()) {
      bySelection.put(selection.getKey(), selection.getValue().in(leaf, docs, deadline));
    }
    return new FoundDocs(leaf, docs, bySelection);
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  /** Returns the documents found. */
  DocSet all() {
    return all;
  }

  /** Returns the documents that would be found if nothing were selected in a facet. */
  DocSet sideways(Facet facet) {
    return selected.containsKey(facet) ? withAllBut(facet) : all;
  }

  private DocSet withAllBut(@Nullable Facet sideways) {
    DocSet docs = base;
    for (Map.Entry<Facet, DocSet> selection : selected.entrySet()) {
      if (!selection.getKey().equals(sideways)) {
        docs = docs.and(selection.getValue());
      }
    }
    return docs;
  }
}
