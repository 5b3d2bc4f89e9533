package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.IOConsumer;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;

/** The documents of one segment that a search finds, with all of its selections or all but one. */
final class FoundDocs {
  private final LeafReaderContext leaf;
  private final DocSet base;

  /** The documents that have what is selected in each facet; of others than these, some or none. */
  private final Map<Facet, DocSet> selected;

  private final DocSet all;

  private FoundDocs(LeafReaderContext leaf, DocSet base, Map<Facet, DocSet> selected) {
    this.leaf = leaf;
    this.base = base;
    this.selected = selected;
    all = withAllBut(null);
  }

  /** Finds the documents of a segment that match, whatever is selected. */
  @FunctionalInterface
  interface Base {
    DocSet in(LeafReaderContext leaf) throws IOException;

    /** Tells whether that takes less time than to ask another thread for it. */
    default boolean isQuick() {
      return false;
    }
  }

  /**
   * Finds the documents of each segment.
   *
   * @param found takes the documents of each segment; none of those that there was no time for
   * @throws TimeUp if the deadline comes first
   */
  static void find(
      MeteredSearcher searcher, Base base, Selections selections, List<FoundDocs> found)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    AtomicReferenceArray<@Nullable FoundDocs> byLeaf = new AtomicReferenceArray<>(leaves.size());
    IOConsumer<LeafReaderContext> work =
        leaf -> {
          DocSet docs = base.in(leaf);
          byLeaf.set(leaf.ord, new FoundDocs(leaf, docs, selections.in(leaf, docs)));
        };
    try {
      if (base.isQuick()) {
        for (LeafReaderContext leaf : leaves) {
          work.accept(leaf);
        }
      } else {
        searcher.forEach(leaves, work);
      }
    } finally {
      for (LeafReaderContext leaf : leaves) {
        FoundDocs here = byLeaf.get(leaf.ord);
        found.add(
            here == null
                ? new FoundDocs(leaf, DocSet.none(leaf.reader().maxDoc()), Map.of())
                : here);
      }
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
    List<DocSet> sets = new ArrayList<>(List.of(base));
    selected.forEach((facet, docs) -> {
      if (!facet.equals(sideways)) {
        sets.add(docs);
      }
    });
    return DocSet.allOf(sets);
  }
}
