package org.lede.query;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.lede.Facet;
import org.lede.query.Query.Match;
import org.lede.query.Query.Unit;

/** Random queries of every kind, whose texts are as awkward as can be. */
final class RandomQueries {
  static final List<Facet> FACETS =
      List.of(
          Facet.COUNTRY,
          Facet.ORGANISATION,
          Facet.TOPIC,
          Facet.SOURCE,
          Facet.named("desk"),
          Facet.hierarchical("region"));

  private static final List<String> PIECES =
      List.of(
          "a",
          "internet",
          "AND",
          "OR",
          "NOT",
          "and",
          "near/5",
          "same/sentence",
          "atleast/2",
          "first/9",
          "about/0.5",
          "all/of",
          "any/word",
          "headline",
          "country",
          "published",
          "-",
          "~",
          "~~",
          "\"",
          "“",
          "”",
          "(",
          ")",
          ":",
          "\\",
          "*",
          "?",
          "/",
          "//",
          "..",
          ">=",
          "'",
          "!",
          "…",
          "1",
          "2023",
          "é",
          "ایران",
          "网络",
          "😀",
          "\u200d",
          "\u00ad");

  private RandomQueries() {}

  static Arbitrary<Query> queries() {
    return queries(4);
  }

  private static Arbitrary<Query> queries(int depth) {
    if (depth == 1) {
      return Arbitraries.oneOf(placed(1), values());
    }
    Arbitrary<Query> below = queries(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(2, placed(depth)),
        Tuple.of(1, values()),
        Tuple.of(2, below.list().ofMaxSize(3).map(Query.AllOf::new)),
        Tuple.of(2, below.list().ofMaxSize(3).map(Query.AnyOf::new)),
        Tuple.of(1, below.map(Query::not)),
        Tuple.of(1, Combinators.combine(zones(), below).as(Query::in)));
  }

  private static Arbitrary<Query> placed(int depth) {
    Arbitrary<Query> single =
        Arbitraries.oneOf(
            Combinators.combine(texts(), Arbitraries.of(Match.class)).as(Query.Words::new),
            Combinators.combine(texts(), Arbitraries.integers().between(0, 50)).as(Query::phrase),
            words().map(Query::prefix),
            patterns().map(Query::wildcard),
            Combinators.combine(words(), Arbitraries.integers().between(1, 2)).as(Query::fuzzy));
    if (depth == 1) {
      return single;
    }
    Arbitrary<Query> below = placed(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(4, single),
        Tuple.of(1, below.list().ofMinSize(1).ofMaxSize(3).map(Query.AllOf::new)),
        Tuple.of(1, below.list().ofMinSize(1).ofMaxSize(3).map(Query.AnyOf::new)),
        Tuple.of(
            1,
            Combinators.combine(
                    below,
                    below,
                    Arbitraries.integers().between(1, 99),
                    Arbitraries.of(true, false))
                .as(Query.Near::new)),
        Tuple.of(
            1, Combinators.combine(below, below, Arbitraries.of(Unit.class)).as(Query.Same::new)));
  }

  private static Arbitrary<Query> values() {
    Arbitrary<Instant> instants =
        Arbitraries.of(
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Instant.parse("2023-08-01T00:00:00Z"),
            Instant.parse("+12023-08-01T00:00:00.000000001Z"),
            Instant.parse("-0023-08-01T00:00:00.5Z"));
    return Arbitraries.oneOf(
        facetValues((facet, value, salience) -> Query.about(facet, value)),
        facetValues((facet, value, salience) -> Query.mentions(facet, value)),
        facetValues(Query.Salient::new),
        Combinators.combine(instants, instants).as(Query.Published::new),
        Arbitraries.of("fx-001", "a \"b\" \\c", "id:1 (x)", "😀").map(Query::like),
        Combinators.combine(Arbitraries.integers().between(1, 1_000), placed(2)).as(Query::atLeast),
        Arbitraries.just(Query.everything()));
  }

  private interface OfValue {
    Query query(Facet facet, String value, double salience);
  }

  private static Arbitrary<Query> facetValues(OfValue query) {
    return Arbitraries.of(FACETS)
        .flatMap(facet ->
            Combinators.combine(values(facet), Arbitraries.doubles().between(0, 1))
                .as((value, salience) -> query.query(facet, value, salience)));
  }

  private static Arbitrary<String> values(Facet facet) {
    Arbitrary<String> values =
        facet.equals(Facet.COUNTRY) ? Arbitraries.of("IR", "Russia", "SUHH") : texts();
    return values.filter(value -> isValue(facet, value));
  }

  private static boolean isValue(Facet facet, String value) {
    try {
      facet.normalise(value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Arbitrary<Zone> zones() {
    return Arbitraries.oneOf(
        Arbitraries.of(Zone.Part.class),
        Arbitraries.integers().between(1, 10_000).map(Zone::first));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        words(), words().list().ofMinSize(1).ofMaxSize(3).map(words -> String.join(" ", words)));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.oneOf(
            Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(pieces -> String.join("", pieces)),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(4))
        .filter(
            word -> !CleanText.cleaned(word).isEmpty() && CleanText.cleaned(word).indexOf(' ') < 0);
  }

  private static Arbitrary<String> patterns() {
    return Combinators.combine(words(), Arbitraries.of("*", "?", "*?*"), words())
        .as((start, wildcard, end) -> start + wildcard + end)
        .filter(RandomQueries::isPattern);
  }

  private static boolean isPattern(String pattern) {
    try {
      Query.wildcard(pattern);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
