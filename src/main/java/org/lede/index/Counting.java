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

  private final Map<FacetRequest, FacetCounts> chosen = new HashMap<>();
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
      chosen.put(request, choice(request, counters.get(field)).counts(selected(request)));
    }
  }

  private FacetChoice choice(FacetRequest request, FacetCounter counter) {
    return new FacetChoice(request, request.sizeOr(search.facetSize()), counter, deadline);
  }

  private SequencedSet<String> selected(FacetRequest request) {
    return search.selections().getOrDefault(request.facet(), new LinkedHashSet<>());
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

  /**
   * Returns the counts of every request; where there was no time to choose among the values, only
   * if that takes next to none.
   */
  List<FacetCounts> facets() throws IOException {
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest request : search.facets()) {
      FacetCounts known = chosen.get(request);
      FacetCounter counter = counters.get(field(request));
      if (known != null) {
        counts.add(known);
      } else if (counter != null && FacetChoice.isQuick(request)) {
        counts.add(choice(request, counter).counts(selected(request)));
      } else {
        counts.add(FacetChoice.uncounted(request, selected(request)));
      }
    }
    return counts;
  }

  Optional<Timeline> timeline() {
    return timelines.stream().map(TimelineCounter::timeline).findFirst();
  }
}
