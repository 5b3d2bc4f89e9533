package org.lede.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar by which a {@link Timeline} counts. */
public enum Interval {
  /** A day. */
  DAY(ChronoUnit.DAYS),
  /** A week, from Monday (source: ISO 8601). */
  WEEK(ChronoUnit.WEEKS),
  /** A month. */
  MONTH(ChronoUnit.MONTHS),
  /** A year. */
  YEAR(ChronoUnit.YEARS);

  private final ChronoUnit unit;

  Interval(ChronoUnit unit) {
    this.unit = unit;
  }

  /**
   * Returns the next longer interval.
   *
   * @return it; a year for a year
   */
  public Interval longer() {
    return switch (this) {
      case DAY -> WEEK;
      case WEEK -> MONTH;
      case MONTH, YEAR -> YEAR;
    };
  }

  /**
   * Returns the first day of the interval that a day is in.
   *
   * @param day the day
   * @return the first day
   */
  public LocalDate startOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /**
   * Returns the first day of a later interval.
   *
   * @param start the first day of an interval
   * @param many how many intervals later
   * @return its first day
   */
  public LocalDate plus(LocalDate start, long many) {
    return start.plus(many, unit);
  }

  /**
   * Returns how many intervals lie between two.
   *
   * @param start the first day of one
   * @param later the first day of another
   * @return how many times to go on from the one to come to the other
   */
  public long between(LocalDate start, LocalDate later) {
    return unit.between(start, later);
  }
}
