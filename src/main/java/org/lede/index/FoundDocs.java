package org.lede.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;

/** The documents of one segment that a search finds, with all of its selections or all but one. */
final class FoundDocs {
  private final LeafReaderContext leaf;
  private final DocSet base;
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
   * Finds the documents of each segment.
   *
   * @param base what must match beside the selections
   * @param selections what must match for each selection
   * @param found takes the documents of each segment; none of those that there was no time for
   * @throws TimeUp if the deadline comes first
   */
  static void find(
      MeteredSearcher searcher,
      Query base,
      SequencedMap<Facet, Query> selections,
      Deadline deadline,
      List<FoundDocs> found)
      throws IOException {
    Matches matches = Matches.of(searcher, base, deadline);
    SequencedMap<Facet, Matches> selected = new LinkedHashMap<>();
    for (Map.Entry<Facet, Query> selection : selections.entrySet()) {
      selected.put(selection.getKey(), Matches.of(searcher, selection.getValue(), deadline));
    }
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    AtomicReferenceArray<@Nullable FoundDocs> byLeaf = new AtomicReferenceArray<>(leaves.size());
    try {
      searcher.forEach(leaves, leaf -> byLeaf.set(leaf.ord, find(leaf, matches, selected)));
    } finally {
      for (LeafReaderContext leaf : leaves) {
        FoundDocs here = byLeaf.get(leaf.ord);
        found.add(here == null ? new FoundDocs(leaf, DocSet.none(leaf.reader().maxDoc())) : here);
      }
    }
  }

  private static FoundDocs find(
      LeafReaderContext leaf, Matches base, SequencedMap<Facet, Matches> selections)
      throws IOException {
    DocSet docs = base.in(leaf);
    Map<Facet, DocSet> bySelection = new LinkedHashMap<>();
    for (Map.Entry<Facet, Matches> selection : selections.entrySet()) {
      bySelection.put(selection.getKey(), selection.getValue().in(leaf));
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
