package org.lede.search;

import java.util.List;
import org.lede.query.Query;

/**
 * Something that answers searches, whatever engine it is built on. Safe for use by many threads.
 */
public interface ArticleSearcher {
  /** The most suggestions. */
  int MAX_SUGGESTIONS = 100;

  /**
   * Finds articles.
   *
   * @param search what to find, count and return
   * @return what was found
   * @throws IllegalArgumentException if the search selects or counts a facet that no article has
   * @throws org.lede.BudgetExceeded if the query, the limit, or the number of values of a facet is
   *     larger than the engine allows
   * @throws org.lede.StorageFailed if the articles cannot be read
   * @throws IllegalStateException if this is closed
   */
  SearchResult search(Search search);

  /**
   * Finds the best ten articles for a query.
   *
   * @param query what to find
   * @return what was found
   * @throws org.lede.BudgetExceeded if the query is larger than the engine allows
   * @throws org.lede.StorageFailed if the articles cannot be read
   * @throws IllegalStateException if this is closed
   */
  default SearchResult search(Query query) {
    return search(Search.of(query));
  }

  /**
   * Tells why a search does not return an article.
   *
   * @param id the id of the article
   * @param search the search; its deadline does not hold here, and it starts with the first page
   * @return all reasons: which clause of the query or filter, which selection, which date kept it
   *     out, or its rank; none, if it is among the hits
   * @throws org.lede.BudgetExceeded if the query is larger than the engine allows
   * @throws org.lede.StorageFailed if the articles cannot be read
   * @throws IllegalStateException if this is closed
   */
  List<Miss> explainMiss(String id, Search search);

  /**
   * Completes what a person has typed so far, from the countries, organisations, topics and
   * headlines of articles.
   *
   * @param typed what was typed so far; whole words, and the start of the last one
   * @param within which articles to take them from: the query, filter and selections of this search
   *     count, its facets, order and limit do not; its deadline holds here as well
   * @param limit the most suggestions, from 0 to {@value #MAX_SUGGESTIONS}
   * @return suggestions, the best first; those that start as was typed before those that are spelt
   *     almost so, and of these the ones that find more
   * @throws IllegalArgumentException if the limit is out of range
   * @throws org.lede.BudgetExceeded if the query is larger than the engine allows
   * @throws org.lede.StorageFailed if the articles cannot be read
   * @throws IllegalStateException if this is closed
   */
  List<Suggestion> suggest(String typed, Search within, int limit);
}
