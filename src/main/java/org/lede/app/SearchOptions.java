package org.lede.app;

import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.query.Query;
import org.lede.search.Order;
import org.lede.search.Search;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles to find, and in which order. */
final class SearchOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most hits to return; ${DEFAULT-VALUE} unless told.")
  int limit;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "relevance, newest or oldest; unless told, relevance if there are words to rank by, else"
              + " newest.")
  @Nullable Order order;

  @Mixin Narrowing narrowing = new Narrowing();

  @Option(
      names = "--strict",
      description =
          "What cannot be understood of the query is an error, and nothing of it is searched"
              + " otherwise than it says.")
  boolean strict;

  /**
   * Returns the search for what was typed.
   *
   * @throws IllegalArgumentException if an option has a wrong value
   * @throws org.lede.QueryNotUnderstood if all must be understood, and is not
   */
  Search search(String typed, ArticleIndex index) {
    Query query = strict ? Query.parseStrict(typed, index.syntax()) : index.parse(typed).query();
    Search search =
        (strict ? Search.of(query) : Search.typed(typed))
            .limit(limit)
            .order(order != null ? order : Words.areIn(query) ? Order.RELEVANCE : Order.NEWEST)
            .withExactTotal();
    return narrowing.narrowed(search, index);
  }
}
