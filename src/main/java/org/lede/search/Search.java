package org.lede.search;

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
 * @param filter what they must match as well, without effect on relevance
 * @param selections the values selected in each facet, in normal form
 * @param facets the facets to count, each once
 * @param facetSize the most values to return of each facet
 * @param order the order of the hits
 * @param limit the most hits to return
 * @param exactTotal whether the total must be exact even if no facet is counted
 * @param idsOnly whether hits go without their article
 * @param receipts the writes that the search must see
 */
public record Search(
    Query query,
    Query filter,
    SequencedMap<Facet, SequencedSet<String>> selections,
    List<Facet> facets,
    int facetSize,
    Order order,
    int limit,
    boolean exactTotal,
    boolean idsOnly,
    List<Receipt> receipts) {

  /** The most hits that one search returns. */
  public static final int MAX_LIMIT = 10_000;

  /** The most values of one facet that one search returns. */
  public static final int MAX_FACET_SIZE = 100_000;

  /** The most values that can be selected in one facet. */
  public static final int MAX_SELECTED = 1_000;

  /**
   * Makes a search of copies of the collections.
   *
   * @throws IllegalArgumentException if limit, facet size or the number of selected values is out
   *     of range, or a selected value is not one of its facet
   */
  public Search {
    checkRange("limit", limit, MAX_LIMIT);
    checkRange("facet size", facetSize, MAX_FACET_SIZE);
    selections = normalised(selections);
    facets = List.copyOf(new LinkedHashSet<>(facets));
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
    List<Facet> all = Stream.concat(facets.stream(), Stream.of(more)).toList();
    return with(draft -> draft.facets = all);
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
    private List<Facet> facets = List.of();
    private int facetSize = 10;
    private Order order = Order.RELEVANCE;
    private int limit = 10;
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
      facetSize = search.facetSize;
      order = search.order;
      limit = search.limit;
      exactTotal = search.exactTotal;
      idsOnly = search.idsOnly;
      receipts = search.receipts;
    }

    private Search search() {
      return new Search(
          query,
          filter,
          selections,
          facets,
          facetSize,
          order,
          limit,
          exactTotal,
          idsOnly,
          receipts);
    }
  }
}
