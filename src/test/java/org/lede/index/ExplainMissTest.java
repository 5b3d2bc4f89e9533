package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lede.query.Query.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.query.Query.Published;
import org.lede.query.Zone;
import org.lede.search.Miss;
import org.lede.search.Miss.From;
import org.lede.search.Search;

class ExplainMissTest {
  private static final ArticleIndex INDEX = ArticleIndex.inMemory();

  @BeforeAll
  static void addArticles() {
    INDEX.add(
        Article.builder("cable")
            .language("en")
            .headline("Undersea cable cut")
            .body("Operators blame an anchor. Football was interrupted.")
            .country("EG")
            .country("IR", 0.2)
            .published(Instant.parse("2024-02-24T10:00:00Z"))
            .build());
    for (int i = 0; i < 3; i++) {
      INDEX.add(
          Article.builder("better" + i).language("en").headline("Anchor, anchor, anchor").build());
    }
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static List<Miss> misses(Search search) {
    return INDEX.explainMiss("cable", search);
  }

  @Test
  void tellsWhichWordsAreMissing() {
    assertThat(misses(Search.of(words("undersea cables repaired twice"))))
        .containsExactly(
            new Miss.Unmatched(words("repaired"), From.QUERY),
            new Miss.Unmatched(words("twice"), From.QUERY));
  }

  @Test
  void tellsWhichClauseOfSeveralIsNotMatched() {
    Query query =
        words("cable")
            .and(Query.in(Zone.HEADLINE, "anchor"))
            .and(Query.phrase("an anchor"))
            .and(words("x").or(words("y")))
            .andNot(words("football"));

    assertThat(misses(Search.of(query)))
        .containsExactly(
            new Miss.Unmatched(Query.in(Zone.HEADLINE, "anchor"), From.QUERY),
            new Miss.Unmatched(words("x").or(words("y")), From.QUERY),
            new Miss.Excluded(words("football"), From.QUERY));
  }

  @Test
  void tellsThatADateKeepsItOut() {
    Published span = Published.since(LocalDate.parse("2024-03-01"));

    assertThat(misses(Search.of(words("cable")).published(span)))
        .containsExactly(
            new Miss.OutOfTime(
                span, Optional.of(Instant.parse("2024-02-24T10:00:00Z")), From.FILTER));
  }

  @Test
  void tellsThatASelectionKeepsItOut() {
    assertThat(misses(Search.of(words("cable")).selected(Facet.COUNTRY, "IR", "RU")))
        .containsExactly(new Miss.NotSelected(Facet.COUNTRY, Set.of("IR", "RU"), Set.of("EG")));
  }

  @Test
  void tellsItsRank() {
    assertThat(misses(Search.of(words("anchor")).limit(2)))
        .containsExactly(new Miss.RankedLower(4, 2));
    assertThat(misses(Search.of(words("anchor")))).isEmpty();
  }

  @Test
  void tellsThatThereIsNoSuchArticle() {
    assertThat(INDEX.explainMiss("nowhere", Search.of(words("anchor"))))
        .containsExactly(new Miss.NoSuchArticle("nowhere"));
  }

  @Test
  void explainsWhatWasTyped() {
    List<Miss> misses = misses(Search.typed("cable country:Iran -football"));

    assertThat(Miss.text(misses))
        .isEqualTo(
            """
            it does not match country:"IR" of the query
            it matches football, which the query excludes\
            """);
    assertThat(Miss.text(misses(Search.typed("cable"))))
        .isEqualTo("it is found, and among the hits returned");
  }
}
