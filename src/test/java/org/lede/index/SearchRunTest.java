package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lede.Facet.COUNTRY;
import static org.lede.Facet.ORGANISATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Completeness.Complete;
import org.lede.search.Completeness.Partial;
import org.lede.search.Completeness.Stage;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Timeline.Point;
import org.lede.search.Total;

/** What is returned when the deadline comes, at each moment when the clock is looked at. */
class SearchRunTest {
  private static final Search SEARCH =
      Search.of(Query.words("cable"))
          .selected(COUNTRY, "IR")
          .facets(COUNTRY, ORGANISATION)
          .timeline(Interval.DAY);

  /** A clock on which every look takes a nanosecond. */
  private final AtomicLong clock = new AtomicLong();

  private final ArticleIndex index =
      ArticleIndex.inMemory(IndexSettings.defaults(), clock::incrementAndGet);

  @BeforeEach
  void addArticlesInSegmentsOfTheirOwn() {
    for (int day = 1; day <= 4; day++) {
      index.add(article("iran " + day, day).country("IR").organisation("ITU").build());
      index.add(article("sudan " + day, day).country("SD").build());
      assertThat(index.size()).isEqualTo(2L * day); // refreshes, which makes a segment
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void handsOverWhatItHasWheneverTheDeadlineComes() {
    SearchResult whole = index.search(SEARCH);
    List<SearchResult> partial = partialResults();

    assertThat(partial.stream().map(SearchRunTest::stage).distinct())
        .containsExactly(Stage.QUERY, Stage.HITS, Stage.COUNTS, Stage.TIMELINE);
    for (SearchResult result : partial) {
      assertThat(result.total().count()).isBetween(0L, whole.total().count());
      assertThat(result.facets()).hasSize(2);
      assertThat(result.facet(COUNTRY).count("IR")).isBetween(0L, 4L);
      assertThat(result.facet(COUNTRY).values()).contains(value(result, "IR"));
      assertThat(points(result)).isBetween(0L, points(whole));
    }
  }

  @Test
  void hasTheHitsOnceTheyAreFound() {
    List<String> ids = index.search(SEARCH).ids();

    assertThat(partialResults())
        .filteredOn(result -> stage(result).compareTo(Stage.HITS) > 0)
        .isNotEmpty()
        .allMatch(result -> result.ids().equals(ids));
  }

  @Test
  void countsWhatThereIsTimeFor() {
    assertThat(partialResults())
        .filteredOn(result -> stage(result) == Stage.COUNTS)
        .extracting(result -> result.facet(COUNTRY).count("IR"))
        .contains(0L, 1L, 2L, 3L)
        .isSorted();
    assertThat(partialResults())
        .filteredOn(result -> stage(result) == Stage.TIMELINE)
        .isNotEmpty()
        .allMatch(result -> result.facets().equals(index.search(SEARCH).facets()))
        .allMatch(result -> result.total().equals(new Total.Exact(4)))
        .extracting(SearchRunTest::points)
        .contains(0L, 1L, 2L, 3L)
        .isSorted();
  }

  @Test
  void countsWhatThereIsTimeForWhileTimesAreUnknown() {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    SearchResult result = afterRefresh(1);
    for (int looks = 2; !(result.completeness() instanceof Complete); looks++) {
      stages.add(stage(result));
      assertThat(points(result)).isBetween(0L, 4L);
      result = afterRefresh(looks);
    }

    assertThat(stages).contains(Stage.TIMELINE);
    assertThat(points(result)).isEqualTo(4);
    assertThat(result.timeline()).isEqualTo(index.search(SEARCH).timeline());
  }

  /** Searches when it has to be found out anew when the articles were published. */
  private SearchResult afterRefresh(int looks) {
    index.add(Article.builder("other").body("No " + looks).build());
    index.refresh();
    return result(looks);
  }

  @Test
  void isPartialFromTheStartIfThereIsNoTime() {
    SearchResult result = index.search(SEARCH.deadline(Duration.ofNanos(1)));

    assertThat(result.completeness()).isEqualTo(new Partial(Stage.QUERY));
    assertThat(result.total()).isEqualTo(new Total.AtLeast(0));
    assertThat(result.facet(COUNTRY).values()).containsExactly(new Value("IR", "Iran", 0, true));
    assertThat(result.timeline().points()).isEmpty();
  }

  /** Returns the results with a deadline at each look at the clock, until one is complete. */
  private List<SearchResult> partialResults() {
    List<SearchResult> partial = new ArrayList<>();
    SearchResult result = result(1);
    while (!(result.completeness() instanceof Complete)) {
      partial.add(result);
      result = result(partial.size() + 1);
    }
    assertThat(result.facets()).isEqualTo(index.search(SEARCH).facets());
    assertThat(result.timeline()).isEqualTo(index.search(SEARCH).timeline());
    assertThat(result.ids()).isEqualTo(index.search(SEARCH).ids());
    return partial;
  }

  private SearchResult result(int looks) {
    return index.search(SEARCH.deadline(Duration.ofNanos(looks)));
  }

  private static Stage stage(SearchResult result) {
    return ((Partial) result.completeness()).stage();
  }

  private static long points(SearchResult result) {
    return result.timeline().points().stream().mapToLong(Point::count).sum();
  }

  private static Value value(SearchResult result, String country) {
    return new Value(country, "Iran", result.facet(COUNTRY).count(country), true);
  }

  private static Article.Builder article(String id, int day) {
    return Article.builder(id)
        .body("A cable was cut.")
        .published(Instant.parse("2023-08-0%dT12:00:00Z".formatted(day)));
  }
}
