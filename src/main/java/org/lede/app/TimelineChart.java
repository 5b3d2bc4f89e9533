package org.lede.app;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lede.search.Interval;
import org.lede.search.Timeline;
import org.lede.search.Timeline.Point;
import org.lede.search.TimelineRequest;

/** Draws a timeline as a row of bars, with the highest of them in numbers below. */
final class TimelineChart {
  private static final String INDENT = "     ";

  /** How many bars fit between two dates. */
  private static final int BARS =
      Terminal.WIDTH - INDENT.length() - 2 * ("2023-08-14".length() + 1);

  /** How many of the highest are told in numbers. */
  private static final int TOLD = 3;

  private final Terminal terminal;

  TimelineChart(Terminal terminal) {
    this.terminal = terminal;
  }

  void write(TimelineRequest request, Timeline timeline) {
    terminal.line();
    terminal.line(terminal.bold(title(request, timeline)));
    if (timeline.points().isEmpty()) {
      terminal.line(INDENT + "no article with a date");
    } else {
      draw(timeline);
      tellHighest(timeline);
    }
    if (timeline.undated() > 0) {
      terminal.line(INDENT + terminal.faint("%,d without a date".formatted(timeline.undated())));
    }
  }

  private static String title(TimelineRequest request, Timeline timeline) {
    String zone = timeline.zone().equals(ZoneOffset.UTC) ? "" : ", in " + timeline.zone();
    String title = "by " + name(timeline.interval()) + zone;
    return request.interval() == timeline.interval()
        ? title
        : "%s (by %s it would be over %,d)"
            .formatted(title, name(request.interval()), Timeline.MAX_POINTS);
  }

  private void draw(Timeline timeline) {
    List<Point> points = timeline.points();
    int each = Math.ceilDiv(points.size(), BARS);
    List<Long> sums = sums(points, each);
    long highest = sums.stream().mapToLong(Long::longValue).max().orElse(0);
    StringBuilder bars = new StringBuilder();
    sums.forEach(sum -> bars.append(Blocks.standing(sum, Math.max(1, highest))));
    Interval interval = timeline.interval();
    terminal.line(
        "%s%s %s %s"
            .formatted(
                INDENT,
                name(interval, points.getFirst().from()),
                bars,
                name(interval, points.getLast().from())));
    if (each > 1) {
      terminal.line(
          INDENT
              + terminal.faint(
                  "each bar is %d %ss; the highest has %,d"
                      .formatted(each, name(interval), highest)));
    }
  }

  /** Returns the counts, of neighbours together if there are more than fit on a line. */
  private static List<Long> sums(List<Point> points, int each) {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < points.size(); i += each) {
      List<Point> bar = points.subList(i, Math.min(points.size(), i + each));
      sums.add(bar.stream().mapToLong(Point::count).sum());
    }
    return sums;
  }

  private void tellHighest(Timeline timeline) {
    timeline.points().stream()
        .filter(point -> point.count() > 0)
        .sorted(Comparator.comparingLong(Point::count).reversed())
        .limit(TOLD)
        .forEach(point -> terminal.line(row(timeline.interval(), point)));
  }

  private String row(Interval interval, Point point) {
    String share =
        point.share() > 0
            ? "  %5.1f %% of all articles of that %s".formatted(point.share() * 100, name(interval))
            : "";
    return "%s%-10s %,7d%s"
        .formatted(INDENT, name(interval, point.from()), point.count(), terminal.faint(share));
  }

  private static String name(Interval interval, LocalDate from) {
    return switch (interval) {
      case DAY, WEEK -> from.toString();
      case MONTH -> YearMonth.from(from).toString();
      case YEAR -> Year.from(from).toString();
    };
  }

  private static String name(Interval interval) {
    return interval.name().toLowerCase(Locale.ROOT);
  }
}
