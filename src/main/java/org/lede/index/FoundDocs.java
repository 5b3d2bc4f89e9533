package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;

/** The documents of one segment that a search finds, with all of its selections or all but one. */
final class FoundDocs {
  private final LeafReaderContext leaf;
  private final DocSet base;
  private final Map<Facet, DocSet> selected;
  private final DocSet all;

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
   * @param found takes the documents of each segment, as soon as they are found
   * @throws TimeUp if the deadline comes first
   */
  static void find(
      IndexSearcher searcher,
      Query base,
      SequencedMap<Facet, Query> selections,
      Deadline deadline,
      List<FoundDocs> found)
      throws IOException {
    Matches matches = Matches.of(searcher, base, deadline);
    List<Map.Entry<Facet, Matches>> selected = new ArrayList<>();
    for (Map.Entry<Facet, Query> selection : selections.entrySet()) {
      selected.add(
          Map.entry(selection.getKey(), Matches.of(searcher, selection.getValue(), deadline)));
    }
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      DocSet docs = matches.in(leaf);
      Map<Facet, DocSet> bySelection = new LinkedHashMap<>();
      for (Map.Entry<Facet, Matches> selection : selected) {
        bySelection.put(selection.getKey(), selection.getValue().in(leaf));
      }
      found.add(new FoundDocs(leaf, docs, bySelection));
    }
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
