package org.lede.index;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lede.search.Interval;
import org.lede.search.Timeline;
import org.lede.search.TimelineRequest;

/**
 * The intervals of a timeline, one after the other, without gaps.
 *
 * <p>A day begins when its first moment comes for the first time. Where clocks are set back over
 * midnight, or a day is lived twice, the hours that come again belong to the day that has begun; a
 * day that a zone skips has no moment.
 */
final class TimelineIntervals {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int MOST_STRETCHES = 1 << 16;

  /** How much memory the start and the first day of an interval take. */
  private static final int BYTES_OF_ONE = 40;

  private final Interval interval;

  /** The first day of each interval. */
  private final LocalDate[] days;

  /** When each begins, in milliseconds since 1970; and when the last one ends. */
  private final long[] starts;

  /**
   * In which interval each stretch of time begins, so that nothing has to be searched for; a
   * stretch is a day of 24 hours, unless there are too many.
   */
  private final int[] ofStretch;

  private final long stretch;

  private TimelineIntervals(Interval interval, LocalDate[] days, long[] starts) {
    this.interval = interval;
    this.days = days;
    this.starts = starts;
    long length = starts[days.length] - starts[0];
    stretch = Math.max(DAY, length / MOST_STRETCHES + 1);
    ofStretch = new int[Math.toIntExact((length + stretch - 1) / stretch)];
    int at = 0;
    for (int i = 0; i < ofStretch.length; i++) {
      at = from(at, starts[0] + i * stretch);
      ofStretch[i] = at;
    }
  }

  /**
   * Makes the intervals from the one with a moment to the one with another: those asked for, or
   * longer ones if there would be too many.
   */
  static TimelineIntervals covering(TimelineRequest request, long first, long last) {
    LocalDate firstDay = day(Instant.ofEpochMilli(first), request.zone());
    LocalDate lastDay = day(Instant.ofEpochMilli(last), request.zone());
    Interval interval = request.interval();
    while (number(interval, firstDay, lastDay) > Timeline.MAX_POINTS) {
      interval = interval.longer(); // all years are few enough
    }
    LocalDate start = interval.startOf(firstDay);
    int number = Math.toIntExact(number(interval, firstDay, lastDay));
    LocalDate[] days = new LocalDate[number];
    long[] starts = new long[number + 1];
    for (int i = 0; i <= number; i++) {
      LocalDate day = interval.plus(start, i);
      starts[i] = start(day, request.zone()).toEpochMilli();
      if (i < number) {
        days[i] = day;
      }
    }
    return new TimelineIntervals(interval, days, starts);
  }

  private static long number(Interval interval, LocalDate first, LocalDate last) {
    return interval.between(interval.startOf(first), interval.startOf(last)) + 1;
  }

  private static LocalDate day(Instant moment, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    while (!start(day.plusDays(1), zone).isAfter(moment)) {
      day = day.plusDays(1); // the clock says yesterday again
    }
    return day;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  Interval interval() {
    return interval;
  }

  /** Returns how many there are. */
  int size() {
    return days.length;
  }

  /** Returns the first day of one. */
  LocalDate day(int number) {
    return days[number];
  }

  /** Returns when one begins; for the number behind the last one, when that ends. */
  long start(int number) {
    return starts[number];
  }

  /** Returns the number of the one that a moment is in, which must be in one. */
  int at(long moment) {
    return from(ofStretch[(int) ((moment - starts[0]) / stretch)], moment);
  }

  /**
   * Returns the number of the one that a moment is in, which is this one or comes behind it: of a
   * skipped day and the next, which begin together, the next.
   */
  private int from(int number, long moment) {
    int found = number;
    while (starts[found + 1] <= moment) {
      found++;
    }
    return found;
  }

  /** Returns how many bytes of heap these take, about. */
  long memoryBytes() {
    return (long) ofStretch.length * Integer.BYTES + (long) starts.length * BYTES_OF_ONE;
  }
}
