package org.lede.app;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lede.query.Zone;
import org.lede.search.ClauseMatch;

/** Says in a line which clause of a query an article matches, and how often where. */
final class Why {
  private static final int CLAUSE = 56;

  private Why() {}

  static String text(ClauseMatch match) {
    String clause = Columns.shortened(Terminal.plain(match.clause().toString()), CLAUSE);
    return match.places().isEmpty()
        ? "matches " + clause
        : "matches %s (%s)".formatted(clause, places(match));
  }

  private static String places(ClauseMatch match) {
    Map<Zone.Part, Integer> times = new EnumMap<>(Zone.Part.class);
    match.places().forEach(place -> times.merge(place.zone(), 1, Integer::sum));
    String places =
        times.entrySet().stream()
            .map(zone -> "%s %,d".formatted(name(zone.getKey()), zone.getValue()))
            .collect(Collectors.joining(", "));
    return match.places().size() == ClauseMatch.MAX_PLACES ? places + " or more" : places;
  }

  private static String name(Zone.Part zone) {
    return zone.name().toLowerCase(Locale.ROOT);
  }
}
