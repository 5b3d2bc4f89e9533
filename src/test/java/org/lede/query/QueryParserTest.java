package org.lede.query;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.ORGANISATION;
import static org.lede.Facet.TOPIC;
import static org.lede.query.Query.about;
import static org.lede.query.Query.allOf;
import static org.lede.query.Query.anyOf;
import static org.lede.query.Query.atLeast;
import static org.lede.query.Query.before;
import static org.lede.query.Query.in;
import static org.lede.query.Query.mentions;
import static org.lede.query.Query.near;
import static org.lede.query.Query.not;
import static org.lede.query.Query.phrase;
import static org.lede.query.Query.words;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.Facet;
import org.lede.QueryNotUnderstood;
import org.lede.query.Query.Published;

class QueryParserTest {
  private static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");

  private static final QuerySyntax SYNTAX =
      QuerySyntax.defaults()
          .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
          .withNames((facet, name) ->
              facet.equals(ORGANISATION) && name.equals("ITU")
                  ? List.of("International Telecommunication Union")
                  : facet.equals(ORGANISATION) && name.equals("FA")
                      ? List.of("Football Association", "Farmers' Alliance")
                      : List.of());

  @ParameterizedTest
  @MethodSource
  void understands(String text, Query query) {
    assertThat(Query.parse(text, SYNTAX)).isEqualTo(new Parsed(query, List.of()));
  }

