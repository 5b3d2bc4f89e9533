package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.LANGUAGE;
import static org.lede.Facet.SOURCE;
import static org.lede.Facet.TOPIC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.query.Query.Published;
import org.lede.query.Query.Salient;
import org.lede.query.Zone;
import org.lede.search.ClauseMatch;
import org.lede.search.Hit;
import org.lede.search.Search;

/** Which clauses of a query an article matches, and where. */
class MatchesTest {
  private static final Article ARTICLE =
      Article.builder("a")
          .language("en")
          .headline("Blackout in the north")
          .lead("An internet blackout began.")
          .body("Regulators said nothing. The blackout goes on.\n\nIt is the second blackout.")
          .bylines(List.of("Ann Lee", "Bo Lee"))
          .source("Wire")
          .country("Iran", 0.5)
          .country("India", 0.4567)
          .topic("internet/shutdown")
          .published(Instant.parse("2023-08-14T00:00:00Z"))
          .build();

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void tellsWhichClausesMatchAndWhere() {
    Query query =
        Query.words("blackout")
            .and(Query.phrase("internet blackout").or(Query.words("football")))
            .and(Query.in(Zone.HEADLINE, "north"));

    assertThat(matches(query))
        .containsExactly(
            "blackout: HEADLINE Blackout, LEAD blackout, BODY blackout, BODY blackout",
            "\"internet blackout\": LEAD internet blackout",
            "headline:north: HEADLINE north");
  }

  @Test
  void tellsWhereWordsStandThatAreNotWrittenAsTheyWereAskedFor() {
    assertThat(matches(Query.words("regulator"))).containsExactly("regulator: BODY Regulators");
    assertThat(matches(Query.prefix("regul"))).containsExactly("regul*: BODY Regulators");
    assertThat(matches(Query.wildcard("int?rn*"))).containsExactly("int?rn*: LEAD internet");
    assertThat(matches(Query.fuzzy("intrenet", 1))).containsExactly("~intrenet: LEAD internet");
  }

  @Test
  void tellsTheWordsThatAreNearEachOtherAndNotAllOfThem() {
    Query near = Query.near(Query.words("said"), Query.words("blackout"), 3);
    Query same = Query.sameSentence(Query.words("second"), Query.words("blackout"));

    assertThat(matches(near)).containsExactly(near + ": BODY said, BODY blackout");
    assertThat(matches(same)).containsExactly(same + ": BODY second, BODY blackout");
  }

  @Test
  void tellsWhereItIsInAZoneOnly() {
    Query first = Query.in(Zone.first(6), Query.words("blackout"));

    assertThat(matches(first)).containsExactly(first + ": HEADLINE Blackout");
    assertThat(matches(Query.in(Zone.BYLINE, "lee")))
        .containsExactly("byline:lee: BYLINE Lee, BYLINE Lee");
    assertThat(matches(Query.in(Zone.BODY, Query.words("second").and(Query.words("blackout")))))
        .containsExactly("body:second: BODY second", "body:blackout: BODY blackout, BODY blackout");
  }

  @Test
  void tellsEveryPlaceOfWhatMustBeThereSeveralTimes() {
    Query often = Query.atLeast(4, Query.words("blackout"));

    assertThat(matches(often))
        .containsExactly(
            often + ": HEADLINE Blackout, LEAD blackout, BODY blackout, BODY blackout");
    assertThat(matches(Query.atLeast(5, Query.words("blackout")).or(Query.words("north"))))
        .containsExactly("north: HEADLINE north");
  }

  @Test
  void tellsTheFacetValuesAndDatesThatMatch() {
    Query query =
        Query.anyOf(
            Query.about(COUNTRY, "Iran"),
            Query.about(COUNTRY, "India"),
            Query.mentions(COUNTRY, "India"),
            new Salient(COUNTRY, "India", 0.456),
            new Salient(COUNTRY, "India", 0.457),
            Query.about(TOPIC, "internet"),
            Query.about(SOURCE, "Wire"),
            Query.about(LANGUAGE, "ru"),
            Published.since(LocalDate.parse("2023-08-14")),
            Published.before(LocalDate.parse("2023-08-14")),
            Query.everything(),
            Query.in(Zone.LEAD, Query.about(COUNTRY, "Iran")));

    assertThat(hit(query).matches())
        .extracting(ClauseMatch::clause)
        .containsExactly(
            Query.about(COUNTRY, "Iran"),
            Query.mentions(COUNTRY, "India"),
            new Salient(COUNTRY, "India", 0.456),
            Query.about(TOPIC, "internet"),
            Query.about(SOURCE, "Wire"),
            Published.since(LocalDate.parse("2023-08-14")),
            Query.everything(),
            Query.in(Zone.LEAD, Query.about(COUNTRY, "Iran")));
  }

  @Test
  void tellsNothingOfWhatMustNotBeThereNorTwiceOfTheSame() {
    Query query =
        Query.words("north")
            .and(Query.not(Query.words("football")))
            .and(Query.not(Query.not(Query.words("internet"))))
            .and(Query.words("north"));

    assertThat(matches(query)).containsExactly("north: HEADLINE north");
  }

  @Test
  void tellsTheFirstPlacesOnlyIfThereAreVeryMany() {
    index.add(ARTICLE.toBuilder().body("word ".repeat(1_500)).build());
    Search search = Search.of(Query.words("word")).withMatches();

    List<ClauseMatch> matches = index.search(search).hits().getFirst().matches();

    assertThat(matches.getFirst().places()).hasSize(ClauseMatch.MAX_PLACES);
    assertThat(matches.getFirst().places().getLast().start()).isEqualTo(999 * 5);
  }

  @Test
  void tellsNothingUnlessAsked() {
    index.add(ARTICLE);

    Hit hit = index.search(Search.of(Query.words("north"))).hits().getFirst();

    assertThat(hit.matches()).isEmpty();
    assertThat(hit.snippets()).isEmpty();
  }

  private Hit hit(Query query) {
    index.add(ARTICLE);
    return index.search(Search.of(query).withMatches()).hits().getFirst();
  }

  /** Returns each clause that matches with the texts of its places. */
  private List<String> matches(Query query) {
    return hit(query).matches().stream()
        .map(match ->
            match.clause()
                + ": "
                + String.join(", ", match.places().stream().map(MatchesTest::text).toList()))
        .toList();
  }

  private static String text(ClauseMatch.Place place) {
    String text =
        switch (place.zone()) {
          case HEADLINE -> ARTICLE.headline();
          case LEAD -> ARTICLE.lead();
          case BODY -> ARTICLE.body();
          case BYLINE -> String.join(", ", ARTICLE.bylines());
        };
    return place.zone() + " " + text.substring(place.start(), place.end());
  }
}
