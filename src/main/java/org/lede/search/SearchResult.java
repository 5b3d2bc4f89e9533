package org.lede.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.query.Notice;
import org.lede.query.Query;

/** What a search found. Immutable. */
public final class SearchResult {
  private final Query query;
  private final Total total;
  private final List<Hit> hits;
  private final List<FacetCounts> facets;
  private final @Nullable Timeline timeline;
  private final Completeness completeness;
  private final List<Notice> notices;
  private final @Nullable String didYouMean;
  private final @Nullable Cursor next;

  private SearchResult(Builder builder) {
    query = builder.query;
    total = builder.total;
    hits = List.copyOf(builder.hits);
    facets = List.copyOf(builder.facets);
    timeline = builder.timeline;
    completeness = builder.completeness;
    notices = List.copyOf(builder.notices);
    didYouMean = builder.didYouMean;
    next = builder.next;
  }

  /**
   * Starts a result, for engines.
   *
   * @param query what was looked for
   * @return a builder for one in which nothing was found
   */
  public static Builder builder(Query query) {
    return new Builder(query);
  }

  /**
   * Returns what was looked for: the query of the search, or what was understood of the text that
   * was typed.
   *
   * @return the query
   */
  public Query query() {
    return query;
  }

  /**
   * Returns how many articles match.
   *
   * @return the total; exact if the search is complete and asked for facets, a timeline, or {@link
   *     Search#withExactTotal()}
   */
  public Total total() {
    return total;
  }

  /**
   * Returns the first of the articles that match.
   *
   * @return the hits, in order; at most as many as the limit
   */
  public List<Hit> hits() {
    return hits;
  }

  /**
   * Returns which articles were found.
   *
   * @return the ids of the hits, in order
   */
  public List<String> ids() {
    return hits.stream().map(Hit::id).toList();
  }

  /**
   * Returns the counts of all facets.
   *
   * @return the counts of each facet asked for, in the order asked
   */
  public List<FacetCounts> facets() {
    return facets;
  }

  /**
   * Returns the counts of one facet.
   *
   * @param facet a facet that the search asked for
   * @return its counts; the first, if it was asked for several times
   * @throws IllegalArgumentException if the search did not ask for it
   */
  public FacetCounts facet(Facet facet) {
    return facets.stream()
        .filter(counts -> counts.facet().equals(facet))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the search did not count the facet %s; ask for it with Search.facets"
                    .formatted(facet)));
  }

  /**
   * Returns the counts that a request asked for.
   *
   * @param request a request of the search
   * @return its counts
   * @throws IllegalArgumentException if the search did not have it
   */
  public FacetCounts facet(FacetRequest request) {
    return facets.stream()
        .filter(counts -> counts.request().equals(request))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the search did not count %s; ask for it with Search.facets".formatted(request)));
  }

  /**
   * Returns the counts by time.
   *
   * @return the timeline
   * @throws IllegalArgumentException if the search did not ask for it
   */
  public Timeline timeline() {
    if (timeline == null) {
      throw new IllegalArgumentException(
          "the search did not count by time; ask for it with Search.timeline");
    }
    return timeline;
  }

  /**
   * Tells whether this is all that was asked for.
   *
   * @return partial only if the search had a deadline
   */
  public Completeness completeness() {
    return completeness;
  }

  /**
   * Returns what had to be changed so that the text typed could be searched.
   *
   * @return the notices, in the order of the text, those about all of it last; none, if nothing was
   *     typed
   */
  public List<Notice> notices() {
    return notices;
  }

  /**
   * Returns what was typed, with words that the index does not hold replaced by words that it
   * holds.
   *
   * @return the text, if there is such a word and one spelt almost like it
   */
  public Optional<String> didYouMean() {
    return Optional.ofNullable(didYouMean);
  }

  /**
   * Returns where the next page starts.
   *
   * @return the cursor, if the search is {@linkplain Search#withPages() paged} and there are more
   *     hits
   */
  public Optional<Cursor> next() {
    return Optional.ofNullable(next);
  }

  /** Returns how much was found, for logs. */
  @Override
  public String toString() {
    return "SearchResult[%s, %d hits, %s]".formatted(total, hits.size(), completeness);
  }

  /** Puts a result together, for engines. */
  public static final class Builder {
    private final Query query;
    private Total total = new Total.Exact(0);
    private List<Hit> hits = List.of();
    private List<FacetCounts> facets = List.of();
    private @Nullable Timeline timeline;
    private Completeness completeness = new Completeness.Complete();
    private List<Notice> notices = List.of();
    private @Nullable String didYouMean;
    private @Nullable Cursor next;

    private Builder(Query query) {
      this.query = query;
    }

    /**
     * Sets the total.
     *
     * @param found how many articles match
     * @return this
     */
    public Builder total(Total found) {
      return set(builder -> builder.total = found);
    }

    /**
     * Sets the hits.
     *
     * @param best the hits, in order
     * @return this
     */
    public Builder hits(List<Hit> best) {
      return set(builder -> builder.hits = best);
    }

    /**
     * Sets the facets.
     *
     * @param counts the counts of each facet
     * @return this
     */
    public Builder facets(List<FacetCounts> counts) {
      return set(builder -> builder.facets = counts);
    }

    /**
     * Sets the timeline.
     *
     * @param counts the counts by time
     * @return this
     */
    public Builder timeline(Timeline counts) {
      return set(builder -> builder.timeline = counts);
    }

    /**
     * Sets whether it is complete.
     *
     * @param whether whether it is
     * @return this
     */
    public Builder completeness(Completeness whether) {
      return set(builder -> builder.completeness = whether);
    }

    /**
     * Sets the notices.
     *
     * @param changed what had to be changed
     * @return this
     */
    public Builder notices(List<Notice> changed) {
      return set(builder -> builder.notices = changed);
    }

    /**
     * Sets what may have been meant.
     *
     * @param text the text typed, with other words
     * @return this
     */
    public Builder didYouMean(String text) {
      return set(builder -> builder.didYouMean = text);
    }

    /**
     * Sets where the next page starts.
     *
     * @param cursor the cursor
     * @return this
     */
    public Builder next(Cursor cursor) {
      return set(builder -> builder.next = cursor);
    }

    private Builder set(Consumer<Builder> change) {
      change.accept(this);
      return this;
    }

    /**
     * Makes the result.
     *
     * @return the result
     */
    public SearchResult build() {
      return new SearchResult(this);
    }
  }
}
