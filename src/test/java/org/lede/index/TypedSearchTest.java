package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.Tag;
import org.lede.query.Budget;
import org.lede.query.Notice;
import org.lede.query.Query;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/** What becomes of typed text that cannot be searched as it is. */
class TypedSearchTest {
  private ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private static Article.Builder article(String id, String headline) {
    return Article.builder(id).language("en").headline(headline);
  }

  private SearchResult typed(String text) {
    return index.search(Search.typed(text));
  }

  private static List<Notice.Kind> kinds(SearchResult result) {
    return result.notices().stream().map(Notice::kind).toList();
  }

  @Test
  void findsThoseThatHoldMostOfTheWordsIfNoneHoldsAll() {
    index.add(article("two", "Spectrum auction in Lagos").build());
    index.add(article("also two", "Auction of old spectrum maps").build());
    index.add(article("one", "Auction of paintings").build());
    index.add(article("none", "Cable cut").build());

    SearchResult result = typed("spectrum auction nairobi");

    assertThat(result.ids()).containsExactlyInAnyOrder("two", "also two");
    assertThat(kinds(result)).contains(Notice.Kind.NOT_ALL_WORDS);
    assertThat(result.notices().getLast().message())
        .isEqualTo(
            "no article holds all of these words, so those that hold most of them were found, 2"
                + " of 3; leave out what matters least");
    assertThat(result.query()).isEqualTo(Query.words("spectrum auction nairobi"));
  }

  @Test
  void looksForMostOfTheWordsOnlyAmongWhatElseMustBeThere() {
    index.add(article("ng", "Auction ends").country("NG").build());
    index.add(article("gh", "Spectrum auction ends").country("GH").build());

    SearchResult result = typed("spectrum auction country:NG");

    assertThat(result.ids()).containsExactly("ng");
    assertThat(kinds(result)).containsExactly(Notice.Kind.NOT_ALL_WORDS);
    assertThat(typed("spectrum AND auction AND country:NG").ids()).isEmpty();
    assertThat(typed("\"spectrum auction\" country:NG").ids()).isEmpty();
  }

  @Test
  void findsNothingIfNoArticleHoldsAnyOfTheWords() {
    index.add(article("a", "Cable cut").build());

    SearchResult result = typed("zebra xylophone");

    assertThat(result.ids()).isEmpty();
    assertThat(kinds(result)).containsOnly(Notice.Kind.UNKNOWN_WORD);
  }

  @Test
  void aQueryOfAProgramStaysStrict() {
    index.add(article("a", "Spectrum auction").build());

    assertThat(index.search(Query.words("spectrum auction nairobi")).ids()).isEmpty();
  }

  @Test
  void asksWhetherAnotherWordWasMeant() {
    index.add(article("a", "Internet blackouts in Iran").build());
    index.add(article("b", "The blackout ends").build());

    SearchResult result = typed("internet blackot");

    assertThat(result.didYouMean()).contains("internet blackout");
    assertThat(result.notices())
        .contains(
            new Notice(
                Notice.Kind.UNKNOWN_WORD,
                9,
                16,
                "no article holds \"blackot\"; did you mean blackout?"));
    assertThat(typed("internet blackout").didYouMean()).isEmpty();
    assertThat(typed("xyzzyx").didYouMean()).isEmpty();
  }

  @Test
  void knowsOrganisationsByEveryAliasItHasSeen() {
    String union = "International Telecommunication Union";
    index.add(
        article("a", "Geneva")
            .tag(Tag.of(Facet.ORGANISATION, union).withAliases("ITU", "the Union"))
            .build());
    index.add(article("b", "Bern").organisation(union).build());
    index.add(article("c", "Lagos").organisation("Itu Local Government", 0.9).build());

    for (String text :
        List.of(
            "organisation:ITU",
            "organisation:i.t.u.",
            "organisation:\"THE UNION\"",
            "organisation:\"international telecommunication union\"",
            "about:itu")) {
      assertThat(typed(text).ids()).as(text).containsExactlyInAnyOrder("a", "b");
    }
    assertThat(index.parse("organisation:ITU").query())
        .isEqualTo(Query.about(Facet.ORGANISATION, union));
  }

  @Test
  void knowsSourcesHoweverTheyAreSpelt() {
    index.add(article("a", "Roaming").source("BBC News").build());

    for (String text :
        List.of("source:BBC News roaming", "source:\"bbc news\"", "source:bbc-news")) {
      assertThat(typed(text).ids()).as(text).containsExactly("a");
      assertThat(typed(text).notices()).as(text).isEmpty();
    }
  }

