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
import org.lede.search.Search;
import picocli.CommandLine.Option;

/** Which part of an index to look at. */
final class Narrowing {
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

  /**
   * Narrows a search.
   *
   * @throws IllegalArgumentException if an option has a wrong value
   */
  Search narrowed(Search search, ArticleIndex index) {
    Search narrowed = search;
    for (String selection : selections) {
      narrowed = selected(narrowed, selection, KnownFacets.of(index));
    }
    return from == null && to == null ? narrowed : narrowed.published(span());
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
