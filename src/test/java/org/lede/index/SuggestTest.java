package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.Search;
import org.lede.search.Suggestion;
import org.lede.search.Suggestion.Kind;

class SuggestTest {
  private static final ArticleIndex INDEX = ArticleIndex.inMemory();
  private static final Search ALL = Search.of(Query.everything());

  @BeforeAll
  static void addArticles() {
    add("1", "Vodafone sells its towers", "2024-01-01T00:00:00Z", "Vodafone", "DE");
    add("2", "Regulator visits Volgograd", "2024-01-02T00:00:00Z", "Roskomnadzor", "RU");
    add("3", "Vodafone sells its towers", "2024-01-03T00:00:00Z", "Vodafone", "DE");
    add("4", "Internet outage in Iran", "2024-01-04T00:00:00Z", "Roskomnadzor", "IR");
  }

  private static void add(String id, String headline, String time, String company, String code) {
    INDEX.add(
        Article.builder(id)
            .language("en")
            .headline(headline)
            .published(Instant.parse(time))
            .organisation(company)
            .country(code)
            .topic("internet/outage")
            .build());
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  @Test
  void completesFromOrganisationsAndHeadlines() {
    assertThat(INDEX.suggest("vo", ALL, 10))
        .containsExactly(
            new Suggestion(Kind.ORGANISATION, "organisation:\"Vodafone\"", "Vodafone", 2),
            new Suggestion(
                Kind.HEADLINE,
                "headline:\"Vodafone sells its towers\"",
                "Vodafone sells its towers",
                2),
            new Suggestion(
                Kind.HEADLINE,
                "headline:\"Regulator visits Volgograd\"",
                "Regulator visits Volgograd",
                1));
  }

  @Test
  void completesCountriesAndTopics() {
    assertThat(INDEX.suggest("ira", ALL, 1))
        .containsExactly(new Suggestion(Kind.COUNTRY, "country:\"IR\"", "Iran", 1));
    assertThat(INDEX.suggest("outag", ALL, 1))
        .containsExactly(
            new Suggestion(Kind.TOPIC, "topic:\"internet/outage\"", "internet/outage", 4));
  }

  @Test
  void putsWhatIsSpeltAlmostSoBehind() {
    assertThat(INDEX.suggest("vodafnoe", ALL, 10))
        .containsExactly(
            new Suggestion(Kind.ORGANISATION, "organisation:\"Vodafone\"", "Vodafone", 2));
  }

  @Test
  void staysWithinASelection() {
    Search russia = ALL.selected(Facet.COUNTRY, "RU");

    assertThat(INDEX.suggest("vo", russia, 10))
        .extracting(Suggestion::label)
        .containsExactly("Regulator visits Volgograd");
    assertThat(INDEX.suggest("iran", russia, 10)).isEmpty();
    assertThat(INDEX.suggest("outage", russia, 10)).extracting(Suggestion::count).containsOnly(1L);
  }

  @Test
  void everySuggestionFindsWhatItSays() {
    for (String typed : List.of("vo", "i", "re", "towers vod", "internet")) {
      for (Suggestion suggestion : INDEX.suggest(typed, ALL, 10)) {
        assertThat(INDEX.search(Search.typed(suggestion.text()).withExactTotal()).total().count())
            .as(suggestion.toString())
            .isEqualTo(suggestion.count());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "?!", "\"", "(", "*", "\ud800", "x:y", "a\0b"})
  void answersWhateverIsTyped(String typed) {
    assertThat(INDEX.suggest(typed, ALL, 10)).isEmpty();
  }

  @Test
  void refusesALimitOutOfRange() {
    assertThatThrownBy(() -> INDEX.suggest("vo", ALL, 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of suggestions must be from 0 to 100, but is 101");
  }
}