  @Test
  void searchesForAnyOfSeveralThatHaveAName() {
    index.add(
        article("a", "A")
            .tag(Tag.of(Facet.ORGANISATION, "Football Association").withAliases("FA"))
            .build());
    index.add(
        article("b", "B")
            .tag(Tag.of(Facet.ORGANISATION, "Farmers' Alliance").withAliases("FA"))
            .build());

    SearchResult result = typed("organisation:FA");

    assertThat(result.ids()).containsExactlyInAnyOrder("a", "b");
    assertThat(kinds(result)).containsExactly(Notice.Kind.CHANGED);
  }

  @Test
  void cutsTypedTextToTheBudgetThatAProgramMustKeep() {
    index.close();
    index =
        ArticleIndex.inMemory(
            IndexSettings.defaults().withBudget(Budget.defaults().withExpansions(3)));
    for (int i = 0; i < 10; i++) {
      index.add(article("a" + i, "cable" + i + " and cable" + i / 2).build());
    }

    SearchResult result = typed("cable*");

    assertThat(result.total().count()).isBetween(3L, 9L);
    assertThat(result.notices().getFirst().kind()).isEqualTo(Notice.Kind.OVER_BUDGET);
    assertThat(result.notices().getFirst().message())
        .startsWith("a prefix, wildcard or fuzzy word may stand for at most 3 words");
    assertThatThrownBy(() -> index.search(Query.prefix("cable")))
        .isInstanceOf(BudgetExceeded.class)
        .hasMessageStartingWith(
            "a prefix, wildcard or fuzzy word may stand for at most 3 words of the index");
  }

  private void addInFiveLanguages() {
    for (String language : List.of("en", "de", "fr", "es", "ru")) {
      index.add(Article.builder(language).language(language).headline("rush of russia").build());
    }
  }

  @Test
  void countsTheWordsOfAQueryOnceForAllLanguages() {
    addInFiveLanguages();
    Query[] many = new Query[400];
    for (int i = 0; i < many.length; i++) {
      many[i] = Query.words("w" + i + " russia");
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      words.append("unknown").append(i).append("thing ");
    }

    assertThat(index.search(Query.anyOf(many)).ids()).isEmpty();
    many[399] = Query.words("russia");
    assertThat(index.search(Query.anyOf(many)).ids()).hasSize(5);
    assertThat(index.search(Query.anyWord("w ".repeat(999) + "russia")).ids()).hasSize(5);
    assertThat(typed("country:IR" + " Namesource A".repeat(100)).ids()).isEmpty();
    assertThat(
            index
                .search(
                    Search.of(Query.anyWord("w ".repeat(900) + "russia"))
                        .filtered(Query.anyWord("w ".repeat(900) + "rush")))
                .ids())
        .hasSize(5);
    SearchResult most = typed(words + "russia rush");
    assertThat(most.ids()).hasSize(5);
    assertThat(kinds(most)).doesNotContain(Notice.Kind.OVER_BUDGET);
  }

  @Test
  void refusesAnyNumberOfLikenessesWithoutHarmToTheIndex() {
    for (int i = 0; i < 60; i++) {
      StringBuilder words = new StringBuilder();
      for (int j = 0; j < 30; j++) {
        words.append("w").append(i % 6).append("x").append(j).append(' ');
      }
      index.add(article("d" + i, words.toString()).build());
    }
    Query[] likes = new Query[60];
    StringBuilder typed = new StringBuilder("like:d0");
    for (int i = 0; i < likes.length; i++) {
      likes[i] = Query.like("d" + i);
      typed.append(" OR like:d").append(i);
    }

    assertThatThrownBy(() -> index.removeAll(Query.anyOf(likes)))
        .isInstanceOf(BudgetExceeded.class);
    assertThatThrownBy(() -> index.search(Query.anyOf(likes))).isInstanceOf(BudgetExceeded.class);
    assertThat(kinds(typed(typed.toString()))).contains(Notice.Kind.OVER_BUDGET);
    assertThat(index.size()).isEqualTo(60);
    index.removeAll(Query.like("d0"));
    assertThat(index.size()).isLessThan(60);
  }

  @Test
  void boundsWhatIsOpenWhileManyPatternsAreNearEachOther() {
    index.close();
    index =
        ArticleIndex.inMemory(
            IndexSettings.defaults().withBudget(Budget.defaults().withExpansions(50)));
    for (int i = 0; i < 100; i++) {
      index.add(article("d" + i, "a" + i + " b" + i + " c" + i).build());
    }

    SearchResult result = typed("(a* b* c*) near/3 (a* b* c*)");

    assertThat(kinds(result)).contains(Notice.Kind.OVER_BUDGET);
  }

