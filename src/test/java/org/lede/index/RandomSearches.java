package org.lede.index;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.query.Zone;
import org.lede.search.FacetRequest;
import org.lede.search.FacetRequest.Counted;
import org.lede.search.FacetRequest.ValueOrder;
import org.lede.search.Interval;
import org.lede.search.Order;
import org.lede.search.Ranking;
import org.lede.search.Search;
import org.lede.search.TimelineRequest;

/** Random queries and searches for {@link RandomArticles}. */
final class RandomSearches {
  private static final int DEPTH = 4;

  private static final List<Integer> DEPTHS = List.of(0, 1, 2, 3, 8);

  /** Starts of values and names, with and without mistakes, and what is the start of none. */
  private static final List<String> TYPED =
      List.of(
          "",
          "",
          "",
          "i",
          "ir",
          "IRAN",
          "irna",
          "rusia",
          "росс",
          "герм",
          "deut",
          "deutchsland",
          "ایر",
          "union",
          "union sovi",
          "sovet uni",
          "itu t",
          "t itu",
          "рокомнадзр",
          "wire",
          "wir 2",
          "unio",
          "net",
          "cens",
          "cesnorsihp",
          "cesnorsiph dns",
          "telcom",
          "as ira",
          "eats",
          "?!",
          "é",
          "xyz");

  private static final List<String> LOCALES = List.of("en", "de", "ru", "fa", "fr", "ja", "");

  private static final List<String> ZONES =
      List.of("UTC", "America/Sao_Paulo", "Asia/Tehran", "Pacific/Apia", "Asia/Manila");

  private RandomSearches() {}

  /** Returns queries of every kind, nested. */
  static Arbitrary<Query> queries() {
    return queries(DEPTH);
  }

  private static Arbitrary<Query> queries(int depth) {
    if (depth == 1) {
      return leaves();
    }
    Arbitrary<Query> below = queries(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(10, leaves()),
        Tuple.of(3, RandomArticles.lists(below, 1, 2).map(Query.AllOf::new)),
        Tuple.of(6, RandomArticles.lists(below, 1, 3).map(Query.AnyOf::new)),
        Tuple.of(2, Combinators.combine(below, below).as(Query::andNot)),
        Tuple.of(1, below.map(Query.Not::new)),
        Tuple.of(3, Combinators.combine(zones(), below).as(Query::in)),
        Tuple.of(1, Arbitraries.of(Query.allOf(), Query.anyOf())));
  }

  private static Arbitrary<Query> leaves() {
    return Arbitraries.frequencyOf(
        Tuple.of(10, words()),
        Tuple.of(4, phrases()),
        Tuple.of(3, loosePhrases()),
        Tuple.of(2, RandomArticles.words().flatMap(RandomSearches::starts)),
        Tuple.of(1, wildcards()),
        Tuple.of(1, fuzzy()),
        Tuple.of(5, nearOrSame(2)),
        Tuple.of(2, often()),
        Tuple.of(5, Combinators.combine(zones(), placed(2)).as(Query::in)),
        Tuple.of(4, facetValues()),
        Tuple.of(1, spans()),
        Tuple.of(1, Arbitraries.just(Query.everything())));
  }

  private static Arbitrary<Query> words() {
    Arbitrary<Match> matches = Arbitraries.of(Match.ALL, Match.ANY, Match.ANY);
    return Combinators.combine(texts(3), matches).as(Query.Words::new);
  }

  private static Arbitrary<Query> phrases() {
    return texts(2).map(Query::phrase);
  }

  /** Returns phrases of different words only: with equal ones, Lucene's answer is approximate. */
  private static Arbitrary<Query> loosePhrases() {
    Arbitrary<String> texts =
        Arbitraries.of(RandomArticles.DISTINCT_WORDS)
            .list()
            .uniqueElements()
            .ofMinSize(2)
            .ofMaxSize(3)
            .map(words -> String.join(" ", words));
    return Combinators.combine(texts, Arbitraries.integers().between(1, 9)).as(Query::phrase);
  }

  private static Arbitrary<String> texts(int most) {
    return RandomArticles.lists(RandomArticles.words(), 1, most)
        .map(words -> String.join(" ", words));
  }

  private static Arbitrary<Query> starts(String word) {
    return Arbitraries.integers()
        .between(1, word.length())
        .map(length -> Query.prefix(word.substring(0, length)));
  }

