package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.search.Completeness;
import org.lede.search.Completeness.Stage;
import org.lede.search.FacetCounts;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;

class DeadlineTest {
  private static final int ARTICLES =
      6_000; // more than are looked at between two looks at the clock

  /** A clock that stands still until it was looked at some times; then a day has passed. */
  private static final class Clock {
    private final AtomicLong looks = new AtomicLong();
    private volatile long patience = Long.MAX_VALUE;

    long nanos() {
      return looks.incrementAndGet() > patience ? Duration.ofDays(1).toNanos() : 0;
    }

    void allow(long more) {
      looks.set(0);
      patience = more;
    }
  }

  private static ArticleIndex index(Clock clock, IndexSettings settings) {
    ArticleIndex index = ArticleIndex.inMemory(settings, clock::nanos);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(
          Article.builder("a" + i)
              .language("en")
              .headline("Cable cut " + i)
              .body(i % 100 == 0 ? "The cable was an old cable." : "An anchor was to blame.")
              .country("EG")
              .published(java.time.Instant.ofEpochSecond(i * 10_000L))
              .build());
      if (i % 2_500 == 0) { // so that there are several segments
        index.addAll(articles);
        articles.clear();
        index.refresh();
      }
    }
    index.addAll(articles);
    return index;
  }

  private static final Search SEARCH =
      Search.typed("cabl* near/5 old")
          .selected(Facet.COUNTRY, "EG")
          .facets(Facet.COUNTRY)
          .timeline(Interval.MONTH)
          .snippets(2, 100)
          .withMatches()
          .deadline(Duration.ofSeconds(1));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyStageLooksAtTheClockAndReturnsWhatWasFound(boolean parallel) {
    Clock clock = new Clock();
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        ArticleIndex index =
            index(
                clock,
                parallel
                    ? IndexSettings.defaults().withExecutor(threads)
                    : IndexSettings.defaults())) {
      SearchResult whole = index.search(SEARCH);
      long looks = clock.looks.get();
      assertThat(whole.completeness()).isEqualTo(new Completeness.Complete());

      Set<Stage> seen = EnumSet.noneOf(Stage.class);
      for (long patience = 0; patience <= looks; patience++) {
        clock.allow(patience);
        SearchResult result = index.search(SEARCH);
        if (result.completeness() instanceof Completeness.Partial(var stage)) {
          seen.add(stage);
          checkPartial(result, whole, stage);
        }
      }

      assertThat(seen).containsExactlyInAnyOrder(Stage.values());
    }
  }

  private static void checkPartial(SearchResult result, SearchResult whole, Stage stage) {
    assertThat(result.total().count()).isLessThanOrEqualTo(whole.total().count());
    if (stage.compareTo(Stage.HITS) > 0 && stage != Stage.ARTICLES) {
      assertThat(result.ids()).as("hits when the time was up in %s", stage).isEqualTo(whole.ids());
    }
    for (FacetCounts counts : result.facets()) {
      assertThat(counts.count("EG")).isLessThanOrEqualTo(whole.facet(Facet.COUNTRY).count("EG"));
    }
    if (stage.compareTo(Stage.COUNTS) > 0) {
      assertThat(result.facets()).isEqualTo(whole.facets());
    }
  }

  @Test
  void findsTheSameOnSeveralThreads() {
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        ArticleIndex alone = index(new Clock(), IndexSettings.defaults());
        ArticleIndex together =
            index(new Clock(), IndexSettings.defaults().withExecutor(threads))) {
      for (String typed : List.of("cable", "cut 17", "*", "\"old cable\"", "anchor OR 2500")) {
        Search plain = Search.typed(typed).facets(Facet.COUNTRY).limit(50);
        for (Search search :
            List.of(
                plain,
                plain.newestFirst().timeline(Interval.MONTH),
                plain.selected(Facet.COUNTRY, "EG"))) {
          SearchResult expected = alone.search(search);
          SearchResult found = together.search(search);

          assertThat(found.hits()).as(typed).isEqualTo(expected.hits());
          assertThat(found.total()).as(typed).isEqualTo(expected.total());
          assertThat(found.facets()).as(typed).isEqualTo(expected.facets());
        }
      }
    }
  }
}
