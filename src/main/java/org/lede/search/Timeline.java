package org.lede.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How many of the articles found were published when.
 *
 * @param interval by what it counts; longer than what was asked for, if there would be more than
 *     {@value #MAX_POINTS} points
 * @param zone where days begin and end
 * @param points one for each interval from the first with an article to the last, those without any
 *     between them included; empty if no article found has a date
 * @param undated how many of the articles found have no date
 */
public record Timeline(Interval interval, ZoneId zone, List<Point> points, long undated) {
  /** The most points; more than any screen shows. */
  public static final int MAX_POINTS = 10_000;

  /**
   * One interval.
   *
   * @param from its first day
   * @param count how many of the articles found were published in it
   * @param share what part that is of all articles of the index that were published in it, from 0
   *     to 1; 0 if there are none
   */
  public record Point(LocalDate from, long count, double share) {}

  /** Makes a timeline of a copy of the points. */
  public Timeline {
    points = List.copyOf(points);
  }
}