  private static Arbitrary<Query> wildcards() {
    Arbitrary<String> wildcards = Arbitraries.of("*", "?", "**", "?*", "\\*");
    return Combinators.combine(
            RandomArticles.words(), wildcards, Arbitraries.integers().between(0, 9))
        .as((word, wildcard, place) -> {
          int at =
              word.offsetByCodePoints(0, Math.min(place, word.codePointCount(0, word.length())));
          int next = at == word.length() ? at : word.offsetByCodePoints(at, 1);
          String pattern = word.substring(0, at) + wildcard + word.substring(next);
          return Query.wildcard(isPattern(pattern) ? pattern : "n*s");
        });
  }

  private static boolean isPattern(String pattern) {
    return pattern.replace("\\*", "").matches(".*[*?].*") && pattern.matches(".*[^*?\\\\].*");
  }

  /** Returns queries that have a place in a text. */
  private static Arbitrary<Query> placed(int depth) {
    Arbitrary<Query> single =
        Arbitraries.frequencyOf(
            Tuple.of(6, RandomArticles.words().map(Query::words)),
            Tuple.of(3, words()),
            Tuple.of(3, phrases()),
            Tuple.of(1, loosePhrases()),
            Tuple.of(1, RandomArticles.words().flatMap(RandomSearches::starts)),
            Tuple.of(1, wildcards()),
            Tuple.of(1, fuzzy()));
    if (depth == 1) {
      return single;
    }
    Arbitrary<List<Query>> several = RandomArticles.lists(placed(depth - 1), 1, 2);
    return Arbitraries.frequencyOf(
        Tuple.of(6, single),
        Tuple.of(1, several.map(Query.AllOf::new)),
        Tuple.of(2, several.map(Query.AnyOf::new)),
        Tuple.of(2, nearOrSame(depth - 1)));
  }

  private static Arbitrary<Query> nearOrSame(int depth) {
    return Combinators.combine(
            placed(depth),
            placed(depth),
            Arbitraries.of(1, 1, 2, 3, 8, 99),
            Arbitraries.integers().between(0, 3))
        .as((left, right, distance, kind) ->
            switch (kind) {
              case 0 -> Query.near(left, right, distance);
              case 1 -> Query.before(left, right, distance);
              case 2 -> Query.sameSentence(left, right);
              default -> Query.sameParagraph(left, right);
            });
  }

  private static Arbitrary<Query> often() {
    return Combinators.combine(Arbitraries.of(1, 2, 3, 5), placed(2)).as(Query::atLeast);
  }

  private static Arbitrary<Zone> zones() {
    return Arbitraries.oneOf(
        Arbitraries.of(Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.BYLINE),
        Arbitraries.integers().between(1, 12).map(Zone::first));
  }

  private static Arbitrary<Query> fuzzy() {
    return Combinators.combine(RandomArticles.words(), Arbitraries.integers().between(1, 2))
        .as(Query::fuzzy);
  }

  private static Arbitrary<Query> facetValues() {
    return Arbitraries.of(RandomArticles.FACETS)
        .flatMap(facet ->
            Combinators.combine(
                    RandomArticles.values(facet), Arbitraries.of(-1.0, -2.0, 0.0, 0.3, 0.5, 1.0))
                .as((value, salience) ->
                    salience == -1
                        ? Query.about(facet, value)
                        : salience == -2
                            ? Query.mentions(facet, value)
                            : new Query.Salient(facet, value, salience)));
  }

  private static Arbitrary<Query> spans() {
    List<Instant> moments = new ArrayList<>(RandomArticles.DATES);
    RandomArticles.DATES.forEach(date -> moments.add(date.plusNanos(1)));
    moments.addAll(List.of(Instant.MIN, Instant.MAX, Instant.parse("2023-01-01T00:00:00Z")));
    return Combinators.combine(Arbitraries.of(moments), Arbitraries.of(moments))
        .as(Query.Published::new);
  }

  /** Returns searches without receipts. */
  static Arbitrary<Search> searches() {
    return Combinators.combine(unranked(), rankings()).as(Search::ranking);
  }

