package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lede.Facet.COUNTRY;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.query.Zone;
import org.lede.search.Completeness;
import org.lede.search.Hit;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;
import org.lede.search.Snippet.Span;
import org.lede.search.SnippetRenderer;

/** What of an article is shown, and what of that is marked. */
class SnippetsTest {
  private static final String FILLER = "Nothing of note happened on that day in any of the towns. ";

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void showsTheHeadlineAndTheBestSentence() {
    Article article =
        article()
            .headline("Blackout in the north")
            .body(FILLER + "An internet blackout began. " + FILLER)
            .build();

    assertThat(snippets(article, Query.phrase("internet blackout"), 1, 30))
        .containsExactly("HEADLINE Blackout in the north", "BODY An [internet blackout] began.");
  }

  @Test
  void marksAPhraseAsOneWithItsWords() {
    index.add(article().lead("An internet blackout began.").build());

    Snippet snippet = found(Query.phrase("internet blackout"), 1, 100).snippets().getFirst();

    assertThat(snippet)
        .isEqualTo(
            new Snippet(
                Zone.Part.LEAD,
                0,
                "An internet blackout began.",
                List.of(new Span(3, 20, List.of(word(3, 11), word(12, 20))))));
  }

  @Test
  void marksOfALoosePhraseWhatLiesBetweenItsWordsOnlyInThePhrase() {
    index.add(article().lead("The blackout in Iran began.").build());

    Snippet snippet = found(Query.phrase("blackout iran", 1), 1, 100).snippets().getFirst();

    assertThat(snippet.spans())
        .containsExactly(new Span(4, 20, List.of(word(4, 12), word(16, 20))));
  }

  @Test
  void marksOnlyTheWordsOfWhatIsNearOrInTheSameSentence() {
    Article article =
        article()
            .lead("A regulator, they say, ended the blackout. Another regulator slept.")
            .build();

    Query near = Query.before(Query.words("regulator"), Query.words("blackout"), 5);
    Query same = Query.sameSentence(Query.words("regulator"), Query.words("blackout"));

    assertThat(snippets(article, near, 1, 100))
        .containsExactly(
            "LEAD A [regulator], they say, ended the [blackout]. Another regulator slept.");
    assertThat(snippets(article, same, 1, 100))
        .containsExactly(
            "LEAD A [regulator], they say, ended the [blackout]. Another regulator slept.");
  }

  @Test
  void marksAPhraseThatIsNearSomethingAsAPhrase() {
    Article article = article().lead("The single register of the regulator.").build();
    Query near = Query.near(Query.phrase("single register"), Query.words("regulator"), 3);

    assertThat(snippets(article, near, 1, 100))
        .containsExactly("LEAD The [single register] of the [regulator].");
  }

  @Test
  void marksNothingOfAPartThatDoesNotMatch() {
    Article article = article().lead("The internet works. No blackout. Iran said so.").build();

    assertThat(
            snippets(
                article,
                Query.anyOf(
                    Query.words("iran"),
                    Query.phrase("internet blackout"),
                    Query.words("internet football"),
                    Query.near(Query.words("works"), Query.words("said"), 2),
                    Query.atLeast(2, Query.words("no"))),
                1,
                100))
        .containsExactly("LEAD The internet works. No blackout. [Iran] said so.");
  }

  @Test
  void marksNothingThatMustNotBeThere() {
    Article article = article().lead("The internet works in Iran.").build();
    Query query = Query.words("iran").andNot(Query.words("internet").and(Query.words("football")));

    assertThat(snippets(article, query, 1, 100))
        .containsExactly("LEAD The internet works in [Iran].");
  }

  @Test
  void marksNothingThatWasOnlyFilteredBy() {
    index.add(article().lead("The internet works in Iran.").build());
    Search search =
        Search.of(Query.words("iran")).filtered(Query.words("internet")).snippets(1, 100);

    assertThat(rendered(index.search(search).hits().getFirst()))
        .containsExactly("LEAD The internet works in [Iran].");
  }

  @Test
  void marksOfTypedWordsThatNoArticleHoldsAllOfThoseThatAreThere() {
    index.add(article().lead("The blackout goes on.").build());
    Search search = Search.typed("blackout zebra").snippets(1, 100);

    assertThat(rendered(index.search(search).hits().getFirst()))
        .containsExactly("LEAD The [blackout] goes on.");
  }

