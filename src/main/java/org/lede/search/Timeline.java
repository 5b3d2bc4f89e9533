package org.lede.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How many of the articles found were published when.
 *
 * <p>A day lasts from the first time that the clocks of the zone show its first moment to the first
 * time that they show that of the next day. So it may have 23 or 25 hours, and a day that a zone
 * skipped, as Samoa did on its way over the date line, has none.
 *
 * @param interval by what it counts; longer than what was asked for, if there would be more than
 *     {@value #MAX_POINTS} points
 * @param zone where days begin and end
 * @param points one for each interval from the first with an article to the last, those without any
 *     between them included; empty if no article found has a date
 * @param undated how many of the articles found have no date
 */
public record Timeline(Interval interval, ZoneId zone, List<Point> points, long undated) {
  /**
   * The most points: enough for all years in which an article can be published, and one more,
   * because a zone on the other side of the date line may begin a year early or end one late.
   */
  public static final int MAX_POINTS = 10_001;

  /**
   * One interval.
   *
   * @param from its first day
   * @param count how many of the articles found were published in it
   * @param share what part that is of all articles of the index that were published in it, from 0
   *     to 1; 0 if there are none, or if the deadline came before all were counted
   */
  public record Point(LocalDate from, long count, double share) {}

  /** Makes a timeline of a copy of the points. */
  public Timeline {
    points = List.copyOf(points);
  }
}
