package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Hit;
import org.lede.search.Ranking;
import org.lede.search.Search;
import org.lede.search.Total;

class RankingTest {
  private static final Instant NOW = NaiveRanking.NOW;
  private static final Ranking TEXT = Ranking.textOnly();

  private final ArticleIndex index =
      ArticleIndex.inMemory(IndexSettings.defaults().withClock(() -> NOW));

  @AfterEach
  void close() {
    index.close();
  }

  // what stands where

  @Test
  void headlineOutranksBody() {
    index.add(article("body").headline("Ministers meet").body("blackout in the north").build());
    index.add(article("headline").headline("blackout north").body("Ministers meet in the").build());

    assertThat(ids("blackout", TEXT.withHeadline(0.25))).containsExactly("headline", "body");
    assertThat(ids("blackout", TEXT)).containsExactly("body", "headline");
  }

  @Test
  void aPhraseInTheHeadlineCountsMore() {
    index.add(article("a").headline("north").body("internet blackout").build());
    index.add(article("b").headline("internet blackout").body("north").build());
    Search search = Search.of(Query.phrase("internet blackout"));

    assertThat(index.search(search.ranking(TEXT)).ids()).containsExactly("a", "b");
    assertThat(index.search(search).ids()).containsExactly("b", "a");
  }

  @Test
  void openingOutranksTheRest() {
    String filler = "word ".repeat(40);
    index.add(article("late").body(filler + "blackout").build());
    index.add(article("lead").lead("A blackout").body(filler.substring(5)).build());

    assertThat(ids("blackout", TEXT.withOpening(0.2))).containsExactly("lead", "late");
    assertThat(ids("blackout", TEXT)).containsExactly("late", "lead");
  }

  @Test
  void theOpeningHasThirtyWords() {
    index.add(article("29").body("word ".repeat(29) + "blackout").build());
    index.add(article("30").body("word ".repeat(30) + "blackout").build());

    double text = 2 * scores("blackout", TEXT).getFirst();
    List<Double> scores = scores("blackout", TEXT.withOpening(100));
    assertThat(scores.getFirst()).isGreaterThan(text);
    assertThat(scores.getLast()).isLessThan(text);
    assertThat(ids("blackout", TEXT.withOpening(100))).containsExactly("29", "30");
  }

  @Test
  void neighboursOutrankStrangers() {
    index.add(article("apart").body("spectrum was sold at an auction").build());
    index.add(article("next").body("at an auction spectrum was sold").build());

    assertThat(ids("spectrum auction", TEXT)).containsExactly("apart", "next");
    assertThat(ids("spectrum auction", TEXT.withCloseness(0.5))).containsExactly("next", "apart");
  }

  @Test
  void functionWordsKeepNoNeighboursApart() {
    index.add(article("apart").body("state and then, later, union").build());
    index.add(article("next").body("then, and later, union state").build());

    assertThat(ids("state of the union", Ranking.defaults())).isEmpty();
    assertThat(anyIds("state of the union", TEXT.withCloseness(0.5)))
        .containsExactly("next", "apart");
  }

  @Test
  void closenessIsBoundedHoweverOftenNeighboursStandTogether() {
    index.add(article("a").body("internet blackout ".repeat(1_000)).build());
    double rarity = Math.log(1 + 0.5 / 1.5);

    double closeness =
        scores("internet blackout", TEXT.withCloseness(2)).getFirst()
            - scores("internet blackout", TEXT).getFirst();
    assertThat(closeness).isLessThanOrEqualTo(2 * rarity).isCloseTo(2 * rarity, within(1e-3));
  }

  // function words

  @Test
  void functionWordsMatterLess() {
    index.add(article("function").body("about about blackout").build());
    index.add(article("content").body("about Tehran blackout").build());
    index.add(article("x").body("Tehran once more").build());

    assertThat(anyIds("about tehran", TEXT.withFunctionWords(0.25))).startsWith("content");
    assertThat(scores("about", TEXT.withFunctionWords(0.25)).getFirst())
        .isCloseTo(0.25 * scores("about", TEXT).getFirst(), within(1e-6));
  }

  @Test
  void functionWordsThatCountNothingMustStillBeThere() {
    index.add(article("with").body("The blackout").build());
    index.add(article("without").body("A blackout").build());
    Ranking nothing = TEXT.withFunctionWords(0);

    assertThat(ids("the blackout", nothing)).containsExactly("with");
    assertThat(ids("the", nothing)).containsExactly("with");
    assertThat(anyIds("the", nothing)).containsExactly("with");
    assertThat(scores("the", nothing)).containsExactly(0.0);
    assertThat(index.search(Search.of(Query.phrase("the blackout")).ranking(nothing)).ids())
        .containsExactly("with");
  }

  @Test
  void everyLanguageThatHasAnAnalysisHasFunctionWords() {
    try (TextAnalysis analysis = new TextAnalysis()) {
      Set<String> with =
          Languages.all().stream()
              .filter(language -> !FunctionWords.analysed(language, analysis).isEmpty())
              .collect(Collectors.toSet());

      assertThat(with).hasSize(Languages.all().size() - 1).doesNotContain(Languages.OTHER);
    }
  }

  // age and source

  @Test
  void newerOutranksOlder() {
    index.add(article("old").body("blackout").published(daysAgo(60)).build());
    index.add(article("new").body("blackout again").published(daysAgo(1)).build());
    Ranking recent = TEXT.withRecency(1, Duration.ofDays(30));

    assertThat(ids("blackout", TEXT)).containsExactly("old", "new");
    assertThat(ids("blackout", recent)).containsExactly("new", "old");
  }

