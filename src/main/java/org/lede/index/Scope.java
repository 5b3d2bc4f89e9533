package org.lede.index;

import org.jspecify.annotations.Nullable;
import org.lede.query.Zone;

/**
 * Where in an article to look: what several zones within each other have in common.
 *
 * @param part the zone, or null for headline, lead and body together
 * @param first how many of the first words to look at; {@link Integer#MAX_VALUE} for all
 * @param empty whether the zones are apart, so that there is nothing to look at
 */
record Scope(Zone.@Nullable Part part, int first, boolean empty) {
  static final Scope ALL = new Scope(null, Integer.MAX_VALUE, false);

  /** Returns what of this lies in a zone as well. */
  Scope in(Zone zone) {
    return switch (zone) {
      case Zone.Part other -> {
        boolean apart = part != null && part != other;
        boolean byline = other == Zone.Part.BYLINE && first < Integer.MAX_VALUE;
        yield new Scope(other, first, empty || apart || byline);
      }
      case Zone.First(var words) ->
          new Scope(part, Math.min(first, words), empty || part == Zone.Part.BYLINE);
    };
  }

  /** Tells whether only some positions of a field are looked at. */
  boolean isWindow() {
    return part == Zone.Part.LEAD || part == Zone.Part.BODY || first < Integer.MAX_VALUE;
  }

  int start(Layout layout) {
    return part == null ? 0 : layout.start(part);
  }

  int end(Layout layout) {
    int end = part == null ? Integer.MAX_VALUE : layout.end(part);
    return first == Integer.MAX_VALUE ? end : Math.min(end, layout.endOfFirst(first));
  }
}
