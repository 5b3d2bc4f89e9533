package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lede.Article;

class IndexedArticleTest {
  private static final Article ARTICLE =
      Article.builder("one")
          .headline("Markets")
          .body("Ports rose.\n\nGrain fell.")
          .published(Instant.parse("2024-01-31T23:59:59Z"))
          .topic("trade/grain", 0.5)
          .topic("sport", 0.4)
          .build();

  @Test
  void hasHeadlineAndParagraphsButNoEmptyLead() {
    assertThat(IndexedArticle.of(ARTICLE).text())
        .containsExactly("Markets", "Ports rose.", "Grain fell.");
  }

  @Test
  void isAboutValuesAndWhatStandsAboveThemButNotWhatItOnlyMentions() {
    assertThat(IndexedArticle.of(ARTICLE).about("topic")).containsExactly("trade", "trade/grain");
    assertThat(IndexedArticle.of(ARTICLE).about("country")).isEmpty();
  }

  @Test
  void isOfAMonthInUtc() {
    assertThat(IndexedArticle.month(ARTICLE)).contains("2024-01");
  }
}
