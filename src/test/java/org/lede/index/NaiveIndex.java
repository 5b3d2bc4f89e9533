package org.lede.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lede.Article;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest;
import org.lede.search.FacetRequest.Counted;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.Timeline;

/**
 * What an index must answer, found the slow and simple way: by looking at every article. The real
 * one is compared with it.
 */
final class NaiveIndex {
  /** The order of ids and facet values, which is also that of their UTF-8 bytes. */
  static final Comparator<String> CODE_POINTS =
      Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

  private final Map<String, NaiveArticle> articles = new TreeMap<>(CODE_POINTS);

  /** What was found last, because counts need it again and again; empty after a write. */
  private Optional<Matching> latest = Optional.empty();

  /** What matches a query and a filter. */
  private record Matching(Query query, Query filter, List<NaiveArticle> articles) {
    boolean isOf(Search search) {
      return search.query().equals(query) && search.filter().equals(filter);
    }
  }

  /** An article that was found, and how well it matches, as exactly as can be. */
  record Ranked(NaiveArticle article, double score) {
    String id() {
      return article.id();
    }
  }

  /** Adds an article, and tells whether it replaced another. */
  boolean add(Article article) {
    latest = Optional.empty();
    return articles.put(article.id(), NaiveArticle.of(article)) != null;
  }

  /** Removes an article, and tells whether it was there. */
  boolean remove(String id) {
    latest = Optional.empty();
    return articles.remove(id) != null;
  }

  /** Removes articles, and tells whether there were any. */
  boolean removeAll(Query query) {
    latest = Optional.empty();
    return articles.values().removeIf(article -> article.matches(query));
  }

  /** Returns the facets that an article has a tag of. */
  Set<Facet> facets() {
    return articles.values().stream()
        .flatMap(article -> article.article().tags().stream())
        .map(Tag::facet)
        .collect(Collectors.toSet());
  }

  int size() {
    return articles.size();
  }

  Collection<Article> articles() {
    return articles.values().stream().map(NaiveArticle::article).toList();
  }

  Optional<Article> article(String id) {
    return Optional.ofNullable(articles.get(id)).map(NaiveArticle::article);
  }

  /** Returns everything that is found, in order. */
  List<Ranked> ranked(Search search) {
    NaiveRanking ranking = new NaiveRanking(search, articles.values());
    boolean scored = search.order() == Order.RELEVANCE;
    return selected(search, Optional.empty()).stream()
        .map(found -> new Ranked(found, scored ? ranking.score(found) : 0))
        .sorted(order(search.order()))
        .toList();
  }

  /** Returns the order of articles that are in the order of their ids already. */
  private static Comparator<Ranked> order(Order order) {
    Comparator<Ranked> byDate =
        Comparator.comparing(ranked -> ranked.article().article().published().orElseThrow());
    Comparator<Ranked> undatedLast =
        Comparator.comparing(ranked -> ranked.article().article().published().isEmpty());
    return switch (order) {
      case RELEVANCE -> Comparator.comparingDouble(ranked -> -ranked.score());
      case NEWEST -> undatedLast.thenComparing(ifDated(byDate.reversed()));
      case OLDEST -> undatedLast.thenComparing(ifDated(byDate));
    };
  }

  private static Comparator<Ranked> ifDated(Comparator<Ranked> order) {
    return (one, other) ->
        one.article().article().published().isEmpty() ? 0 : order.compare(one, other);
  }

  /** Returns what matches with every selection, but for that of one facet. */
  private List<NaiveArticle> selected(Search search, Optional<Facet> sideways) {
    List<NaiveArticle> found = new ArrayList<>(matching(search).articles());
    search
        .selections()
        .forEach((facet, values) -> {
          if (!sideways.equals(Optional.of(facet))) {
            found.removeIf(article -> values.stream().noneMatch(article.about(facet)::contains));
          }
        });
    return found;
  }

  private Matching matching(Search search) {
    Matching matching =
        latest
            .filter(known -> known.isOf(search))
            .orElseGet(() ->
                new Matching(
                    search.query(),
                    search.filter(),
                    articles.values().stream()
                        .filter(article -> article.matches(search.query()))
                        .filter(article -> article.matches(search.filter()))
                        .toList()));
    latest = Optional.of(matching);
    return matching;
  }

  List<FacetCounts> counts(Search search) {
    return search.facets().stream().map(request -> counts(search, request)).toList();
  }

  private FacetCounts counts(Search search, FacetRequest request) {
    Facet facet = request.facet();
    Map<String, Long> counts = new TreeMap<>(CODE_POINTS);
    for (NaiveArticle found : selected(search, Optional.of(facet))) {
      Set<String> values =
          request.counted() == Counted.ABOUT ? found.about(facet) : found.mentioned(facet);
      values.forEach(value -> counts.merge(value, 1L, Long::sum));
    }
    SequencedSet<String> selected = search.selections().getOrDefault(facet, new LinkedHashSet<>());
    SequencedSet<String> wanted =
        new LinkedHashSet<>(
            new NaiveFacet(request, counts).first(request.sizeOr(search.facetSize())));
    wanted.addAll(selected);
    List<Value> values =
        wanted.stream()
            .map(value ->
                new Value(
                    value,
                    facet.label(value, request.locale()),
                    counts.getOrDefault(value, 0L),
                    selected.contains(value)))
            .toList();
    return new FacetCounts(request, values, counts.size());
  }

  /** Returns what a search must find by time, if it asks for that. */
  Optional<Timeline> timeline(Search search) {
    return search.timelines().stream()
        .map(request ->
            NaiveTimeline.of(request, selected(search, Optional.empty()), articles.values()))
        .findFirst();
  }
}