  private static Arbitrary<Ranking> rankings() {
    Arbitrary<Double> weights = Arbitraries.of(0.0, 0.25, 0.5, 1.0, 3.0, 100.0);
    Arbitrary<Duration> halfLives =
        Arbitraries.of(Duration.ofMinutes(1), Duration.ofDays(30), Duration.ofDays(365_250));
    Arbitrary<Ranking> random =
        Combinators.combine(
                weights,
                weights,
                weights,
                Arbitraries.of(0.0, 0.25, 0.5, 1.0),
                Arbitraries.of(0.0, 0.0, 0.5, 2.0, 100.0),
                halfLives,
                sources())
            .as(Ranking::new);
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(Ranking.defaults(), Ranking.textOnly())), Tuple.of(2, random));
  }

  private static Arbitrary<Map<String, Double>> sources() {
    return Arbitraries.maps(
            RandomArticles.values(Facet.SOURCE), Arbitraries.of(0.0, 0.5, 0.5, 1.0, 100.0))
        .ofMaxSize(3);
  }

  private static Arbitrary<Search> unranked() {
    Arbitrary<Query> filters =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(Query.everything())), Tuple.of(1, queries(2)));
    return Combinators.combine(
            queries(),
            filters,
            selections(),
            counts(),
            Arbitraries.of(1_000, 1_000, 2, 1, 0),
            Arbitraries.frequency(
                Tuple.of(4, Order.RELEVANCE), Tuple.of(1, Order.NEWEST), Tuple.of(1, Order.OLDEST)),
            Arbitraries.of(100, 100, 10, 3, 1, 0),
            Arbitraries.of(Flags.class))
        .as((query, filter, selections, counts, facetSize, order, limit, flags) -> {
          Search search =
              counts
                  .of(Search.of(query))
                  .filtered(filter)
                  .facetSize(facetSize)
                  .order(order)
                  .limit(limit);
          for (var selection : selections.entrySet()) {
            search =
                search.selected(selection.getKey(), selection.getValue().toArray(String[]::new));
          }
          return flags.of(search);
        });
  }

  /** What to count. */
  private record Counts(List<FacetRequest> facets, List<TimelineRequest> timelines) {
    Search of(Search search) {
      Search counting = search.facets(facets.toArray(FacetRequest[]::new));
      for (TimelineRequest timeline : timelines) {
        counting = counting.timeline(timeline.interval(), timeline.zone());
      }
      return counting;
    }
  }

  private static Arbitrary<Counts> counts() {
    Arbitrary<TimelineRequest> timelines =
        Combinators.combine(Arbitraries.of(Interval.class), Arbitraries.of(ZONES))
            .as((interval, zone) -> new TimelineRequest(interval, ZoneId.of(zone)));
    return Combinators.combine(
            RandomArticles.lists(facetRequests(), 0, 4), RandomArticles.lists(timelines, 0, 1))
        .as(Counts::new);
  }

  /** Returns requests, half of them for the usual. */
  private static Arbitrary<FacetRequest> facetRequests() {
    return Arbitraries.of(RandomArticles.FACETS)
        .flatMap(facet ->
            Arbitraries.oneOf(
                Arbitraries.just(FacetRequest.of(facet)),
                Combinators.combine(
                        Arbitraries.of(Counted.class),
                        Arbitraries.of(ValueOrder.class),
                        Arbitraries.of(FacetRequest.UNSAID, FacetRequest.UNSAID, 0, 1, 2, 5),
                        Arbitraries.of(facet.hierarchical() ? DEPTHS : List.of(0)),
                        Arbitraries.of(TYPED),
                        Arbitraries.of(LOCALES))
                    .as((counted, order, size, depth, typed, locale) ->
                        new FacetRequest(
                            facet, counted, order, size, depth, typed, Locale.of(locale)))));
  }

  private enum Flags {
    NONE,
    EXACT,
    IDS,
    BOTH;

    Search of(Search search) {
      Search exact = this == EXACT || this == BOTH ? search.withExactTotal() : search;
      return this == IDS || this == BOTH ? exact.withIdsOnly() : exact;
    }
  }

  /** Returns values of two facets at most, as more together would seldom find anything. */
  private static Arbitrary<SequencedMap<Facet, SequencedSet<String>>> selections() {
    Arbitrary<SequencedMap<Facet, SequencedSet<String>>> ofOne =
        Arbitraries.of(RandomArticles.FACETS)
            .flatMap(facet ->
                RandomArticles.lists(RandomArticles.values(facet), 1, 3)
                    .map(values -> selection(facet, values)));
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(new LinkedHashMap<>())),
        Tuple.of(2, ofOne),
        Tuple.of(1, Combinators.combine(ofOne, ofOne).as(RandomSearches::both)));
  }

  private static SequencedMap<Facet, SequencedSet<String>> selection(
      Facet facet, List<String> values) {
    return new LinkedHashMap<>(Map.of(facet, new LinkedHashSet<>(values)));
  }

  private static SequencedMap<Facet, SequencedSet<String>> both(
      Map<Facet, SequencedSet<String>> one, Map<Facet, SequencedSet<String>> other) {
    SequencedMap<Facet, SequencedSet<String>> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }
}