  @Test
  void recencyHalvesWithTheHalfLifeAndIsWholeInTheFuture() {
    index.add(article("now").published(NOW).build());
    index.add(article("thirty days").published(daysAgo(30)).build());
    index.add(article("tomorrow").published(daysAgo(-1)).build());
    index.add(article("undated").build());

    List<Hit> hits =
        index
            .search(Search.of(Query.everything()).ranking(TEXT.withRecency(2, Duration.ofDays(30))))
            .hits();
    assertThat(hits.stream().map(Hit::id))
        .containsExactly("now", "tomorrow", "thirty days", "undated");
    assertThat(hits.stream().map(Hit::score)).containsExactly(2f, 2f, 1f, 0f);
  }

  @Test
  void aPreferredSourceComesFirst() {
    index.add(article("other").body("blackout").source("Gazette").build());
    index.add(article("wire").body("A long text on a blackout").source("Wire").build());
    Ranking preferring = Ranking.defaults().withSource(" Wire ", 3);

    assertThat(ids("blackout", Ranking.defaults())).containsExactly("other", "wire");
    assertThat(ids("blackout", preferring)).containsExactly("wire", "other");
    assertThat(preferring.sources()).containsOnlyKeys("Wire");
  }

  // the whole

  @Test
  void textOnlyEqualsBm25() {
    index.add(article("a").headline("blackout").body("internet blackout the").build());
    index.add(article("b").body("the internet").build());
    double rarity = Math.log(1 + 1.5 / 1.5);
    double length = 4 / 3.0;

    assertThat(scores("blackout", TEXT).getFirst())
        .isCloseTo(rarity * 2 / (2 + 1.2 * (0.25 + 0.75 * length)), within(1e-6));
  }

  @Test
  void rankingChangesNeitherWhatIsFoundNorItsCounts() {
    index.add(article("a").headline("blackout").body("north").source("Wire").build());
    index.add(article("b").body("blackout north").source("Wire").build());
    Search search = Search.of(Query.words("blackout").and(Query.not(Query.words("south"))));

    assertThat(index.search(search.withExactTotal()).total()).isEqualTo(new Total.Exact(2));
    assertThat(index.search(search.oldestFirst()).ids()).containsExactly("a", "b");
    assertThat(index.search(search.limit(0)).hits()).isEmpty();
  }

  @Test
  void articlesThatHoldMostOfWhatWasTypedAreRankedTheSame() {
    index.add(article("body").headline("north").body("internet blackout word").build());
    index.add(article("headline").headline("internet blackout").body("north word").build());

    assertThat(index.search(Search.typed("internet blackout tehran")).ids())
        .containsExactly("headline", "body");
    assertThat(index.search(Search.typed("internet blackout tehran").ranking(TEXT)).ids())
        .containsExactly("body", "headline");
  }

  @Test
  void repeatedWordsCountAsOftenAsTheyStand() {
    index.add(article("a").headline("blackout").body("blackout").build());

    assertThat(scores("blackout blackout", Ranking.defaults()).getFirst())
        .isCloseTo(2 * scores("blackout", Ranking.defaults()).getFirst(), within(1e-6));
  }

  /** Lucene takes 1,024 clauses: words, headlines and openings fit here, but closeness does not. */
  @Test
  void leavesOutPartsForWhichThereIsNoRoom() {
    NaiveIndex naive = new NaiveIndex();
    for (int i = 0; i < 330; i += 3) {
      Article article =
          article("article" + i).headline("w" + i).body("w" + (i + 1) + " w" + (i + 2)).build();
      index.add(article);
      naive.add(article);
    }
    for (int words : List.of(200, 260, 300, 340, 400, 510)) {
      String text =
          IntStream.range(0, words).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
      Search search = Search.of(Query.anyWord(text)).limit(500);

      new Agreement(index, naive, true).check(search);
      new Agreement(index, naive, true)
          .check(search.ranking(Ranking.defaults().withHeadline(0).withOpening(0)));
    }
  }

  @Test
  void refusesWeightsThatAreOutOfRange() {
    assertThatThrownBy(() -> TEXT.withHeadline(-1))
        .hasMessage("the weight of headline must be from 0 to 100.0, but is -1.0");
    assertThatThrownBy(() -> TEXT.withOpening(101)).hasMessageContaining("opening");
    assertThatThrownBy(() -> TEXT.withCloseness(Double.NaN)).hasMessageContaining("closeness");
    assertThatThrownBy(() -> TEXT.withFunctionWords(1.5))
        .hasMessage("the weight of function words must be from 0 to 1.0, but is 1.5");
    assertThatThrownBy(() -> TEXT.withRecency(1, Duration.ZERO)).hasMessageContaining("half-life");
    assertThatThrownBy(() -> TEXT.withSource("Wire", 1_000)).hasMessageContaining("source Wire");
  }

  private static Article.Builder article(String id) {
    return Article.builder(id).language("en");
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private List<String> ids(String words, Ranking ranking) {
    return index.search(Search.of(Query.words(words)).ranking(ranking)).ids();
  }

  private List<String> anyIds(String words, Ranking ranking) {
    return index.search(Search.of(Query.anyWord(words)).ranking(ranking)).ids();
  }

  private List<Double> scores(String words, Ranking ranking) {
    return index.search(Search.of(Query.words(words)).ranking(ranking)).hits().stream()
        .map(hit -> (double) hit.score())
        .toList();
  }
}
