package org.lede.search;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What to count by time.
 *
 * @param interval by what
 * @param zone where days begin and end
 */
public record TimelineRequest(Interval interval, ZoneId zone) {
  /**
   * Asks for counts in UTC.
   *
   * @param interval by what
   * @return the request
   */
  public static TimelineRequest of(Interval interval) {
    return new TimelineRequest(interval, ZoneOffset.UTC);
  }
}
