package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
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
  private final @Nullable FacetTable table;
  private final List<FoundDocs> found = new ArrayList<>();
  private boolean foundAll;

  /** What has counted each field, which several requests may share. */
  private final Map<String, FacetCounter> counters = new HashMap<>();

  private final Map<FacetRequest, FacetCounts> chosen = new HashMap<>();
  private final List<TimelineCounter> timelines;

  /**
   * Makes a count.
   *
   * @param table the facet values in memory, or null if there are none
   */
  Counting(Snapshot snapshot, @Nullable FacetTable table, Search search, Deadline deadline) {
    this.snapshot = snapshot;
    this.table = table;
    this.search = search;
    this.deadline = deadline;
    timelines = new ArrayList<>();
    search.timelines().forEach(request -> timelines.add(new TimelineCounter(request, deadline)));
  }

  /** Tells whether a search needs all the documents that it finds. */
  static boolean isNeeded(Search search) {
    return !search.facets().isEmpty() || !search.timelines().isEmpty();
  }

  /** Tells whether a search needs all the documents that it finds, or at least their number. */
  static boolean isNeededOrTotal(Search search) {
    return isNeeded(search) || search.exactTotal();
  }

  /** Finds all documents that match a query and have what is selected. */
  void find(MeteredSearcher searcher, Query base, Selections selections) throws IOException {
    Optional<FoundDocs.Base> union =
        table == null || search.facets().isEmpty()
            ? Optional.empty()
            : TermUnion.of(searcher, base, table, countsOnly(table), deadline);
    if (union.isPresent()) {
      find(searcher, union.get(), selections);
    } else {
      find(searcher, Matches.of(searcher, base, deadline)::in, selections);
    }
  }

  private boolean countsOnly(FacetTable known) {
    return search.timelines().isEmpty()
        && search.selections().isEmpty()
        && search.facets().stream().map(Counting::field).allMatch(known::has);
  }

  /**
   * Finds those documents that have what is selected.
   *
   * @param docs all that match, which are known already
   */
  void findAmong(int[] docs, MeteredSearcher searcher, Selections selections) throws IOException {
    find(searcher, leaf -> DocSet.of(docs, leaf), selections);
  }

  private void find(MeteredSearcher searcher, FoundDocs.Base base, Selections selections)
      throws IOException {
    FoundDocs.find(searcher, base, selections, found);
    foundAll = true;
  }

  void countFacets(MeteredSearcher searcher) throws IOException {
    for (Map.Entry<Optional<Facet>, List<FacetRequest>> together : countedTogether().entrySet()) {
      List<DocSet> docs =
          found.stream()
              .map(each -> together.getKey().map(each::sideways).orElseGet(each::all))
              .toList();
      FacetCounter counter = new FacetCounter(snapshot, table, searcher, docs, deadline);
      List<FacetRequest> requests = together.getValue();
      requests.forEach(request -> counters.put(field(request), counter));
      counter.count(requests.stream().map(Counting::field).distinct().toList());
    }
    for (FacetRequest request : search.facets()) {
      FieldCounts counts = requireNonNull(counted(request));
      chosen.put(request, choice(request, counts).counts(selected(request)));
    }
  }

  /**
   * Returns the requests by the documents that they count: those of a facet that something is
   * selected in have documents of their own, and all others the same.
   */
  private SequencedMap<Optional<Facet>, List<FacetRequest>> countedTogether() {
    SequencedMap<Optional<Facet>, List<FacetRequest>> together = new LinkedHashMap<>();
    for (FacetRequest request : search.facets()) {
      Optional<Facet> sideways =
          Optional.of(request.facet()).filter(search.selections()::containsKey);
      together.computeIfAbsent(sideways, facet -> new ArrayList<>()).add(request);
    }
    return together;
  }

  private FacetChoice choice(FacetRequest request, FieldCounts counts) {
    return new FacetChoice(request, request.sizeOr(search.facetSize()), counts, deadline);
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
    long total = found.stream().mapToLong(docs -> docs.all().size()).sum();
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
      counts.add(known == null ? countedSoFar(request) : known);
    }
    return counts;
  }

  private @Nullable FieldCounts counted(FacetRequest request) {
    FacetCounter counter = counters.get(field(request));
    return counter == null ? null : counter.of(field(request));
  }

  private FacetCounts countedSoFar(FacetRequest request) throws IOException {
    FieldCounts counted = counted(request);
    return counted != null && FacetChoice.isQuick(request)
        ? choice(request, counted).counts(selected(request))
        : FacetChoice.uncounted(request, selected(request));
  }

  Optional<Timeline> timeline() {
    return timelines.stream().map(TimelineCounter::timeline).findFirst();
  }
}
