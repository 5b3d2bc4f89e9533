package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.lucene.search.IndexSearcher;
import org.lede.search.FacetCounts;
import org.lede.search.FacetRequest;
import org.lede.search.Search;
import org.lede.search.Timeline;
import org.lede.search.Total;

/**
 * Counts the documents that a search finds: in all, by facet, and by time. They are found once, and
 * serve all three.
 *
 * <p>Each step throws {@link TimeUp} if the deadline comes first; what was counted until then is
 * there nevertheless, and there is something for everything that was asked for.
 */
final class Counting {
  private final Snapshot snapshot;
  private final Search search;
  private final Deadline deadline;
  private final List<FoundDocs> found = new ArrayList<>();
  private boolean foundAll;

  /** The counts of each field, which several requests may share. */
  private final Map<String, FacetCounter> counters = new HashMap<>();

  private final List<TimelineCounter> timelines;

  Counting(Snapshot snapshot, Search search, Deadline deadline) {
    this.snapshot = snapshot;
    this.search = search;
    this.deadline = deadline;
    timelines =
        search.timelines().stream().map(request -> new TimelineCounter(request, deadline)).toList();
  }

  /** Tells whether a search needs all the documents that it finds. */
  static boolean isNeeded(Search search) {
    return !search.facets().isEmpty() || !search.timelines().isEmpty();
  }

  void find(IndexSearcher searcher, QueryPlan plan) throws IOException {
    FoundDocs.find(searcher, plan.base(), plan.selections(), deadline, found);
    foundAll = true;
  }

  void countFacets() throws IOException {
    for (FacetRequest request : search.facets()) {
      String field = field(request);
      if (!counters.containsKey(field)) {
        FacetCounter counter = new FacetCounter(snapshot.ordinals(field), deadline);
        counters.put(field, counter);
        for (FoundDocs docs : found) {
          counter.count(docs.leaf(), docs.sideways(request.facet()));
        }
      }
    }
  }

  private static String field(FacetRequest request) {
    return switch (request.counted()) {
      case ABOUT -> Schema.about(request.facet());
      case MENTIONS -> Schema.mentions(request.facet());
    };
  }

  void countTimes() throws IOException {
    for (TimelineCounter timeline : timelines) {
      timeline.count(found, snapshot);
    }
  }

  /** Returns how many documents were found; exact, if there was time to find all. */
  Total total() {
    long total = found.stream().mapToLong(docs -> docs.all().cardinality()).sum();
    return foundAll ? new Total.Exact(total) : new Total.AtLeast(total);
  }

  List<FacetCounts> facets() throws IOException {
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest request : search.facets()) {
      SequencedSet<String> selected =
          search.selections().getOrDefault(request.facet(), new LinkedHashSet<>());
      FacetCounter counter = counters.get(field(request));
      counts.add(
          counter == null
              ? FacetChoice.uncounted(request, selected)
              : new FacetChoice(request, request.sizeOr(search.facetSize()), counter)
                  .counts(selected));
    }
    return counts;
  }

  Optional<Timeline> timeline() {
    return timelines.stream().map(TimelineCounter::timeline).findFirst();
  }
}
