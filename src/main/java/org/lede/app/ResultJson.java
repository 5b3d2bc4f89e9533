package org.lede.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.query.Notice;
import org.lede.search.ClauseMatch;
import org.lede.search.Completeness.Partial;
import org.lede.search.FacetCounts;
import org.lede.search.Hit;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;
import org.lede.search.Timeline;
import org.lede.search.Total;

/** Makes JSON of what a search found. What there is none of is left out. */
final class ResultJson {
  private ResultJson() {}

  static Map<String, @Nullable Object> of(Search search, SearchResult result) {
    Map<String, @Nullable Object> json = Json.object("query", result.query().toString());
    json.put("total", total(result.total()));
    json.put("complete", !(result.completeness() instanceof Partial));
    if (result.completeness() instanceof Partial(var stage)) {
      json.put("partial", name(stage));
    }
    result.didYouMean().ifPresent(text -> json.put("didYouMean", text));
    json.put("hits", result.hits().stream().map(hit -> hit(search, hit)).toList());
    json.put("facets", facets(result));
    if (!search.timelines().isEmpty()) {
      put(result.timeline(), json);
    }
    json.put("notices", notices(result.notices()));
    result.next().ifPresent(next -> json.put("next", next.text()));
    return json;
  }

  private static Map<String, @Nullable Object> total(Total total) {
    return Json.object(total instanceof Total.Exact ? "exact" : "atLeast", total.count());
  }

  private static Map<String, @Nullable Object> hit(Search search, Hit hit) {
    Article article = hit.article();
    Map<String, @Nullable Object> json =
        Json.object(
            "id", hit.id(),
            "headline", article.headline(),
            "source", article.source(),
            "published", article.published().map(Instant::toString).orElse(null),
            "score", hit.score(),
            "snippets", hit.snippets().stream().map(ResultJson::snippet).toList());
    if (search.matches()) {
      json.put("matches", matches(hit));
    }
    return json;
  }

  private static Map<String, @Nullable Object> snippet(Snippet snippet) {
    return Json.object(
        "zone",
        name(snippet.zone()),
        "text",
        snippet.text(),
        "spans",
        snippet.spans().stream().map(span -> List.of(span.start(), span.end())).toList());
  }

  /** Makes JSON of what an article matches. */
  static List<Map<String, @Nullable Object>> matches(Hit hit) {
    return hit.matches().stream()
        .map(match ->
            Json.object(
                "clause",
                match.clause().toString(),
                "places",
                match.places().stream().map(ResultJson::place).toList()))
        .toList();
  }

  private static Map<String, @Nullable Object> place(ClauseMatch.Place place) {
    return Json.object("zone", name(place.zone()), "start", place.start(), "end", place.end());
  }

  private static Map<String, Object> facets(SearchResult result) {
    Map<String, Object> facets = new LinkedHashMap<>();
    for (FacetCounts counts : result.facets()) {
      facets.put(counts.facet().name(), counts.values().stream().map(ResultJson::value).toList());
    }
    return facets;
  }

  private static Map<String, @Nullable Object> value(FacetCounts.Value value) {
    return Json.object(
        "value", value.value(),
        "label", value.label(),
        "count", value.count(),
        "selected", value.selected());
  }

  private static void put(Timeline timeline, Map<String, @Nullable Object> json) {
    json.put("interval", name(timeline.interval()));
    json.put(
        "timeline",
        timeline.points().stream()
            .map(point ->
                Json.object(
                    "from",
                    point.from().toString(),
                    "count",
                    point.count(),
                    "share",
                    point.share()))
            .toList());
    json.put("undated", timeline.undated());
  }

  /** Makes JSON of what had to be changed of a typed text. */
  static List<Map<String, @Nullable Object>> notices(List<Notice> notices) {
    return notices.stream()
        .map(notice ->
            Json.object(
                "kind", name(notice.kind()),
                "start", notice.start(),
                "end", notice.end(),
                "message", notice.message()))
        .toList();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
