package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lede.Facet.COUNTRY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Timeline;
import org.lede.search.Timeline.Point;
import org.lede.search.Total;

class TimelineTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void countsByDayAndFillsTheGaps() {
    add("2023-08-01T00:00:00Z", "2023-08-01T23:59:59.999Z", "2023-08-04T12:00:00Z");

    Timeline timeline = index.search(everything().timeline(Interval.DAY)).timeline();

    assertThat(timeline)
        .isEqualTo(
            new Timeline(
                Interval.DAY,
                ZoneOffset.UTC,
                List.of(
                    point("2023-08-01", 2, 1),
                    point("2023-08-02", 0, 0),
                    point("2023-08-03", 0, 0),
                    point("2023-08-04", 1, 1)),
                0));
  }

  @Test
  void countsByWeekMonthAndYear() {
    add("2023-12-31T12:00:00Z", "2024-01-01T12:00:00Z", "2024-02-01T12:00:00Z");

    assertThat(days(Interval.WEEK))
        .containsExactly(
            "2023-12-25", "2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29");
    assertThat(days(Interval.MONTH)).containsExactly("2023-12-01", "2024-01-01", "2024-02-01");
    assertThat(days(Interval.YEAR)).containsExactly("2023-01-01", "2024-01-01");
  }

  @Test
  void daysBeginAndEndWithThoseOfTheZone() {
    add("2023-08-01T21:59:59Z", "2023-08-01T22:00:00Z");

    assertThat(points(Interval.DAY, BERLIN))
        .containsExactly(point("2023-08-01", 1, 1), point("2023-08-02", 1, 1));
  }

  @Test
  void aDayMayHave23Or25Hours() {
    add("2023-03-25T23:00:00Z", "2023-03-26T21:59:59Z", "2023-03-26T22:00:00Z");
    assertThat(points(Interval.DAY, BERLIN))
        .containsExactly(point("2023-03-26", 2, 1), point("2023-03-27", 1, 1));

    index.removeAll(Query.everything());
    add("2023-10-28T22:00:00Z", "2023-10-29T22:59:59Z", "2023-10-29T23:00:00Z");
    assertThat(points(Interval.DAY, BERLIN))
        .containsExactly(point("2023-10-29", 2, 1), point("2023-10-30", 1, 1));
  }

  @Test
  void aDayBeginsWhereItsMidnightIsSkipped() {
    ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo"); // 2018-11-04 began at one o'clock
    add("2018-11-04T02:59:59Z", "2018-11-04T03:00:00Z");

    assertThat(points(Interval.DAY, saoPaulo))
        .containsExactly(point("2018-11-03", 1, 1), point("2018-11-04", 1, 1));
  }

  @Test
  void aDayThatWasSkippedHasNone() {
    ZoneId samoa = ZoneId.of("Pacific/Apia"); // had no 30 December in 2011
    add("2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z");

    assertThat(points(Interval.DAY, samoa))
        .containsExactly(
            point("2011-12-29", 1, 1), point("2011-12-30", 0, 0), point("2011-12-31", 1, 1));
  }

  @Test
  void anHourThatComesAgainBelongsToTheDayThatHasBegun() {
    ZoneId newfoundland = ZoneId.of("America/St_Johns"); // set its clocks back at 0:01
    add("2010-11-07T02:29:59Z", "2010-11-07T02:30:30Z", "2010-11-07T03:00:00Z");

    assertThat(points(Interval.DAY, newfoundland))
        .containsExactly(point("2010-11-06", 1, 1), point("2010-11-07", 2, 1));
  }

  @Test
  void tellsTheShareOfAllArticlesOfTheSameTime() {
    index.add(dated("1", "2023-08-01T12:00:00Z").country("IR").build());
    index.add(dated("2", "2023-08-01T12:00:00Z").build());
    index.add(dated("3", "2023-08-02T12:00:00Z").build());
    index.add(dated("4", "2023-08-03T12:00:00Z").country("RU").build());
    index.add(dated("5", "2023-08-09T12:00:00Z").build());

    SearchResult result =
        index.search(everything().selected(COUNTRY, "IR", "RU").timeline(Interval.DAY));

    assertThat(result.total()).isEqualTo(new Total.Exact(2));
    assertThat(result.timeline().points())
        .containsExactly(
            point("2023-08-01", 1, 0.5), point("2023-08-02", 0, 0), point("2023-08-03", 1, 1));
  }

  @Test
  void takesNoShareOfWhatWasRemoved() {
    add("2023-08-01T12:00:00Z", "2023-08-01T13:00:00Z");
    index.remove("2023-08-01T13:00:00Z");

    assertThat(points(Interval.DAY, BERLIN)).containsExactly(point("2023-08-01", 1, 1));
  }

  @Test
  void countsTheUndatedApart() {
    index.add(Article.builder("undated").build());
    assertThat(index.search(everything().timeline(Interval.WEEK, BERLIN)).timeline())
        .isEqualTo(new Timeline(Interval.WEEK, BERLIN, List.of(), 1));

    add("2023-08-01T12:00:00Z");
    Timeline timeline = index.search(everything().timeline(Interval.DAY)).timeline();
    assertThat(timeline.points()).containsExactly(point("2023-08-01", 1, 1));
    assertThat(timeline.undated()).isEqualTo(1);
  }

  @Test
  void takesLongerIntervalsWhereThereWouldBeTooManyPoints() {
    add("1990-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
    Timeline century = index.search(everything().timeline(Interval.DAY)).timeline();
    assertThat(century.interval()).isEqualTo(Interval.WEEK);
    assertThat(century.points()).hasSize(1_722);

    ZoneId manila = ZoneId.of("Asia/Manila"); // was behind Greenwich, and is ahead of it now
    add(Article.MIN_PUBLISHED.toString(), Article.MAX_PUBLISHED.toString());
    Timeline all = index.search(everything().timeline(Interval.DAY, manila)).timeline();
    assertThat(all.interval()).isEqualTo(Interval.YEAR);
    assertThat(all.points()).hasSize(Timeline.MAX_POINTS);
    assertThat(all.points().getFirst()).isEqualTo(point("0000-01-01", 1, 1));
    assertThat(all.points().getLast().from()).isEqualTo(LocalDate.of(10_000, 1, 1));
  }

  @Test
  void countsByDayWhereAllArticlesAreInTooManyDays() {
    add("0500-06-01T00:00:00Z", "2023-08-01T00:00:00Z", "2023-08-03T00:00:00Z");
    Search recent = everything().published(Query.Published.since(LocalDate.of(2023, 1, 1)));

    for (int time = 0; time < 2; time++) {
      assertThat(index.search(recent.timeline(Interval.DAY)).timeline().points())
          .containsExactly(
              point("2023-08-01", 1, 1), point("2023-08-02", 0, 0), point("2023-08-03", 1, 1));
      assertThat(index.search(recent.timeline(Interval.YEAR)).timeline().points())
          .containsExactly(point("2023-01-01", 2, 1));
    }
    assertThat(points(Interval.YEAR, BERLIN))
        .hasSize(2023 - 500 + 1)
        .startsWith(point("0500-01-01", 1, 1))
        .endsWith(point("2023-01-01", 2, 1));
  }

  @Test
  void countsByMoreZonesThanAreRemembered() {
    add("2023-08-01T21:59:59Z", "2023-08-01T22:00:00Z");

    for (int hours = -18; hours <= 18; hours++) {
      ZoneId zone = ZoneOffset.ofHours(hours);
      assertThat(points(Interval.DAY, zone)).as("%s", zone).hasSize(hours == 2 ? 2 : 1);
    }
  }

  @Test
  void thereIsNoTimelineUnlessAskedFor() {
    SearchResult result = index.search(everything());

    assertThatThrownBy(result::timeline)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Search.timeline");
  }

  private void add(String... times) {
    for (String time : times) {
      index.add(dated(time, time).build());
    }
  }

  private static Article.Builder dated(String id, String time) {
    return Article.builder(id).published(Instant.parse(time));
  }

  private static Search everything() {
    return Search.of(Query.everything());
  }

  private List<Point> points(Interval interval, ZoneId zone) {
    Search search = everything().timeline(interval, zone);
    List<Point> points = index.search(search).timeline().points();
    assertThat(index.search(search).timeline().points()).as("once all is known").isEqualTo(points);
    return points;
  }

  private List<String> days(Interval interval) {
    return points(interval, ZoneOffset.UTC).stream().map(each -> each.from().toString()).toList();
  }

  private static Point point(String from, long count, double share) {
    return new Point(LocalDate.parse(from), count, share);
  }
}
