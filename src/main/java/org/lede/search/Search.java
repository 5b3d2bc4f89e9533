package org.lede.search;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lede.Facet;
import org.lede.query.Query;

/**
 * A query with what surrounds it: which articles to find, what to count, what to return.
 *
 * <p>Immutable: each method returns a changed copy.
 *
 * @param query what articles must hold; decides their relevance
 * @param typed what a person typed, which the engine reads, and which articles must match as well;
 *     empty if nothing was typed
 * @param filter what they must match as well, without effect on relevance
 * @param selections the values selected in each facet, in normal form
 * @param facets what to count, each once
 * @param facetSize the most values to return of each facet that does not say so itself
 * @param timelines what to count by time: one request, or none
 * @param order the order of the hits
 * @param ranking what makes a hit come before another, if the order is by relevance
 * @param limit the most hits to return
 * @param paged whether more hits can be asked for from where these end
 * @param after where to start
 * @param snippets how much of each article to return as snippets
 * @param matches whether each hit tells which clauses it matches
 * @param exactTotal whether the total must be exact even if nothing is counted
 * @param idsOnly whether hits go without their article
 * @param deadline how long it may take; {@link #NO_DEADLINE} for as long as it takes
 * @param receipts the writes that the search must see
 */
public record Search(
    Query query,
    String typed,
    Query filter,
    SequencedMap<Facet, SequencedSet<String>> selections,
    List<FacetRequest> facets,
    int facetSize,
    List<TimelineRequest> timelines,
    Order order,
    Ranking ranking,
    int limit,
    boolean paged,
    Cursor after,
    SnippetRequest snippets,
    boolean matches,
    boolean exactTotal,
    boolean idsOnly,
    Duration deadline,
    List<Receipt> receipts) {

  /** As long as it takes. */
  public static final Duration NO_DEADLINE = Duration.ofDays(36_525);

  /** The most hits that one search returns. */
  public static final int MAX_LIMIT = 10_000;

  /** The most values of one facet that one search returns. */
  public static final int MAX_FACET_SIZE = 100_000;

  /** The most values that can be selected in one facet. */
  public static final int MAX_SELECTED = 1_000;

  /**
   * Makes a search of copies of the collections.
   *
   * @throws IllegalArgumentException if a number is out of range, a selected value is not one of
   *     its facet, or articles are to be explained or cut into snippets but only ids returned
   */
  public Search {
    checkRange("limit", limit, MAX_LIMIT);
    checkRange("facet size", facetSize, MAX_FACET_SIZE);
    if (timelines.size() > 1) {
      throw new IllegalArgumentException(
          "a search counts by time once, but %d timelines are asked for; search once for each"
              .formatted(timelines.size()));
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("a deadline must be over 0, but is " + deadline);
    }
    if (idsOnly && (matches || !snippets.isNone())) {
      throw new IllegalArgumentException(
          "snippets and matches need the articles; leave out withIdsOnly()");
    }
    selections = normalised(selections);
    facets = List.copyOf(new LinkedHashSet<>(facets));
    timelines = List.copyOf(timelines);
    receipts = List.copyOf(receipts);
  }

  private static SequencedMap<Facet, SequencedSet<String>> normalised(
      SequencedMap<Facet, SequencedSet<String>> selections) {
    SequencedMap<Facet, SequencedSet<String>> normal = new LinkedHashMap<>();
    selections.forEach((facet, values) -> normal.put(facet, normalised(facet, values)));
    normal.values().removeIf(SequencedSet::isEmpty);
    return Collections.unmodifiableSequencedMap(normal);
  }

  private static SequencedSet<String> normalised(Facet facet, SequencedSet<String> values) {
    checkRange("the number of selected values of " + facet, values.size(), MAX_SELECTED);
    SequencedSet<String> normal = new LinkedHashSet<>();
    values.forEach(value -> normal.add(facet.normalise(value)));
    return Collections.unmodifiableSequencedSet(normal);
  }

  private static void checkRange(String what, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(
          "%s must be from 0 to %,d, but is %,d".formatted(what, max, value));
    }
  }

  /**
   * Starts a search: the ten best hits with their articles, no selection, no facet.
   *
   * @param query what to find
   * @return the search
   */
  public static Search of(Query query) {
    return new Draft(query).search();
  }

  /**
   * Starts a search for what a person typed. The engine reads it, with the facets and names that it
   * knows; the result tells what it {@linkplain SearchResult#query() understood} and what it
   * {@linkplain SearchResult#notices() had to change}. When no article holds all of plain words,
   * those that hold most of them are found.
   *
   * @param text what was typed, in the syntax of {@linkplain org.lede.query the query package}
   * @return the search
   */
  public static Search typed(String text) {
    return of(Query.everything()).with(draft -> draft.typed = text);
  }

  /**
   * Adds values to what is selected in a facet. See {@linkplain org.lede.search the package} for
   * what that means.
   *
   * @param facet the facet
   * @param values the values; at most {@value #MAX_SELECTED} in all
   * @return a changed copy
   * @throws IllegalArgumentException if a value is not one of the facet or there are too many
   */
  public Search selected(Facet facet, String... values) {
    SequencedSet<String> chosen =
        new LinkedHashSet<>(selections.getOrDefault(facet, new LinkedHashSet<>()));
    Collections.addAll(chosen, values);
    SequencedMap<Facet, SequencedSet<String>> changed = new LinkedHashMap<>(selections);
    changed.put(facet, chosen);
    return with(draft -> draft.selections = changed);
  }

  /**
   * Narrows the search without effect on relevance.
   *
   * @param more what articles must match as well
   * @return a changed copy
   */
  public Search filtered(Query more) {
    Query both = filter.equals(Query.everything()) ? more : filter.and(more);
    return with(draft -> draft.filter = both);
  }

  /**
   * Narrows the search to a span of time.
   *
   * @param span the span, such as {@code Published.since(day)}
   * @return a changed copy
   */
  public Search published(Query.Published span) {
    return filtered(span);
  }

  /**
   * Asks for the counts of more facets.
   *
   * @param more the facets
   * @return a changed copy
   */
  public Search facets(Facet... more) {
    return facets(Stream.of(more).map(FacetRequest::of).toArray(FacetRequest[]::new));
  }

  /**
   * Asks for more counts.
   *
   * @param more what to count
   * @return a changed copy
   */
  public Search facets(FacetRequest... more) {
    List<FacetRequest> all = Stream.concat(facets.stream(), Stream.of(more)).toList();
    return with(draft -> draft.facets = all);
  }

  /**
   * Asks for counts by time, in UTC.
   *
   * @param interval by what
   * @return a changed copy
   */
  public Search timeline(Interval interval) {
    return with(draft -> draft.timelines = List.of(TimelineRequest.of(interval)));
  }

  /**
   * Asks for counts by time.
   *
   * @param interval by what
   * @param zone where days begin and end
   * @return a changed copy
   */
  public Search timeline(Interval interval, ZoneId zone) {
    return with(draft -> draft.timelines = List.of(new TimelineRequest(interval, zone)));
  }

  /**
   * Sets how many values of each facet to return.
   *
   * @param most the most values, from 0 to {@value #MAX_FACET_SIZE}; 10 unless told
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Search facetSize(int most) {
    return with(draft -> draft.facetSize = most);
  }

  /**
   * Sets how many hits to return.
   *
   * @param most the most hits, from 0 to {@value #MAX_LIMIT}; 10 unless told
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Search limit(int most) {
    return with(draft -> draft.limit = most);
  }

  /**
   * Makes it possible to ask for more hits, from where these end: {@link SearchResult#next()} then
   * tells where that is. The engine keeps the articles as they are now for some minutes.
   *
   * @return a changed copy
   */
  public Search withPages() {
    return with(draft -> draft.paged = true);
  }

  /**
   * Goes on from where an earlier page ended. But for this and the limit, the search must be the
   * same.
   *
   * @param cursor what {@link SearchResult#next()} told
   * @return a changed copy, which is paged as well
   */
  public Search after(Cursor cursor) {
    return withPages().with(draft -> draft.after = cursor);
  }

  /**
   * Asks for passages of each article, with what was looked for marked.
   *
   * @param number how many passages of lead and body at most; 0 for the headline only
   * @param length how long each may be, in characters (UTF-16 units)
   * @return a changed copy
   * @throws IllegalArgumentException if a number is out of range, or only ids are asked for
   */
  public Search snippets(int number, int length) {
    return with(draft -> draft.snippets = new SnippetRequest(number, length));
  }

  /**
   * Asks of each hit which clauses of the query it matches, and where.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if only ids are asked for
   */
  public Search withMatches() {
    return with(draft -> draft.matches = true);
  }

  /**
   * Sets how long the search may take. When the time is up, what was found until then is returned,
   * {@linkplain SearchResult#completeness() marked as partial}.
   *
   * @param most how long, from the call of the search on
   * @return a changed copy
   * @throws IllegalArgumentException if it is not over 0
   */
  public Search deadline(Duration most) {
    return with(draft -> draft.deadline = most);
  }

  /**
   * Sets what makes a hit come before another, if they are ordered by relevance.
   *
   * @param weights the ranking; {@link Ranking#defaults} unless told
   * @return a changed copy
   */
  public Search ranking(Ranking weights) {
    return with(draft -> draft.ranking = weights);
  }

  /**
   * Sets the order of the hits.
   *
   * @param next the order; by relevance unless told
   * @return a changed copy
   */
  public Search order(Order next) {
    return with(draft -> draft.order = next);
  }

  /**
   * Orders hits by date, the latest first.
   *
   * @return a changed copy
   */
  public Search newestFirst() {
    return order(Order.NEWEST);
  }

  /**
   * Orders hits by date, the earliest first.
   *
   * @return a changed copy
   */
  public Search oldestFirst() {
    return order(Order.OLDEST);
  }

  /**
   * Asks for the exact total, which takes longer than the best hits alone. Facets bring it anyway.
   *
   * @return a changed copy
   */
  public Search withExactTotal() {
    return with(draft -> draft.exactTotal = true);
  }

  /**
   * Leaves the articles out of the hits, which saves reading them.
   *
   * @return a changed copy
   */
  public Search withIdsOnly() {
    return with(draft -> draft.idsOnly = true);
  }

  /**
   * Makes the search see a write, even if that write is neither committed nor yet refreshed.
   *
   * @param receipt what the write returned
   * @return a changed copy
   */
  public Search seeing(Receipt receipt) {
    List<Receipt> all = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
    return with(draft -> draft.receipts = all);
  }

  private Search with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.search();
  }

  /** A search that can be changed, so that each method above names only what it changes. */
  private static final class Draft {
    private final Query query;
    private Query filter = Query.everything();
    private SequencedMap<Facet, SequencedSet<String>> selections = new LinkedHashMap<>();
    private String typed = "";
    private List<FacetRequest> facets = List.of();
    private int facetSize = 10;
    private List<TimelineRequest> timelines = List.of();
    private Order order = Order.RELEVANCE;
    private Ranking ranking = Ranking.defaults();
    private int limit = 10;
    private boolean paged;
    private Cursor after = Cursor.START;
    private SnippetRequest snippets = SnippetRequest.NONE;
    private boolean matches;
    private Duration deadline = NO_DEADLINE;
    private boolean exactTotal;
    private boolean idsOnly;
    private List<Receipt> receipts = List.of();

    private Draft(Query query) {
      this.query = query;
    }

    private Draft(Search search) {
      query = search.query;
      filter = search.filter;
      selections = search.selections;
      facets = search.facets;
      typed = search.typed;
      facetSize = search.facetSize;
      timelines = search.timelines;
      order = search.order;
      ranking = search.ranking;
      limit = search.limit;
      paged = search.paged;
      after = search.after;
      snippets = search.snippets;
      matches = search.matches;
      deadline = search.deadline;
      exactTotal = search.exactTotal;
      idsOnly = search.idsOnly;
      receipts = search.receipts;
    }

    private Search search() {
      return new Search(
          query,
          typed,
          filter,
          selections,
          facets,
          facetSize,
          timelines,
          order,
          ranking,
          limit,
          paged,
          after,
          snippets,
          matches,
          exactTotal,
          idsOnly,
          deadline,
          receipts);
    }
  }
}