  static Stream<Arguments> understands() {
    Query blackout = words("blackout");
    Query iran = words("iran");
    return Stream.of(
        Arguments.of("", Query.everything()),
        Arguments.of(" \t\u200f ", Query.everything()),
        Arguments.of("*", Query.everything()),
        Arguments.of("internet blackout", words("internet blackout")),
        Arguments.of("internet  \n blackout", words("internet blackout")),
        Arguments.of("internet AND blackout", allOf(words("internet"), blackout)),
        Arguments.of("(internet blackout)", words("internet blackout")),
        Arguments.of("\"internet blackout\"", phrase("internet blackout")),
        Arguments.of("“internet blackout” „iran“", phrase("internet blackout").and(phrase("iran"))),
        Arguments.of("\"blackout iran\"~4", phrase("blackout iran", 4)),
        Arguments.of("iran OR blackout", anyOf(iran, blackout)),
        Arguments.of("a iran OR blackout b", anyOf(words("a iran"), words("blackout b"))),
        Arguments.of("iran or blackout and not", words("iran or blackout and not")),
        Arguments.of("blackout -iran", allOf(blackout, not(iran))),
        Arguments.of("blackout NOT iran", allOf(blackout, not(iran))),
        Arguments.of("-(iran OR blackout)", not(anyOf(iran, blackout))),
        Arguments.of("well-known 5G", words("well-known 5G")),
        Arguments.of(
            "blackout AND (iran OR russia) NOT football",
            allOf(blackout, anyOf(iran, words("russia")), not(words("football")))),
        Arguments.of("censor*", Query.prefix("censor")),
        Arguments.of("c*sor", Query.wildcard("c*sor")),
        Arguments.of("wom?n", Query.wildcard("wom?n")),
        Arguments.of("(regulator?)", Query.wildcard("regulator?")),
        Arguments.of("what\\?", words("what?")),
        Arguments.of("foo w*at\\?", allOf(words("foo"), Query.wildcard("w*at\\?"))),
        Arguments.of("~vodafon", Query.fuzzy("vodafon", 1)),
        Arguments.of("~~vodafon", Query.fuzzy("vodafon", 2)),
        Arguments.of("headline:blackout", in(Zone.HEADLINE, "blackout")),
        Arguments.of("Headline: blackout", in(Zone.HEADLINE, "blackout")),
        Arguments.of("lead:\"internet blackout\"", in(Zone.LEAD, phrase("internet blackout"))),
        Arguments.of("body:(iran OR blackout)", in(Zone.BODY, anyOf(iran, blackout))),
        Arguments.of("byline:\"A Name\" x", in(Zone.BYLINE, phrase("A Name")).and(words("x"))),
        Arguments.of("first/50:censor*", in(Zone.first(50), Query.prefix("censor"))),
        Arguments.of("headline:lead:iran", in(Zone.HEADLINE, in(Zone.LEAD, iran))),
        Arguments.of("-headline:iran", not(in(Zone.HEADLINE, iran))),
        Arguments.of("iran near/8 blackout", near(iran, blackout, 8)),
        Arguments.of("iran NEAR/8 blackout", near(iran, blackout, 8)),
        Arguments.of("iran before/8 \"black out\"", before(iran, phrase("black out"), 8)),
        Arguments.of(
            "x iran near/2 (blackout OR outage) y",
            allOf(words("x"), near(iran, anyOf(blackout, words("outage")), 2), words("y"))),
        Arguments.of("iran near/2 blackout near/3 x", near(near(iran, blackout, 2), words("x"), 3)),
        Arguments.of("iran same/sentence blackout", Query.sameSentence(iran, blackout)),
        Arguments.of("iran same/paragraph blackout", Query.sameParagraph(iran, blackout)),
        Arguments.of("atleast/3 starlink", atLeast(3, words("starlink"))),
        Arguments.of("headline:atleast/2 iran", in(Zone.HEADLINE, atLeast(2, iran))),
        Arguments.of("country:IR", about(COUNTRY, "IR")),
        Arguments.of("country:Iran", about(COUNTRY, "IR")),
        Arguments.of("country:Россия", about(COUNTRY, "RU")),
        Arguments.of("country:United Kingdom x", about(COUNTRY, "GB").and(words("x"))),
        Arguments.of("country:(IR OR RU)", anyOf(about(COUNTRY, "IR"), about(COUNTRY, "RU"))),
        Arguments.of(
            "organisation:ITU", about(ORGANISATION, "International Telecommunication Union")),
        Arguments.of("organisation:\"O(2) \\\"UK\\\"\"", about(ORGANISATION, "O(2) \"UK\"")),
        Arguments.of("topic:internet/censorship", about(TOPIC, "internet/censorship")),
        Arguments.of("about:RU", about(COUNTRY, "RU")),
        Arguments.of("about:ITU", about(ORGANISATION, "International Telecommunication Union")),
        Arguments.of("about:internet", about(TOPIC, "internet")),
        Arguments.of("mentions:RU", mentions(COUNTRY, "RU")),
        Arguments.of("mentions:topic:RU", mentions(TOPIC, "RU")),
        Arguments.of("about/0.8:IR", new Query.Salient(COUNTRY, "IR", 0.8)),
        Arguments.of("about/0.8:country:IR", new Query.Salient(COUNTRY, "IR", 0.8)),
        Arguments.of("source:\"The Wire\"", about(Facet.SOURCE, "The Wire")),
        Arguments.of("language:en", about(Facet.LANGUAGE, "en")),
        Arguments.of("»x«", phrase("x")),
        Arguments.of(
            "any/word(censor* iran russia)",
            anyOf(Query.prefix("censor"), Query.anyWord("iran russia"))),
        Arguments.of(
            "published:(2023 OR 2025)",
            anyOf(
                Published.between(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)),
                Published.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))),
        Arguments.of("12:30", words("12:30")),
        Arguments.of("https://example.org", words("https://example.org")),
        Arguments.of("Iran: blackout", words("Iran blackout")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023                   | 2023-01-01 | 2024-01-01
          2023-08                | 2023-08-01 | 2023-09-01
          2023-08-14             | 2023-08-14 | 2023-08-15
          2023-08..2023-10       | 2023-08-01 | 2023-11-01
          2023-08-14..           | 2023-08-14 |
          ..2023                 |            | 2024-01-01
          ..                     |            |
          >=2023-09-04           | 2023-09-04 |
          >2023-09-04            | 2023-09-05 |
          <2023-09               |            | 2023-09-01
          <=2023-09              |            | 2023-10-01
          today                  | 2024-03-10 | 2024-03-11
          yesterday              | 2024-03-09 | 2024-03-10
          """)
  void readsDays(String text, LocalDate from, LocalDate to) {
    Parsed parsed = Query.parse("published:" + text, SYNTAX);

    assertThat(parsed)
        .isEqualTo(
            new Parsed(
                new Published(
                    from == null ? Instant.MIN : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    to == null ? Instant.MAX : to.atStartOfDay(ZoneOffset.UTC).toInstant()),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-08-14T09:30:00Z..2023-08-14T10:00:00Z, 2023-08-14T09:30:00Z, 2023-08-14T10:00:00Z",
    "2023-08-14T09:30:00Z, 2023-08-14T09:30:00Z, 2023-08-14T09:30:00.001Z",
    "last/7d, 2024-03-03T12:00:00Z,",
    "last/30d..last/7d, 2024-02-09T12:00:00Z, 2024-03-03T12:00:00Z",
    "last/7d.., 2024-03-03T12:00:00Z,",
    "2024-03..last/7d, 2024-03-01T00:00:00Z, 2024-03-03T12:00:00Z",
    ">last/7d, 2024-03-03T12:00:00.001Z,",
    ">=last/7d, 2024-03-03T12:00:00Z,",
    "last/36h, 2024-03-09T00:00:00Z,",
    "last/1m, 2024-02-10T12:00:00Z,"
  })
  void readsInstants(String text, Instant from, Instant to) {
    assertThat(Query.parse("published:" + text, SYNTAX).query())
        .isEqualTo(new Published(from, to == null ? Instant.MAX : to));
  }

  @ParameterizedTest
  @CsvSource({
    "..last/7d, 2024-03-03T12:00:00Z",
    "<last/7d, 2024-03-03T12:00:00Z",
    "<=last/7d, 2024-03-03T12:00:00.001Z"
  })
  void readsWhatEndsSomeTimeAgo(String text, Instant to) {
    assertThat(Query.parse("published:" + text, SYNTAX).query())
        .isEqualTo(new Published(Instant.MIN, to));
  }

  @Test
  void readsAFacetOfTheCallers() {
    QuerySyntax syntax = SYNTAX.withFacets(List.of(Facet.named("desk")));

    assertThat(Query.parse("desk:Night", syntax).query())
        .isEqualTo(about(Facet.named("desk"), "Night"));
  }

  @Test
  void searchesAnyOfSeveralThatHaveAName() {
    Parsed parsed = Query.parse("organisation:FA", SYNTAX);

    assertThat(parsed.query())
        .isEqualTo(
            anyOf(
                about(ORGANISATION, "Football Association"),
                about(ORGANISATION, "Farmers' Alliance")));
    assertThat(parsed.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.CHANGED);
  }

  @ParameterizedTest
  @MethodSource
  void makesTheBestOf(String text, Query query, Notice.Kind kind, int start, int end) {
    Parsed parsed = Query.parse(text, SYNTAX);

    assertThat(parsed.query()).isEqualTo(query);
    assertThat(parsed.notices()).hasSize(1);
    Notice notice = parsed.notices().getFirst();
    assertThat(notice).isEqualTo(new Notice(kind, start, end, notice.message()));
  }

  static Stream<Arguments> makesTheBestOf() {
    Query x = words("x");
    return Stream.of(
        Arguments.of("x \"open", x.and(phrase("open")), Notice.Kind.UNBALANCED, 2, 7),
        Arguments.of(
            "x (y OR z", x.and(anyOf(words("y"), words("z"))), Notice.Kind.UNBALANCED, 2, 3),
        Arguments.of("x ) y", x.and(words("y")), Notice.Kind.UNBALANCED, 2, 3),
        Arguments.of("x OR", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 4),
        Arguments.of("OR x", x, Notice.Kind.NOTHING_TO_SEARCH, 0, 2),
        Arguments.of("x AND", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 5),
        Arguments.of("x NOT", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 5),
        Arguments.of("AND x", x, Notice.Kind.NOTHING_TO_SEARCH, 0, 3),
        Arguments.of("x - y", words("x y"), Notice.Kind.NOTHING_TO_SEARCH, 2, 3),
        Arguments.of("x -", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 3),
        Arguments.of("x ()", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 4),
        Arguments.of("x \"?!\"", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 6),
        Arguments.of("x near/3", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 8),
        Arguments.of("near/3 x", x, Notice.Kind.NOTHING_TO_SEARCH, 0, 6),
        Arguments.of("x headline:", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 11),
        Arguments.of("x topic:", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 8),
        Arguments.of("x atleast/2", x, Notice.Kind.NOTHING_TO_SEARCH, 2, 11),
        Arguments.of("boddy:x", words("boddy x"), Notice.Kind.UNKNOWN_FIELD, 0, 6),
        Arguments.of("country:Atlantis", words("Atlantis"), Notice.Kind.UNKNOWN_VALUE, 8, 16),
        Arguments.of("topic:a//b", words("a//b"), Notice.Kind.UNKNOWN_VALUE, 6, 10),
        Arguments.of("x near/many y", near(x, words("y"), 5), Notice.Kind.BAD_NUMBER, 2, 11),
        Arguments.of("x near/500 y", near(x, words("y"), 99), Notice.Kind.BAD_NUMBER, 2, 10),
        Arguments.of("x near/ y", near(x, words("y"), 5), Notice.Kind.BAD_NUMBER, 2, 7),
        Arguments.of("\"x y\"~99999999999", phrase("x y", 50), Notice.Kind.BAD_NUMBER, 5, 17),
        Arguments.of("first/x:x", in(Zone.first(50), x), Notice.Kind.BAD_NUMBER, 0, 8),
        Arguments.of(
            "about/2:IR", new Query.Salient(COUNTRY, "IR", 0.5), Notice.Kind.BAD_NUMBER, 0, 8),
        Arguments.of("x published:soon", x, Notice.Kind.BAD_DATE, 2, 16),
        Arguments.of("x published:2023-02-30", x, Notice.Kind.BAD_DATE, 2, 22),
        Arguments.of(
            "x same/page y", Query.sameSentence(x, words("y")), Notice.Kind.NOT_UNDERSTOOD, 2, 11),
        Arguments.of(
            "x near/3 country:IR", x.and(about(COUNTRY, "IR")), Notice.Kind.NOT_UNDERSTOOD, 2, 8),
        Arguments.of("headline:-x", in(Zone.HEADLINE, x), Notice.Kind.NOT_UNDERSTOOD, 9, 10),
        Arguments.of("x near/3 -y", near(x, words("y"), 3), Notice.Kind.NOT_UNDERSTOOD, 9, 10),
        Arguments.of("country:-IR", about(COUNTRY, "IR"), Notice.Kind.NOT_UNDERSTOOD, 8, 9),
        Arguments.of("AND", Query.everything(), Notice.Kind.NOTHING_TO_SEARCH, 0, 3),
        Arguments.of("who owns x?", words("who owns x"), Notice.Kind.CHANGED, 10, 11));
  }

  @Test
  void asksForTheFieldThatWasMeant() {
    assertThat(Query.parse("boddy:x").notices().getFirst().message())
        .isEqualTo(
            "there is no field \"boddy\", so it was searched as a plain word; did you mean body:?");
    assertThat(Query.parse("countrie:x").notices().getFirst().message())
        .endsWith("did you mean country:?");
    assertThat(Query.parse("xyzzy:x").notices().getFirst().message())
        .endsWith(
            "the fields are headline, lead, body, byline, about, mentions, published, like,"
                + " first/50, country, organisation, topic, source, language");
  }

  @Test
  void readsNoMoreThanItsBudget() {
    Budget defaults = Budget.defaults();
    Parsed longText = Query.parse("w".repeat(10_001));
    Parsed manyWords = Query.parse("w ".repeat(1_001));
    Parsed deep = Query.parse("(".repeat(100_000) + "x");

    assertThat(longText.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.OVER_BUDGET);
    assertThat(longText.query()).isEqualTo(words("w".repeat(defaults.textLength())));
    assertThat(manyWords.notices()).extracting(Notice::start).containsExactly(2_000);
    assertThat(deep.query()).isEqualTo(Query.anyOf());
    assertThat(deep.notices()).extracting(Notice::kind).contains(Notice.Kind.OVER_BUDGET);
  }

  @Test
  void readsLongChainsWithoutDepth() {
    for (String link :
        List.of(" near/1 x", " OR x", " AND x", " -x", " NOT NOT x", " headline:x")) {
      String text = "x" + link.repeat(900);

      defaultBudget().check(Query.parse(text).query());
    }
    for (String opening :
        List.of("-(", "headline:", "NOT ", "atleast/2 (", "all/of(", "(x near/2 ")) {
      defaultBudget().check(Query.parse(opening.repeat(1_000) + "x").query());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'a near/2 ','',51",
    "'-(a ','',51",
    "'a -(b OR ','',30",
    "'(a -','',60",
    "'all/of(',a,51"
  })
  void leavesOutWhatIsTooDeepAndNoMore(String piece, String end, int times) {
    Parsed parsed = Query.parse(piece.repeat(times) + "x" + end);

    defaultBudget().check(parsed.query());
    assertThat(parsed.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.OVER_BUDGET);
    assertThat(parsed.query()).isNotEqualTo(Query.everything()).isNotEqualTo(words("a"));
  }

  @Test
  void keepsTheStartOfAChainThatIsTooLong() {
    QuerySyntax flat = SYNTAX.withBudget(Budget.defaults().withDepth(3));

    Parsed parsed = Query.parse("a near/2 b near/2 c near/2 d x", flat);

    assertThat(parsed.query()).isEqualTo(near(near(words("a"), words("b"), 2), words("c"), 2));
    assertThat(parsed.notices()).extracting(Notice::start).containsExactly(20);
    assertThat(Query.parse("a (b OR (c d)) e", flat).notices()).isEmpty();
    assertThat(Query.parse("a (b OR (c -d)) e", flat).query())
        .isEqualTo(allOf(words("a"), anyOf(words("b"), words("c"))));
    assertThat(Query.parse("a b c", flat.withBudget(Budget.defaults().withDepth(1))).query())
        .isEqualTo(words("a b c"));
    assertThat(Query.parse("a (b organisation:FA)", flat).query())
        .isEqualTo(allOf(words("a"), words("b")));
  }

  @Test
  void tellsOnlyThatItIsTooDeepWhenParenthesesAreLeftOut() {
    assertThat(Query.parse("(".repeat(120) + "a" + ")".repeat(120)).notices()).hasSize(1);
    assertThat(Query.parse("(" + "(a)".repeat(1_001) + ")").notices()).hasSize(1);
  }

  @Test
  void shortensLongTextsOnlyWhenTheirSpaceIsGone() {
    QuerySyntax syntax = SYNTAX.withBudget(Budget.defaults().withTextLength(20_000));
    String space = " ".repeat(10_001);

    assertThat(Query.parse("\"" + space + "a\"", syntax).query()).isEqualTo(phrase("a"));
    assertThat(Query.parse("\\ ".repeat(5_001) + "a", syntax).query()).isEqualTo(words("a"));
    assertThat(Query.parse("country:\"" + space + "a\"", syntax).query()).isEqualTo(words("a"));
    assertThat(Query.parse("~" + "\\ ".repeat(9_000) + "a", syntax).query()).isEqualTo(words("a"));
  }

  @Test
  void understandsNamesOfSeveralWordsWithoutQuotes() {
    Query bank = about(ORGANISATION, "Central Bank of Iran");
    QuerySyntax syntax =
        SYNTAX.withNames((facet, name) ->
            facet.equals(ORGANISATION)
                    && List.of("central bank of iran", "central bank")
                        .contains(name.toLowerCase(ROOT))
                ? List.of(name.length() > 12 ? "Central Bank of Iran" : "Central Bank of All")
                : List.of());

    assertThat(Query.parse("organisation:Central Bank of Iran rates", syntax))
        .isEqualTo(new Parsed(bank.and(words("rates")), List.of()));
    assertThat(Query.parse("about:Central Bank of Iran", syntax).query()).isEqualTo(bank);
    assertThat(Query.parse("organisation:(Central Bank of Iran OR Central Bank)", syntax).query())
        .isEqualTo(anyOf(bank, about(ORGANISATION, "Central Bank of All")));
    assertThat(Query.parse("about:United Kingdom x"))
        .isEqualTo(new Parsed(about(COUNTRY, "GB").and(words("x")), List.of()));
    assertThat(Query.parse("mentions:(United Kingdom Iran)").query())
        .isEqualTo(anyOf(mentions(COUNTRY, "GB"), mentions(COUNTRY, "IR")));
    assertThat(Query.parse("country:Guinea Bissau").query()).isEqualTo(about(COUNTRY, "GW"));
    assertThat(Query.parse("country:Guinea -Bissau").query())
        .isEqualTo(allOf(about(COUNTRY, "GN"), not(words("Bissau"))));
    assertThat(Query.parse("country:Iran and blackout").query())
        .isEqualTo(about(COUNTRY, "IR").and(words("and blackout")));
    assertThat(Query.parse("country:Trinidad & Tobago").query()).isEqualTo(about(COUNTRY, "TT"));
  }

  @ParameterizedTest
  @CsvSource({
    "organisation:Central Bank, 1",
    "source:BBC News, 1",
    "about:Central Bank, 1",
    "source:wire blackout, 0",
    "source:BBC blackout, 0",
    "source:\"BBC\" News, 0",
    "source:(BBC Reuters), 0",
    "source:BBC AND News, 0",
    "source:BBC country:IR, 0",
    "organisation:ITU Iran, 0",
    "country:IR Blackout, 0",
    "about:Iran Blackout, 0",
    "topic:Internet Blackout, 0"
  })
  void asksForQuotesAroundWhatLooksLikeAName(String text, int notices) {
    assertThat(Query.parse(text, SYNTAX).notices())
        .hasSize(notices)
        .allMatch(notice -> notice.kind() == Notice.Kind.CHANGED);
  }

  @Test
  void readsASalienceOfMinusZeroAgain() {
    Query query = about(COUNTRY, "IR", -0.0);

    assertThat(Query.parse(query.toString()).query()).isEqualTo(query);
  }

  @Test
  void changesEachLimitOfABudgetAlone() {
    assertThat(
            Budget.defaults()
                .withTextLength(1)
                .withDepth(2)
                .withTerms(3)
                .withExpansions(4)
                .withPatternWork(5)
                .withPhraseLength(6)
                .withPageSize(7)
                .withFacetValues(8))
        .isEqualTo(new Budget(1, 2, 3, 4, 5, 6, 7, 8));
  }

  private static Budget defaultBudget() {
    return Budget.defaults();
  }

  @Test
  void showsWhatItDoesNotUnderstandIfItMustUnderstandAll() {
    assertThatThrownBy(() -> Query.parseStrict("topic:trade \"grain exports"))
        .isInstanceOf(QueryNotUnderstood.class)
        .hasMessage(
            """
            at character 13: a phrase is opened but never closed, so it was read to the end; add a closing quote
              topic:trade "grain exports
                          ^\
            """);
    assertThat(Query.parseStrict("\"grain exports\"")).isEqualTo(phrase("grain exports"));
  }

  @Test
  void showsOnlyTheSurroundingsInALongText() {
    String text = "x ".repeat(500) + "\"open\u202E\0" + " y".repeat(500);
    Notice notice = Query.parse(text).notices().getFirst();

    String[] lines = notice.picture(text).split("\n");

    assertThat(lines).hasSize(3);
    assertThat(lines[1]).hasSize(78).doesNotContain("\u202E", "\0");
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('"');
  }
}
