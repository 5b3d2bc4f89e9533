package org.lede.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** That a query prints as text that is read as the same query, and that any text is read. */
class QueryTextPropertyTest {
  private static final QuerySyntax SYNTAX = QuerySyntax.defaults().withFacets(RandomQueries.FACETS);

  /** What is printed may be longer than what was typed. */
  private static final QuerySyntax GENEROUS =
      SYNTAX.withBudget(new Budget(1_000_000, Budget.MAX_DEPTH, 100_000, 1, 1, 1, 1, 1));

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void printsAsTextThatIsReadAsTheSameQuery(@ForAll("queries") Query query) {
    String text = query.toString();

    assertThat(Query.parse(text, SYNTAX)).as(text).isEqualTo(new Parsed(query, List.of()));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void readsAsManyLevelsAsItsBudgetAllows(@ForAll("queries") Query query) {
    String text = query.toString();
    int levels = Budget.levels(query);
    Parsed parsed = Query.parse(text, withDepth(levels));

    assertThat(parsed).as(text).isEqualTo(new Parsed(query, List.of()));
    if (levels > 1) {
      Parsed smaller = Query.parse(text, withDepth(levels - 1));

      Budget.defaults().withDepth(levels - 1).check(smaller.query());
      assertThat(smaller.notices())
          .as(text)
          .extracting(Notice::kind)
          .containsOnly(Notice.Kind.OVER_BUDGET);
    }
  }

  private static QuerySyntax withDepth(int levels) {
    return SYNTAX.withBudget(Budget.defaults().withDepth(levels));
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void readsAnyTextAtAnyDepth(
      @ForAll("typed") String text, @ForAll @IntRange(min = 1, max = 6) int depth) {
    Budget budget = Budget.defaults().withDepth(depth);

    budget.check(Query.parse(text, SYNTAX.withBudget(budget)).query());
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void readsAnyText(@ForAll("typed") String text) {
    Parsed parsed = Query.parse(text, SYNTAX);

    Budget.defaults().check(parsed.query());
    for (Notice notice : parsed.notices()) {
      assertThat(notice.start()).isBetween(0, text.length());
      assertThat(notice.end()).isBetween(notice.start(), text.length());
      assertThat(notice.picture(text)).startsWith(notice.message());
    }
    assertThat(Query.parse(parsed.query().toString(), GENEROUS).query()).isEqualTo(parsed.query());
  }

  @Provide
  Arbitrary<Query> queries() {
    return RandomQueries.queries();
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> chained =
        Combinators.combine(
                Arbitraries.of(
                    "a near/2 ",
                    "source:A Name ",
                    "about:United Kingdom",
                    "-(a near/2 ",
                    "a OR (b ",
                    "(a "),
                Arbitraries.integers().between(1, 500))
            .as(String::repeat);
    return Arbitraries.frequencyOf(Tuple.of(9, RandomTexts.texts()), Tuple.of(1, chained));
  }
}