  @Test
  void marksWordsAsTheyAreWritten() {
    Article article = article().lead("Regulators censored vodafone's internet.").build();
    Query query =
        Query.anyOf(
            Query.words("regulator"),
            Query.prefix("cens"),
            Query.fuzzy("vodafon", 1),
            Query.wildcard("*net"));

    assertThat(snippets(article, query, 1, 100))
        .containsExactly("LEAD [Regulators] [censored] [vodafone's] [internet].");
  }

  @Test
  void marksOnlyInTheZoneThatIsNamed() {
    Article article =
        article().headline("Blackout").lead("The blackout.").body("A blackout.").build();

    assertThat(snippets(article, Query.in(Zone.LEAD, "blackout"), 2, 100))
        .containsExactly("HEADLINE Blackout", "LEAD The [blackout].");
    assertThat(snippets(article, Query.in(Zone.first(2), Query.words("blackout")), 2, 100))
        .containsExactly("HEADLINE [Blackout]", "LEAD The blackout.");
  }

  @Test
  void showsTheBylinesIfSomethingInThemIsMarked() {
    Article article = article().lead("By nobody.").bylines(List.of("Ann Lee", "Bo Li")).build();

    assertThat(snippets(article, Query.in(Zone.BYLINE, "lee"), 1, 100))
        .containsExactly("LEAD By nobody.", "BYLINE Ann [Lee], Bo Li");
    assertThat(snippets(article, Query.words("nobody"), 1, 100))
        .containsExactly("LEAD By [nobody].");
  }

  @Test
  void showsOfManyBylinesTheOnesThatFit() {
    Article article =
        article().bylines(List.of("Ann Marie Lee", "Bo Li", "Cy Young-Smith")).build();

    assertThat(snippets(article, Query.in(Zone.BYLINE, "li"), 1, 21))
        .containsExactly("BYLINE Bo [Li], Cy Young-Smith");
  }

  @Test
  void showsTheBeginningIfNothingIsMarked() {
    Article article =
        article().body("One. Two.\n\nThree.").country("Iran").headline("Headline").build();

    assertThat(snippets(article, Query.about(COUNTRY, "Iran"), 3, 100))
        .containsExactly("HEADLINE Headline", "BODY One. Two.");
  }

  @Test
  void showsTheHeadlineOnlyForNoPassages() {
    Article article = article().headline("A blackout").body("A blackout.").build();

    assertThat(snippets(article, Query.words("blackout"), 0, 20))
        .containsExactly("HEADLINE A [blackout]");
  }

  @Test
  void showsWhatTheOtherPassagesDoNot() {
    Article article =
        article()
            .body(
                "Iran, Iran and Iran again.\n\n"
                    + "Iran once more, or Iran.\n\n"
                    + "The blackout.\n\n"
                    + FILLER)
            .build();

    assertThat(snippets(article, Query.words("iran blackout"), 2, 60))
        .containsExactly("BODY [Iran], [Iran] and [Iran] again.", "BODY The [blackout].");
    assertThat(snippets(article, Query.words("iran blackout"), 9, 60)).hasSize(3);
  }

  @Test
  void prefersThePassageWithMostOfWhatWasLookedFor() {
    Article article =
        article().body("Iran, Iran, Iran.\n\nA blackout in Iran.\n\nA blackout.").build();

    assertThat(snippets(article, Query.words("iran blackout"), 1, 60))
        .containsExactly("BODY A [blackout] in [Iran].");
  }

  @Test
  void extendsAPassageBySentencesOfItsParagraphThatFit() {
    Article article = article().body("Zero.\n\nOne. Two here. Three.\n\nFour.").build();

    assertThat(snippets(article, Query.words("here"), 1, 20))
        .containsExactly("BODY Two [here]. Three.");
    assertThat(snippets(article, Query.words("here"), 1, 100))
        .containsExactly("BODY One. Two [here]. Three.");
  }

  @Test
  void cutsALongSentenceAtWordsAroundItsMarks() {
    String words = "lorem ipsum dolor sit amet ".repeat(20);
    Article article = article().body(words + "blackout " + words + "end.").build();

    List<String> snippets = snippets(article, Query.words("blackout"), 1, 60);

    assertThat(snippets)
        .containsExactly("BODY ipsum dolor sit amet [blackout] lorem ipsum dolor sit");
  }

