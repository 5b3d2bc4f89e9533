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
  private final List<Asked> asked = new ArrayList<>();
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
    for (FacetRequest request : search.facets()) {
      asked.add(new Asked(request, field(request)));
    }
    timelines = new ArrayList<>();
    search.timelines().forEach(request -> timelines.add(new TimelineCounter(request, deadline)));
  }

  /** A request, and the field that it counts. */
  private record Asked(FacetRequest request, String field) {}

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
    find(searcher, docs(searcher, base), selections);
  }

  /** Returns what finds the documents that match a query, as much as possible from memory. */
  private FoundDocs.Base docs(MeteredSearcher searcher, Query base) throws IOException {
    Matches whole = new Matches(searcher, base, deadline);
    Optional<TermCombination> terms =
        table == null ? Optional.empty() : TermCombination.of(base, searcher);
    if (table != null && terms.isPresent()) {
      boolean all = terms.get().all();
      List<TermDocs> each = TermDocs.of(searcher, terms.get().queries(), table, deadline);
      if (countsAllThatMatches() && !all && table.counts(terms.get().terms())) {
        return new TermUnion(table, each, whole, countsOnly(table));
      }
      if (TermSets.areInMemory(terms.get(), table)) {
        return new TermSets(all, each, whole);
      }
    }
    return whole::in;
  }

  /** Returns a query for what was found, with all that is selected. */
  Query found() {
    return DocSetQuery.of(
        leaf -> found.get(leaf.ord).all(), leaf -> found.get(leaf.ord).all().size());
  }

  /**
   * Tells whether values are counted of all documents that match a query, whatever is selected: if
   * something is selected in several facets, each is narrowed by another.
   */
  private boolean countsAllThatMatches() {
    return !search.facets().isEmpty() && search.selections().size() < 2;
  }

  private boolean countsOnly(FacetTable known) {
    return search.timelines().isEmpty()
        && search.selections().isEmpty()
        && asked.stream().map(Asked::field).allMatch(known::has);
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
    for (Map.Entry<Optional<Facet>, SequencedSet<String>> together : countedTogether().entrySet()) {
      List<DocSet> docs = new ArrayList<>(found.size());
      for (FoundDocs each : found) {
        docs.add(together.getKey().map(each::sideways).orElseGet(each::all));
      }
      FacetCounter counter = new FacetCounter(snapshot, table, searcher, docs, deadline);
      together.getValue().forEach(field -> counters.put(field, counter));
      counter.count(together.getValue());
    }
    for (Asked each : asked) {
      FacetRequest request = each.request;
      FieldCounts counts = requireNonNull(counted(each));
      chosen.put(request, choice(request, counts).counts(selected(request)));
    }
  }

  /**
   * Returns the fields by the documents of which they are counted: those of a facet that something
   * is selected in have documents of their own, and all others the same.
   */
  private SequencedMap<Optional<Facet>, SequencedSet<String>> countedTogether() {
    SequencedMap<Optional<Facet>, SequencedSet<String>> together = new LinkedHashMap<>();
    for (Asked each : asked) {
      Optional<Facet> sideways =
          Optional.of(each.request.facet()).filter(search.selections()::containsKey);
      together.computeIfAbsent(sideways, facet -> new LinkedHashSet<>()).add(each.field);
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
    for (Asked each : asked) {
      FacetCounts known = chosen.get(each.request);
      counts.add(known == null ? countedSoFar(each) : known);
    }
    return counts;
  }

  private @Nullable FieldCounts counted(Asked each) {
    FacetCounter counter = counters.get(each.field);
    return counter == null ? null : counter.of(each.field);
  }

  private FacetCounts countedSoFar(Asked each) throws IOException {
    FacetRequest request = each.request;
    FieldCounts counted = counted(each);
    return counted != null && FacetChoice.isQuick(request)
        ? choice(request, counted).counts(selected(request))
        : FacetChoice.uncounted(request, selected(request));
  }

  Optional<Timeline> timeline() {
    return timelines.stream().map(TimelineCounter::timeline).findFirst();
  }
}
