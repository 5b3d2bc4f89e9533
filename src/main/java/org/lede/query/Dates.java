package org.lede.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lede.query.Query.Published;

/** Reads typed dates, all of them in UTC. */
final class Dates {
  private static final Pattern COMPARISON = Pattern.compile("([<>]=?)(.*)");
  private static final Pattern LAST = Pattern.compile("(?i)last/([0-9]{1,5})([hdwmy])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS,
          "m", ChronoUnit.MONTHS,
          "y", ChronoUnit.YEARS);

  private Dates() {}

  /** Tells whether a text is a sign of comparison only, so that the date is still to come. */
  static boolean isComparison(String text) {
    Matcher matcher = COMPARISON.matcher(text);
    return matcher.matches() && matcher.group(2).isEmpty();
  }

  /** Returns the span that a text names, if it names one. */
  static Optional<Published> span(String text, Clock clock) {
    try {
      Matcher comparison = COMPARISON.matcher(text);
      if (comparison.matches()) {
        return Optional.of(compared(comparison.group(1), moment(comparison.group(2), clock)));
      }
      if (isLast(text)) {
        return Optional.of(new Published(moment(text, clock).from(), Instant.MAX));
      }
      int dots = text.indexOf("..");
      return Optional.of(
          dots < 0
              ? moment(text, clock)
              : new Published(
                  dots == 0 ? Instant.MIN : startOf(text.substring(0, dots), clock),
                  dots + 2 == text.length()
                      ? Instant.MAX
                      : endOf(text.substring(dots + 2), clock)));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Published compared(String sign, Published moment) {
    return switch (sign) {
      case ">" -> new Published(moment.to(), Instant.MAX);
      case ">=" -> new Published(moment.from(), Instant.MAX);
      case "<" -> new Published(Instant.MIN, moment.from());
      default -> new Published(Instant.MIN, moment.to());
    };
  }

  /** Returns where a range ends: days, months and years are part of it, an instant is not. */
  private static Instant endOf(String text, Clock clock) {
    return isInstant(text) || isLast(text) ? startOf(text, clock) : moment(text, clock).to();
  }

  private static Instant startOf(String text, Clock clock) {
    return isInstant(text) ? Instant.parse(text) : moment(text, clock).from();
  }

  private static boolean isInstant(String text) {
    return text.indexOf('T') > 0;
  }

  private static boolean isLast(String text) {
    return LAST.matcher(text).matches();
  }

  /** Returns the span of one date, however exact; of {@code last/7d}, the moment it starts at. */
  private static Published moment(String text, Clock clock) {
    Matcher last = LAST.matcher(text);
    if (last.matches()) {
      ChronoUnit unit = UNITS.get(last.group(2).toLowerCase(Locale.ROOT));
      ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
      return millisecond(now.minus(Long.parseLong(last.group(1)), unit).toInstant());
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "today" -> Published.between(today, today);
      case "yesterday" -> Published.between(today.minusDays(1), today.minusDays(1));
      default -> isInstant(text) ? millisecond(Instant.parse(text)) : days(text);
    };
  }

  private static Published millisecond(Instant instant) {
    return new Published(instant, instant.plusMillis(1));
  }

  private static Published days(String text) {
    if (text.length() > "2023-08".length()) {
      LocalDate day = LocalDate.parse(text);
      return Published.between(day, day);
    }
    if (text.length() > "2023".length()) {
      YearMonth month = YearMonth.parse(text);
      return Published.between(month.atDay(1), month.atEndOfMonth());
    }
    Year year = Year.parse(text);
    return Published.between(year.atDay(1), year.atMonth(12).atEndOfMonth());
  }
}
