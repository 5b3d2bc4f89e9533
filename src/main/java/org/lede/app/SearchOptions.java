package org.lede.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.query.Query;
import org.lede.search.Order;
import org.lede.search.Search;
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

  @Option(
      names = "--select",
      paramLabel = "FACET=VALUE",
      description =
          "Only articles about this value; can be given more than once. Values of one facet widen"
              + " the search (OR), those of different facets narrow it (AND).")
  List<String> selections = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only what was published on this day or later, or at this instant (UTC).")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "Only what was published up to the end of this day, or before this instant (UTC).")
  @Nullable String to;

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
    for (String selection : selections) {
      search = selected(search, selection, KnownFacets.of(index));
    }
    return from == null && to == null ? search : search.published(span());
  }

  private static Search selected(Search search, String selection, KnownFacets facets) {
    int equals = selection.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "a selection is FACET=VALUE, such as country=IR, but is " + selection);
    }
    return search.selected(
        facets.find(selection.substring(0, equals)), selection.substring(equals + 1));
  }

  private Query.Published span() {
    return new Query.Published(
        from == null ? Instant.MIN : instant(from, 0), to == null ? Instant.MAX : instant(to, 1));
  }

  /** Returns an instant, or the start of a day so many days later. */
  private static Instant instant(String date, int daysLater) {
    try {
      return date.contains("T")
          ? Instant.parse(date)
          : LocalDate.parse(date).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no date; write it as 2023-08-14 or 2023-08-14T09:30:00Z".formatted(date), e);
    }
  }
}
