package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.LANGUAGE;
import static org.lede.Facet.ORGANISATION;
import static org.lede.Facet.SOURCE;
import static org.lede.Facet.TOPIC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.query.Query.Published;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

class ArticleIndexTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void findsAPhraseOnlyWhereItsWordsStandTogether() {
    index.add(article("together").body("An internet blackout hit the north.").build());
    index.add(article("apart").body("A blackout took the internet down.").build());

    assertThat(found(Query.phrase("internet blackout"))).containsExactly("together");
  }

  @Test
  void findsALoosePhrase() {
    index.add(article("near").body("The blackout in Iran began at noon.").build());

    assertThat(found(Query.phrase("blackout iran"))).isEmpty();
    assertThat(found(Query.phrase("blackout iran", 1))).containsExactly("near");
  }

  @Test
  void findsNoPhraseAcrossHeadlineLeadAndParagraphs() {
    index.add(
        article("a").headline("Spectrum").lead("auction opens").body("today\n\ntomorrow").build());

    assertThat(found(Query.phrase("spectrum auction", Query.Phrase.MAX_SLOP))).isEmpty();
    assertThat(found(Query.phrase("opens today", Query.Phrase.MAX_SLOP))).isEmpty();
    assertThat(found(Query.phrase("today tomorrow", Query.Phrase.MAX_SLOP))).isEmpty();
    assertThat(found(Query.words("spectrum tomorrow"))).containsExactly("a");
  }

  @Test
  void aLineBreakOfTwoCharactersIsNoBlankLine() {
    index.add(article("dos").body("internet\r\nblackout").build());

    assertThat(found(Query.phrase("internet blackout"))).containsExactly("dos");
  }

  @Test
  void comparesWordsAsTheLanguageOfTheArticleHasThem() {
    index.add(article("en").language("en-GB").body("Regulators met.").build());
    index.add(article("ru").language("ru").body("Регуляторы встретились.").build());
    index.add(article("none").body("Regulators met.").build());

    assertThat(found(Query.words("regulator"))).containsExactly("en");
    assertThat(found(Query.words("регулятор"))).containsExactly("ru");
    assertThat(found(Query.words("regulators"))).containsExactlyInAnyOrder("en", "none");
  }

  @Test
  void findsWordsByTheirStartAndWithMistakes() {
    index.add(article("a").language("en").body("Censorship and regulations.").build());

    assertThat(found(Query.prefix("censor"))).containsExactly("a");
    assertThat(found(Query.prefix("Regulations"))).containsExactly("a");
    assertThat(found(Query.prefix("ship"))).isEmpty();
    assertThat(found(Query.fuzzy("cencorship", 1))).containsExactly("a");
    assertThat(found(Query.fuzzy("cenzorshiq", 1))).isEmpty();
    assertThat(found(Query.fuzzy("cenzorshiq", 2))).containsExactly("a");
  }

  @Test
  void aStartOfNoLetterThatCountsFindsNothing() {
    index.add(article("a").language("ar").body("خبر من").build());
    String tatweel = "\u0640"; // only makes a word wider, so the Arabic analysis drops it

    assertThat(found(Query.prefix(tatweel))).isEmpty();
    assertThat(found(Query.fuzzy(tatweel, 2))).isEmpty();
  }

  @Test
  void aTextWithoutWordsFindsNothing() {
    index.add(article("a").body("Something").build());

    assertThat(found(Query.words("?!"))).isEmpty();
    assertThat(found(Query.phrase("?!"))).isEmpty();
    assertThat(found(Query.not(Query.words("?!")))).containsExactly("a");
  }

  @Test
  void tellsAboutFromMentions() {
    index.add(article("about").country("Iran", 0.5).build());
    index.add(article("mentions").country("IR", 0.49).build());

    assertThat(found(Query.about(COUNTRY, "IR"))).containsExactly("about");
    assertThat(found(Query.mentions(COUNTRY, "iran"))).containsExactly("about", "mentions");
  }

  @Test
  void aValueStandsForAllBelowIt() {
    index.add(article("deep").topic("internet/censorship/blocklist").build());
    index.add(article("high").topic("internet").build());

    assertThat(found(Query.about(TOPIC, "internet"))).containsExactly("deep", "high");
    assertThat(found(Query.about(TOPIC, "internet/censorship"))).containsExactly("deep");
    assertThat(index.search(everything().facets(TOPIC)).facet(TOPIC).values())
        .containsExactly(
            new Value("internet", "internet", 2, false),
            new Value("internet/censorship", "censorship", 1, false),
            new Value("internet/censorship/blocklist", "blocklist", 1, false));
  }

  @Test
  void countsAFacetSidewaysWhereItHasASelection() {
    index.add(article("1").country("IR").topic("internet").build());
    index.add(article("2").country("RU").topic("internet").build());
    index.add(article("3").country("RU").topic("telecoms").build());

    SearchResult result =
        index.search(
            everything()
                .selected(COUNTRY, "RU")
                .selected(TOPIC, "internet")
                .facets(COUNTRY, TOPIC));

    assertThat(result.ids()).containsExactly("2");
    assertThat(result.total()).isEqualTo(new Total.Exact(1));
    assertThat(result.facet(COUNTRY).values())
        .containsExactly(new Value("IR", "Iran", 1, false), new Value("RU", "Russia", 1, true));
    assertThat(result.facet(TOPIC).values())
        .containsExactly(
            new Value("internet", "internet", 1, true),
            new Value("telecoms", "telecoms", 1, false));
  }

  @Test
  void returnsASelectedValueHoweverRareItIs() {
    index.add(article("1").country("IR").build());

    SearchResult result =
        index.search(everything().selected(COUNTRY, "FR").facets(COUNTRY).facetSize(0));

    assertThat(result.facet(COUNTRY).values()).containsExactly(new Value("FR", "France", 0, true));
    assertThat(result.facet(COUNTRY).distinct()).isEqualTo(1);
  }

  @Test
  void countsSourceAndLanguage() {
    index.add(article("1").source("The Wire").language("pt-BR").build());
    index.add(article("2").source("The Wire").build());

    SearchResult result = index.search(everything().facets(SOURCE, LANGUAGE));

    assertThat(result.facet(SOURCE).count("The Wire")).isEqualTo(2);
    assertThat(result.facet(LANGUAGE).count("pt")).isEqualTo(1);
    assertThat(found(Query.about(LANGUAGE, "pt"))).containsExactly("1");
  }

  @Test
  void countsAFacetThatNoArticleHas() {
    index.add(article("1").build());

    assertThat(index.search(everything().facets(ORGANISATION)).facet(ORGANISATION).values())
        .isEmpty();
  }

  @Test
  void ordersByDateWithTheUndatedLast() {
    index.add(article("old").published(Instant.parse("2021-01-01T00:00:00Z")).build());
    index.add(article("undated").build());
    index.add(article("new").published(Instant.parse("2023-01-01T00:00:00Z")).build());

    assertThat(index.search(everything().newestFirst()).ids())
        .containsExactly("new", "old", "undated");
    assertThat(index.search(everything().oldestFirst()).ids())
        .containsExactly("old", "new", "undated");
  }

  @Test
  void findsWhatWasPublishedInASpan() {
    index.add(article("first").published(Instant.parse("2023-08-01T00:00:00Z")).build());
    index.add(article("last").published(Instant.parse("2023-08-31T23:59:59.999Z")).build());
    index.add(article("after").published(Instant.parse("2023-09-01T00:00:00Z")).build());
    index.add(article("undated").build());

    LocalDate august = LocalDate.parse("2023-08-01");
    assertThat(found(Published.between(august, august.withDayOfMonth(31))))
        .containsExactly("first", "last");
    assertThat(found(Published.since(august.plusMonths(1)))).containsExactly("after");
    assertThat(found(Published.before(august))).isEmpty();
    assertThat(found(new Published(Instant.MIN, Instant.MAX)))
        .containsExactly("after", "first", "last");
  }

  @Test
  void breaksTiesById() {
    List.of("c", "a", "b").forEach(id -> index.add(article(id).body("Same words.").build()));

    assertThat(found(Query.words("words"))).containsExactly("a", "b", "c");
    assertThat(index.search(Search.of(Query.words("words")).limit(2)).ids())
        .containsExactly("a", "b");
  }

  @Test
  void breaksTiesByIdWhereLuceneSkips() {
    index.addAll(
        IntStream.range(0, 5_000)
            .mapToObj(i -> article("%04d".formatted(4_999 - i)).body("Same words.").build()));

    SearchResult result = index.search(Search.of(Query.words("words")).limit(3));

    assertThat(result.ids()).containsExactly("0000", "0001", "0002");
  }

  @Test
  void stopsCountingWhereOnlyTheBestAreAskedFor() {
    index.addAll(
        IntStream.range(0, 5_000)
            .mapToObj(i -> article("" + i).body("words ".repeat(1 + i % 50)).build()));

    assertThat(index.search(Search.of(Query.words("words"))).total())
        .isInstanceOf(Total.AtLeast.class);
    assertThat(index.search(Search.of(Query.words("words")).withExactTotal()).total())
        .isEqualTo(new Total.Exact(5_000));
  }

  @Test
  void replacesAnArticleWithTheSameId() {
    index.add(article("a").body("Prices rose.").build());
    index.add(article("a").body("Prices fell.").build());

    assertThat(found(Query.words("rose"))).isEmpty();
    assertThat(found(Query.words("fell"))).containsExactly("a");
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void givesBackTheWholeArticle() {
    Article article =
        article("a")
            .source("The Wire")
            .url("not a url")
            .headline("Headline")
            .lead("Lead")
            .body("One.\n\n\r\nTwo. \uD83D\uDE00 \0")
            .bylines("A Writer", "", "A Writer")
            .language("pt-br")
            .published(Instant.parse("2023-08-14T09:30:00.123456789Z"))
            .country("Iran", 0.123456789)
            .organisation("Ofcom\tLtd", 0)
            .topic("internet/censorship")
            .tag(org.lede.Tag.of(Facet.named("desk"), "Night"))
            .tag(org.lede.Tag.of(Facet.hierarchical("region"), "Asia/West"))
            .build();
    index.add(article);

    assertThat(index.article("a")).contains(article);
    assertThat(index.search(everything()).hits().getFirst().article()).isEqualTo(article);
    assertThat(index.article("b")).isEmpty();
  }

  @Test
  void removesOneOrMany() {
    index.addAll(
        List.of(
            article("a").country("IR").build(),
            article("b").country("IR").build(),
            article("c").build()));
    index.remove("a");
    index.remove("unknown");
    assertThat(found(Query.everything())).containsExactly("b", "c");

    index.removeAll(Query.about(COUNTRY, "IR"));
    assertThat(found(Query.everything())).containsExactly("c");
  }

  @Test
  void tellsWhatWasAddedReplacedAndRejected() {
    index.add(article("old").tag(org.lede.Tag.of(Facet.named("desk"), "Night")).build());

    BulkReport report =
        index.addAll(
            List.of(
                article("old").build(),
                article("new").build(),
                article("bad")
                    .tag(org.lede.Tag.of(Facet.hierarchical("desk"), "Night/Late"))
                    .build(),
                article("new").headline("again").build()));

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.replaced()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.rejects())
        .containsExactly(
            new BulkReport.Reject(
                2,
                "bad",
                "the facet desk is flat in this index, but hierarchical in article bad; give one of"
                    + " them another name"));
    assertThat(index.article("new").orElseThrow().headline()).isEqualTo("again");
  }

  @Test
  void listsItsFacets() {
    index.add(article("a").tag(org.lede.Tag.of(Facet.named("desk"), "Night")).build());

    assertThat(index.facets())
        .containsExactly(COUNTRY, ORGANISATION, TOPIC, SOURCE, LANGUAGE, Facet.named("desk"));
  }

  @Test
  void refusesAQueryThatIsTooLargeOrTooDeep() {
    index.add(article("a").build());
    Query deep = Query.everything();
    for (int i = 0; i < 1_000; i++) {
      deep = Query.not(deep);
    }
    Query tooDeep = deep;

    assertThatThrownBy(() -> index.search(tooDeep))
        .isInstanceOf(BudgetExceeded.class)
        .hasMessageContaining("50 levels");
    index.add(article("b").body("text").build());
    Query[] parts = new Query[2_000];
    Arrays.fill(parts, Query.everything());
    assertThatThrownBy(() -> index.search(Query.allOf(parts))).isInstanceOf(BudgetExceeded.class);
    assertThatThrownBy(() -> index.search(Query.anyOf(parts))).isInstanceOf(BudgetExceeded.class);
    assertThatThrownBy(() -> index.search(Query.anyWord("w ".repeat(2_000))))
        .isInstanceOf(BudgetExceeded.class)
        .hasMessageContaining("1,000 words");
  }

  @Test
  void saysThatItIsClosed() {
    index.close();
    index.close();

    assertThatThrownBy(() -> index.search(Query.everything()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the index in memory is closed");
  }

  private static Article.Builder article(String id) {
    return Article.builder(id);
  }

  private static Search everything() {
    return Search.of(Query.everything());
  }

  private List<String> found(Query query) {
    return index.search(Search.of(query).limit(100)).ids();
  }
}
