package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.lede.search.FacetCounts;
import org.lede.search.FacetRequest;
import org.lede.search.Search;

/** Counts the documents that a search finds: in all, and by facet. */
final class Counting {
  private final Search search;
  private final Deadline deadline;
  private final List<FacetCounter> counters = new ArrayList<>();
  private long total;

  Counting(Snapshot snapshot, Search search, Deadline deadline) throws IOException {
    this.search = search;
    this.deadline = deadline;
    for (FacetRequest request : search.facets()) {
      counters.add(new FacetCounter(request.facet(), snapshot.ordinals(request.facet())));
    }
  }

  /**
   * Counts.
   *
   * @throws TimeUp if the deadline comes first; what was counted until then counts
   */
  void count(List<FoundDocs> found) throws IOException {
    for (FoundDocs docs : found) {
      total += docs.all().cardinality();
      for (FacetCounter counter : counters) {
        deadline.check();
        counter.count(docs.leaf(), docs.sideways(counter.facet()));
      }
    }
  }

  /** Returns how many documents were counted. */
  long total() {
    return total;
  }

  List<FacetCounts> facets() throws IOException {
    List<FacetCounts> counts = new ArrayList<>();
    for (int i = 0; i < counters.size(); i++) {
      FacetRequest request = search.facets().get(i);
      SequencedSet<String> selected =
          search.selections().getOrDefault(request.facet(), new LinkedHashSet<>());
      int size = request.size() == FacetRequest.UNSAID ? search.facetSize() : request.size();
      counts.add(counters.get(i).counts(request, size, selected));
    }
    return counts;
  }
}