  @Test
  void showsSeveralPlacesOfOneLongSentence() {
    String words = "lorem ipsum dolor sit amet ".repeat(20);
    Article article = article().body(words + "blackout " + words + "Iran " + words).build();

    assertThat(snippets(article, Query.words("blackout iran"), 2, 30))
        .hasSize(2)
        .anySatisfy(snippet -> assertThat(snippet).contains("[blackout]"))
        .anySatisfy(snippet -> assertThat(snippet).contains("[Iran]"));
  }

  @Test
  void keepsThePhraseWholeThatRunsOverTheEndOfASentence() {
    Article article = article().body("Here is the internet. Blackout began.").build();

    assertThat(snippets(article, Query.phrase("internet blackout"), 1, 40))
        .containsExactly("BODY Here is the [internet. Blackout] began.");
    assertThat(snippets(article, Query.phrase("internet blackout"), 1, 20))
        .containsExactly("BODY [internet. Blackout]");
  }

  @Test
  void findsSentencesAsTheLanguageHasThem() {
    Article chinese =
        Article.builder("zh").language("zh").body("互联网中断了。监管机构没有说话。第三句话在这里呢。").build();

    assertThat(snippets(chinese, Query.words("监管机构"), 1, 20))
        .containsExactly("BODY [监管机构]没有说话。第三句话在这里呢。");
  }

  @Test
  void cutsNoCharacterInTwo() {
    Article article = article().body("\uD83D\uDE00".repeat(400)).build();

    for (Snippet snippet : snippetsOf(article, Query.words("\uD83D\uDE00"), 5, 21)) {
      assertThat(Character.isLowSurrogate(snippet.text().charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(snippet.text().charAt(snippet.text().length() - 1)))
          .isFalse();
    }
  }

  @Test
  void givesHostileTextBackAsItIsAndRendersItHarmless() {
    String hostile = "<script>alert('blackout')</script>";
    Article article = article().body(hostile).build();

    Snippet snippet = snippetsOf(article, Query.words("blackout"), 1, 100).getFirst();

    assertThat(snippet.text()).isEqualTo(hostile);
    assertThat(SnippetRenderer.html().render(snippet))
        .isEqualTo("&lt;script&gt;alert(&#39;<mark>blackout</mark>&#39;)&lt;/script&gt;");
  }

  @Test
  void returnsAnArticleWithoutSnippetsIfThereIsNoTimeForMore() {
    AtomicLong clock = new AtomicLong(); // a millisecond passes whenever somebody looks
    Search search = Search.of(Query.words("blackout")).snippets(1, 100).withMatches();

    try (ArticleIndex timed =
        ArticleIndex.inMemory(IndexSettings.defaults(), () -> clock.addAndGet(1_000_000))) {
      timed.add(article().body((FILLER + "Blackout.\n\n").repeat(10_000)).build());
      SearchResult complete = timed.search(search.deadline(Duration.ofDays(1)));
      SearchResult partial = timed.search(search.deadline(Duration.ofMillis(70)));

      assertThat(complete.completeness()).isEqualTo(new Completeness.Complete());
      assertThat(complete.hits().getFirst().snippets()).hasSize(1);
      assertThat(partial.completeness())
          .isEqualTo(new Completeness.Partial(Completeness.Stage.ARTICLES));
      assertThat(partial.hits().getFirst().article().body()).startsWith(FILLER);
      assertThat(partial.hits().getFirst().snippets()).isEmpty();
      assertThat(partial.hits().getFirst().matches()).isEmpty();
    }
  }

  private static Article.Builder article() {
    return Article.builder("a").language("en");
  }

  private static Span word(int start, int end) {
    return new Span(start, end, List.of());
  }

  private Hit found(Query query, int number, int length) {
    return index.search(Search.of(query).snippets(number, length)).hits().getFirst();
  }

  private List<Snippet> snippetsOf(Article article, Query query, int number, int length) {
    index.add(article);
    return found(query, number, length).snippets();
  }

  private List<String> snippets(Article article, Query query, int number, int length) {
    index.add(article);
    return rendered(found(query, number, length));
  }

  private static List<String> rendered(Hit hit) {
    SnippetRenderer renderer = SnippetRenderer.marked("[", "]");
    return hit.snippets().stream()
        .map(snippet -> snippet.zone() + " " + renderer.render(snippet))
        .toList();
  }
}