  @Test
  void respellsWholeWordsOnly() {
    index.add(article("a", "The lead of the Russian party").build());

    assertThat(typed("lead:party OR leadd OR lea").didYouMean())
        .contains("lead:party OR lead OR lead");
    SearchResult zone = typed("headline:rusian");
    assertThat(zone.didYouMean()).contains("headline:russian");
    assertThat(zone.notices().getFirst().start()).isEqualTo(9);
  }

  @Test
  void readsEveryPageAsTheFirst() {
    for (int i = 0; i < 8; i++) {
      index.add(
          article("a" + i, "Phone " + i)
              .tag(Tag.of(Facet.ORGANISATION, "Apple Inc").withAliases("Apple"))
              .build());
    }
    Search search = Search.typed("organisation:Apple").limit(4);
    SearchResult first = index.search(search.withPages());
    index.add(article("fruit", "Fruit").organisation("Apple").build());

    SearchResult second = index.search(search.after(first.next().orElseThrow()));

    assertThat(second.ids()).hasSize(4).doesNotContainAnyElementsOf(first.ids());
  }

  @Test
  void explainsAndSuggestsWhateverWasTyped() {
    addInFiveLanguages();
    index.close();
    index =
        ArticleIndex.inMemory(
            IndexSettings.defaults().withBudget(Budget.defaults().withExpansions(3).withTerms(10)));
    for (int i = 0; i < 10; i++) {
      index.add(article("a" + i, "cable" + i).build());
    }

    assertThat(index.explainMiss("a9", Search.typed("cable* football"))).isNotEmpty();
    assertThat(index.suggest("c ".repeat(15) + "cable", Search.of(Query.everything()), 10))
        .isEmpty();
  }

  @Test
  void refusesAFacetThatNoArticleHas() {
    index.add(article("a", "A").build());
    Query query = Query.words("a").and(Query.about(Facet.named("industry"), "x"));

    assertThatThrownBy(() -> index.search(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no article of this index has a tag of the facet industry");
  }

  @Test
  void everyIndexHasABudgetOfItsOwn() {
    try (ArticleIndex small =
        ArticleIndex.inMemory(
            IndexSettings.defaults().withBudget(Budget.defaults().withTerms(2)))) {
      Query three = Query.words("a").or(Query.words("b")).or(Query.words("c"));

      assertThatThrownBy(() -> small.search(three)).isInstanceOf(BudgetExceeded.class);
      assertThat(index.search(three).ids()).isEmpty();
      assertThat(kinds(small.search(Search.typed("a OR b OR c"))))
          .contains(Notice.Kind.OVER_BUDGET);
    }
  }

  @Test
  void readsLessOfATextThatIsTooMuchInThisIndex() {
    for (String language : List.of("en", "de", "fr", "zh", "")) {
      index.add(Article.builder(language + "-1").language(language).headline("w1 网络").build());
    }
    StringBuilder words = new StringBuilder();
    for (int i = 1; i < 900; i++) {
      words.append("w").append(i).append(' ');
    }

    SearchResult result = typed(words.toString());
    SearchResult cjk = typed("网络".repeat(2_000));

    assertThat(result.total()).isEqualTo(new Total.Exact(5));
    assertThat(kinds(result)).contains(Notice.Kind.NOT_ALL_WORDS);
    assertThat(kinds(cjk)).contains(Notice.Kind.OVER_BUDGET);
    assertThatThrownBy(() -> index.search(Query.words("网络".repeat(2_000))))
        .isInstanceOf(BudgetExceeded.class);
  }

  @Test
  void findsArticlesLikeAnother() {
    List<Article> articles = new ArrayList<>();
    articles.add(
        article("auction", "Regulator sets date for spectrum auction")
            .body("Operators may bid for spectrum licences; the regulator published the rules.")
            .build());
    articles.add(
        article("like", "Spectrum auction raises less than hoped")
            .body("The regulator blamed the rules; operators bid for few licences.")
            .build());
    articles.add(article("other", "Cable cut").body("A ship's anchor was to blame.").build());
    articles.add(article("other too", "Football").body("The date of the final was set.").build());
    index.addAll(articles);

    assertThat(index.search(Query.like("auction")).ids()).containsExactly("like");
    assertThat(typed("like:auction").ids()).containsExactly("like");
    assertThat(typed("like:nothing").ids()).isEmpty();
  }
}
