package org.lede.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.query.Notice;
import org.lede.query.Parsed;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede search}: asks an index. */
@Command(
    name = "search",
    description = "Finds articles, and counts them by facet.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A query is words, \"phrases\", facet:value (such as country:IR), and - before what must not",
      "be there. An empty query finds every article.",
      "",
      "Values selected in one facet widen the search (OR), those in different facets narrow it"
          + " (AND).",
      "",
      "Examples:",
      "  lede search --in archive '\"internet blackout\" country:Iran'",
      "  lede search --in archive --select topic=internet --from 2023-08-01 --order newest ''",
      "  lede search --in archive -- -football regulator"
    })
final class SearchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the index.")
  Path folder;

  @Option(names = "--json", description = "Answer in JSON.")
  boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most hits to show; ${DEFAULT-VALUE} unless told.")
  int limit;

  @Option(
      names = "--facets",
      paramLabel = "FACETS",
      split = ",",
      defaultValue = "country,organisation,topic",
      description =
          "The facets to count, with commas between; ${DEFAULT-VALUE} unless told; '' for none.")
  List<String> facets;

  @Option(
      names = "--facet-size",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most values of each; ${DEFAULT-VALUE} unless told.")
  int facetSize;

  @Option(
      names = "--select",
      paramLabel = "FACET=VALUE",
      description = "Only articles about this value; can be given more than once.")
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
      names = "--order",
      paramLabel = "ORDER",
      description =
          "relevance, newest or oldest; unless told, relevance if there are words to rank by, else"
              + " newest.")
  @Nullable Order order;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to find.")
  List<String> query = new ArrayList<>();

  @Override
  public Integer call() {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      SequencedSet<Facet> known = index.facets();
      Parsed parsed = index.parse(String.join(" ", query));
      Search search = checked(() -> ResultPage.shown(search(parsed.query(), known)));
      SearchResult result = index.search(search);
      if (json) {
        Json.write(spec.commandLine().getOut(), object(result, parsed.notices()));
      } else {
        parsed.notices().forEach(this::tell);
        new ResultPage(Lede.terminal(spec)).write(result);
      }
    }
    return 0;
  }

  private Search search(Query parsed, SequencedSet<Facet> known) {
    Search search =
        Search.of(parsed)
            .limit(limit)
            .facets(
                facets.stream()
                    .filter(name -> !name.isBlank())
                    .map(name -> facet(name, known))
                    .toArray(Facet[]::new))
            .facetSize(facetSize)
            .order(order != null ? order : Words.areIn(parsed) ? Order.RELEVANCE : Order.NEWEST)
            .withExactTotal();
    for (String selection : selections) {
      int equals = selection.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "a selection is FACET=VALUE, such as country=IR, but is " + selection);
      }
      search =
          search.selected(
              facet(selection.substring(0, equals), known), selection.substring(equals + 1));
    }
    return from == null && to == null ? search : search.published(span());
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

  private static Facet facet(String name, SequencedSet<Facet> known) {
    return known.stream()
        .filter(facet -> facet.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no facet \"%s\"; the facets of this index are %s"
                    .formatted(
                        name, known.stream().map(Facet::name).collect(Collectors.joining(", ")))));
  }

  /** Turns a wrong value of an option into a message on how to use the command. */
  private Search checked(Callable<Search> search) {
    try {
      return search.call();
    } catch (Exception e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void tell(Notice notice) {
    spec.commandLine()
        .getErr()
        .println(
            "note: at character %d: %s"
                .formatted(notice.start() + 1, Terminal.plain(notice.message())));
  }

  private static Map<String, @Nullable Object> object(SearchResult result, List<Notice> notices) {
    Map<String, Object> facets = new LinkedHashMap<>();
    result
        .facets()
        .forEach(counts ->
            facets.put(
                counts.facet().name(),
                counts.values().stream().map(value -> object(counts, value)).toList()));
    return Json.object(
        "total", Json.object("exact", result.total().count()),
        "complete", true,
        "hits", result.hits().stream().map(SearchCommand::object).toList(),
        "facets", facets,
        "notices", notices.stream().map(SearchCommand::object).toList());
  }

  private static Map<String, @Nullable Object> object(Hit hit) {
    Article article = hit.article();
    return Json.object(
        "id", hit.id(),
        "headline", article.headline(),
        "source", article.source(),
        "published", article.published().map(Instant::toString).orElse(null),
        "score", hit.score(),
        "snippets", hit.snippets().stream().map(SearchCommand::object).toList());
  }

  private static Map<String, @Nullable Object> object(Snippet snippet) {
    return Json.object(
        "zone",
        snippet.zone().name().toLowerCase(Locale.ROOT),
        "text",
        snippet.text(),
        "spans",
        snippet.spans().stream().map(span -> List.of(span.start(), span.end())).toList());
  }

  private static Map<String, @Nullable Object> object(FacetCounts counts, FacetCounts.Value value) {
    return Json.object(
        "value", value.value(),
        "label", counts.facet().label(value.value(), Locale.ENGLISH),
        "count", value.count(),
        "selected", value.selected());
  }

  private static Map<String, @Nullable Object> object(Notice notice) {
    return Json.object("start", notice.start(), "end", notice.end(), "message", notice.message());
  }
}
