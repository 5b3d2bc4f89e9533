package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Compares the answers of two searchers that hold the same articles.
 *
 * @param index the one in question
 * @param naive the one that is right
 * @param sameScores whether their scores can be compared: Lucene counts what was removed until it
 *     is merged away
 */
record Agreement(ArticleIndex index, NaiveIndex naive, boolean sameScores) {
  /** How much scores may differ, as a part of the score. */
  private static final double NOISE = 1e-4;

  /** Fails if the two answer a search differently. */
  void check(Search search) {
    assertThat(index.facets()).containsAll(naive.facets());
    if (!index.facets().containsAll(facets(search))) {
      assertThatThrownBy(() -> index.search(search))
          .as("%s", search)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no article of this index has a tag of the facet");
      return;
    }
    SearchResult found = index.search(search);

    List<NaiveIndex.Ranked> expected = naive.ranked(search);
    checkTotal(found.total(), expected.size(), search);
    assertThat(found.facets()).as("facets of %s", search).isEqualTo(naive.counts(search));
    naive
        .timeline(search)
        .ifPresent(expectedTimes ->
            assertThat(found.timeline()).as("timeline of %s", search).isEqualTo(expectedTimes));
    assertThat(found.hits())
        .as("hits of %s", search)
        .hasSize(Math.min(search.limit(), expected.size()));
    checkArticles(found.hits(), search);
    if (search.order() != Order.RELEVANCE) {
      checkDateOrder(found, expected, search);
    } else if (sameScores && !hasLoosePhrase(search.query())) {
      checkRelevance(found.hits(), expected, search);
    } else {
      checkOwnOrder(found.hits(), expected, search);
    }
  }

  /** Returns the facets that a search speaks of. */
  private static Set<Facet> facets(Search search) {
    Set<Facet> facets = new HashSet<>(search.selections().keySet());
    search.facets().forEach(request -> facets.add(request.facet()));
    addFacets(search.query(), facets);
    addFacets(search.filter(), facets);
    return facets;
  }

  private static void addFacets(Query query, Set<Facet> facets) {
    switch (query) {
      case Query.About about -> facets.add(about.facet());
      case Query.Mentions mentions -> facets.add(mentions.facet());
      case Query.Salient salient -> facets.add(salient.facet());
      case Query.AllOf(var parts) -> parts.forEach(part -> addFacets(part, facets));
      case Query.AnyOf(var parts) -> parts.forEach(part -> addFacets(part, facets));
      case Query.Not(var excluded) -> addFacets(excluded, facets);
      case Query.In(var zone, var inner) -> addFacets(inner, facets);
      default -> {} // nothing else has a facet
    }
  }

  private static void checkTotal(Total total, int expected, Search search) {
    if (search.exactTotal() || !search.facets().isEmpty() || !search.timelines().isEmpty()) {
      assertThat(total).as("total of %s", search).isEqualTo(new Total.Exact(expected));
    } else if (total instanceof Total.AtLeast(long count)) {
      assertThat(count).as("total of %s", search).isBetween(0L, (long) expected);
    } else {
      assertThat(total.count()).as("total of %s", search).isEqualTo(expected);
    }
  }

  private void checkArticles(List<Hit> hits, Search search) {
    for (Hit hit : hits) {
      if (search.idsOnly()) {
        assertThatThrownBy(hit::article).isInstanceOf(IllegalStateException.class);
      } else {
        assertThat(naive.article(hit.id())).as("a hit of %s", search).contains(hit.article());
      }
    }
  }

  private static void checkDateOrder(
      SearchResult found, List<NaiveIndex.Ranked> expected, Search search) {
    List<String> ids = expected.stream().limit(search.limit()).map(NaiveIndex.Ranked::id).toList();
    assertThat(found.ids()).as("ids of %s", search).isEqualTo(ids);
    assertThat(found.hits()).as("hits of %s", search).allMatch(hit -> hit.score() == 0);
  }

  /** Checks scores and order against the naive scores. */
  private static void checkRelevance(
      List<Hit> hits, List<NaiveIndex.Ranked> expected, Search search) {
    Map<String, NaiveIndex.Ranked> left =
        expected.stream().collect(Collectors.toMap(NaiveIndex.Ranked::id, Function.identity()));
    for (Hit hit : hits) {
      assertThat(left).as("what %s may find", search).containsKey(hit.id());
      NaiveIndex.Ranked ranked = Objects.requireNonNull(left.remove(hit.id()));
      assertThat((double) hit.score())
          .as("score of %s, a hit of %s", hit, search)
          .isCloseTo(ranked.score(), within(NOISE * ranked.score()));
      assertThat(left.values())
          .as("what comes after %s (%s) in %s", hit, ranked.score(), search)
          .allMatch(later -> mayPrecede(ranked, later));
    }
  }

  /** Tells whether one may come before another: scores that differ by noise may be swapped. */
  private static boolean mayPrecede(NaiveIndex.Ranked one, NaiveIndex.Ranked other) {
    return one.score() == other.score()
        ? NaiveIndex.CODE_POINTS.compare(one.id(), other.id()) < 0
        : one.score() > other.score() * (1 - NOISE);
  }

  /** Checks the order against the scores returned, and that less is the beginning of more. */
  private void checkOwnOrder(List<Hit> hits, List<NaiveIndex.Ranked> expected, Search search) {
    List<Hit> all = index.search(search.limit(Search.MAX_LIMIT)).hits();
    Set<String> ids = expected.stream().map(NaiveIndex.Ranked::id).collect(Collectors.toSet());
    assertThat(new HashSet<>(all.stream().map(Hit::id).toList()))
        .as("ids of %s", search)
        .isEqualTo(ids);
    assertThat(all)
        .as("hits of %s", search)
        .isSortedAccordingTo((one, other) ->
            one.score() == other.score()
                ? NaiveIndex.CODE_POINTS.compare(one.id(), other.id())
                : Float.compare(other.score(), one.score()));
    assertThat(hits).as("hits of %s", search).isEqualTo(all.subList(0, hits.size()));
  }

  private static boolean hasLoosePhrase(Query query) {
    return switch (query) {
      case Query.Phrase(var text, var slop) -> slop > 0;
      case Query.AllOf(var parts) -> parts.stream().anyMatch(Agreement::hasLoosePhrase);
      case Query.AnyOf(var parts) -> parts.stream().anyMatch(Agreement::hasLoosePhrase);
      case Query.In(var zone, var inner) -> hasLoosePhrase(inner);
      case Query.Not not -> false;
      case Query.Near near -> false;
      case Query.Same same -> false;
      case Query.AtLeast atLeast -> false;
      case Query.Wildcard wildcard -> false;
      case Query.Salient salient -> false;
      case Query.Words words -> false;
      case Query.Prefix prefix -> false;
      case Query.Fuzzy fuzzy -> false;
      case Query.About about -> false;
      case Query.Mentions mentions -> false;
      case Query.Published published -> false;
      case Query.Like like -> false;
      case Query.Everything everything -> false;
    };
  }
}
