package org.lede.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lede.search.Interval;
import org.lede.search.Timeline;
import org.lede.search.Timeline.Point;
import org.lede.search.TimelineRequest;

/** Counts by time. */
final class NaiveTimeline {
  private NaiveTimeline() {}

  static Timeline of(
      TimelineRequest request, Collection<NaiveArticle> found, Collection<NaiveArticle> all) {
    int undated = found.size() - times(found).size();
    for (Interval interval = request.interval(); ; interval = interval.longer()) {
      NavigableMap<LocalDate, Long> counts = counts(interval, request.zone(), times(found));
      if (counts.isEmpty()) {
        return new Timeline(request.interval(), request.zone(), List.of(), undated);
      }
      LocalDate last = counts.lastKey();
      if (interval.between(counts.firstKey(), last) < Timeline.MAX_POINTS) {
        Map<LocalDate, Long> ofAll = counts(interval, request.zone(), times(all));
        List<Point> points = new ArrayList<>();
        for (LocalDate day = counts.firstKey(); !day.isAfter(last); day = interval.plus(day, 1)) {
          long count = counts.getOrDefault(day, 0L);
          double share = count == 0 ? 0 : (double) count / ofAll.getOrDefault(day, 0L);
          points.add(new Point(day, count, share));
        }
        return new Timeline(interval, request.zone(), points, undated);
      }
    }
  }

  private static List<Instant> times(Collection<NaiveArticle> articles) {
    return articles.stream()
        .map(article -> article.article().published())
        .flatMap(Optional::stream)
        .toList();
  }

  private static NavigableMap<LocalDate, Long> counts(
      Interval interval, ZoneId zone, List<Instant> times) {
    return times.stream()
        .collect(
            Collectors.groupingBy(
                time -> interval.startOf(day(time, zone)), TreeMap::new, Collectors.counting()));
  }

  /**
   * Returns the last day that has begun, which is another than the clock shows if that went back.
   */
  private static LocalDate day(Instant time, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(time, zone).plusDays(3);
    while (day.atStartOfDay(zone).toInstant().isAfter(time)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
