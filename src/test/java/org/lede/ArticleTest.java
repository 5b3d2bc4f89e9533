package org.lede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {
  @Test
  void holdsWhatItWasGiven() {
    Article article =
        Article.builder("a")
            .source(" The Wire ")
            .headline("Headline")
            .bylines("One", "Two")
            .language("PT-br")
            .published(Instant.parse("2023-08-14T09:30:00.123456789Z"))
            .country("Iran", 0.9)
            .topic("internet/censorship")
            .build();

    assertThat(article.source()).isEqualTo("The Wire");
    assertThat(article.bylines()).containsExactly("One", "Two");
    assertThat(article.language()).isEqualTo("pt-BR");
    assertThat(article.published()).contains(Instant.parse("2023-08-14T09:30:00.123Z"));
    assertThat(article.tags())
        .containsExactly(
            new Tag(Facet.COUNTRY, "IR", 0.9), new Tag(Facet.TOPIC, "internet/censorship", 1));
    assertThat(article.toBuilder().build()).isEqualTo(article);
    assertThat(article.toBuilder().headline("Other").build()).isNotEqualTo(article);
  }

  @Test
  void isEmptyWhereNothingWasSet() {
    Article article = Article.builder("a").build();

    assertThat(article.headline() + article.lead() + article.body() + article.source()).isEmpty();
    assertThat(article.published()).isEmpty();
    assertThat(article.tags()).isEmpty();
    assertThat(article).hasToString("Article[a, undated, ]");
  }

  @Test
  void keepsTheHigherSalienceOfATagGivenTwice() {
    Article article =
        Article.builder("a").country("IR", 0.2).country("Iran", 0.8).country("IR", 0.5).build();

    assertThat(article.tags()).containsExactly(new Tag(Facet.COUNTRY, "IR", 0.8));
  }

  @Test
  void replacesHalfASurrogatePair() {
    Article article =
        Article.builder("a").headline("x\uD83Dy\uDE00").body("\uD83D\uDE00\uD83D").build();

    assertThat(article.headline()).isEqualTo("x\uFFFDy\uFFFD");
    assertThat(article.body()).isEqualTo("\uD83D\uDE00\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und", " "})
  void knowsNoLanguage(String tag) {
    assertThat(Article.builder("a").language(tag).build().language()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesABlankId(String id) {
    assertThatThrownBy(() -> Article.builder(id)).hasMessageStartingWith("an article needs an id");
  }

  @Test
  void refusesAnIdThatIsNoText() {
    assertThatThrownBy(() -> Article.builder("a\uD83D"))
        .hasMessageContaining("half a surrogate pair");
  }

  @ParameterizedTest
  @CsvSource({
    "headline, 4097, 'headline may have at most 4,096 characters, but has 4,097'",
    "lead, 65537, 'lead may have at most 65,536 characters, but has 65,537'",
    "body, 4000001, 'body may have at most 4,000,000 characters, but has 4,000,001'",
    "url, 8193, 'url may have at most 8,192 characters, but has 8,193'",
    "byline, 513, 'a byline may have at most 512 characters, but has 513'",
  })
  void refusesATextThatIsTooLong(String field, int length, String message) {
    String text = "x".repeat(length);
    Article.Builder article = Article.builder("a");
    Consumer<String> setter =
        switch (field) {
          case "headline" -> article::headline;
          case "lead" -> article::lead;
          case "body" -> article::body;
          case "url" -> article::url;
          default -> article::bylines;
        };

    setter.accept(text.substring(1));
    assertThatThrownBy(() -> setter.accept(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAnIdAndASourceThatAreTooLong() {
    assertThatThrownBy(() -> Article.builder("ä".repeat(257)))
        .hasMessageStartingWith("an article id must have 1 to 512 bytes")
        .hasMessageEndingWith("has 514");
    assertThatThrownBy(() -> Article.builder("a").source("x".repeat(513)))
        .hasMessageStartingWith("source must have 0 to 512 bytes");
  }

  @Test
  void refusesTooManyOfAKind() {
    assertThatThrownBy(() -> Article.builder("a").bylines(Collections.nCopies(101, "x")))
        .hasMessage("an article may have at most 100 bylines, but has 101");
    Article.Builder article = Article.builder("a");
    IntStream.range(0, 1_000).forEach(i -> article.organisation("o" + i));
    article.organisation("o7");
    assertThatThrownBy(() -> article.organisation("one more"))
        .hasMessage("an article may have at most 1,000 tags, but has 1,001");
  }

  @Test
  void refusesATimeOutsideTheCalendar() {
    assertThatThrownBy(() -> Article.builder("a").published(Instant.MAX))
        .hasMessageStartingWith("published must be in the years 1 to 9999");
    assertThat(Article.builder("a").published(Article.MAX_PUBLISHED).build().published())
        .contains(Article.MAX_PUBLISHED);
  }

  @Test
  void refusesALanguageThatIsNoTag() {
    assertThatThrownBy(() -> Article.builder("a").language("in English, please"))
        .hasMessageStartingWith("language must be a tag such as en or pt-BR");
  }
}
