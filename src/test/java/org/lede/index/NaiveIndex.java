package org.lede.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest;
import org.lede.search.Order;
import org.lede.search.Search;

/**
 * What an index must answer, found the slow and simple way: by looking at every article. The real
 * one is compared with it.
 */
final class NaiveIndex {
  /** The order of ids and facet values, which is also that of their UTF-8 bytes. */
  static final Comparator<String> CODE_POINTS =
      Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

  private final Map<String, NaiveArticle> articles = new TreeMap<>(CODE_POINTS);

  /** An article that was found, and how well it matches, as exactly as can be. */
  record Ranked(NaiveArticle article, double score) {
    String id() {
      return article.id();
    }
  }

  /** Adds an article, and tells whether it replaced another. */
  boolean add(Article article) {
    return articles.put(article.id(), NaiveArticle.of(article)) != null;
  }

  /** Removes an article, and tells whether it was there. */
  boolean remove(String id) {
    return articles.remove(id) != null;
  }

  /** Removes articles, and tells whether there were any. */
  boolean removeAll(Query query) {
    return articles.values().removeIf(article -> article.matches(query));
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
    NaiveScores scores = new NaiveScores(articles.values());
    boolean scored = search.order() == Order.RELEVANCE;
    return selected(search, Optional.empty()).stream()
        .map(found -> new Ranked(found, scored ? scores.of(search.query(), found) : 0))
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
    List<NaiveArticle> found = new ArrayList<>(articles.values());
    search
        .selections()
        .forEach((facet, values) -> {
          if (!sideways.equals(Optional.of(facet))) {
            found.removeIf(article -> values.stream().noneMatch(article.about(facet)::contains));
          }
        });
    found.removeIf(article -> !article.matches(search.query()));
    found.removeIf(article -> !article.matches(search.filter()));
    return found;
  }

  List<FacetCounts> counts(Search search) {
    return search.facets().stream().map(request -> counts(search, request)).toList();
  }

  private FacetCounts counts(Search search, FacetRequest request) {
    Facet facet = request.facet();
    Map<String, Long> counts = new TreeMap<>(CODE_POINTS);
    for (NaiveArticle found : selected(search, Optional.of(facet))) {
      found.about(facet).forEach(value -> counts.merge(value, 1L, Long::sum));
    }
    SequencedSet<String> selected = search.selections().getOrDefault(facet, new LinkedHashSet<>());
    List<Value> values =
        counts.entrySet().stream()
            .map(each ->
                new Value(
                    each.getKey(),
                    facet.label(each.getKey(), request.locale()),
                    each.getValue(),
                    selected.contains(each.getKey())))
            .sorted(Comparator.comparingLong(value -> -value.count()))
            .toList();
    List<Value> first = first(facet, search.facetSize(), values, selected);
    return new FacetCounts(request, first, values.size());
  }

  /** Returns the first values, and those of the selected ones that are not among them. */
  private static List<Value> first(
      Facet facet, int most, List<Value> values, SequencedSet<String> selected) {
    SequencedMap<String, Value> first = new LinkedHashMap<>();
    values.stream().limit(most).forEach(value -> first.put(value.value(), value));
    for (String wanted : selected) {
      Value none = new Value(wanted, facet.label(wanted, Locale.ENGLISH), 0, true);
      Value counted =
          values.stream().filter(value -> value.value().equals(wanted)).findFirst().orElse(none);
      first.putIfAbsent(wanted, counted);
    }
    return List.copyOf(first.values());
  }
}
