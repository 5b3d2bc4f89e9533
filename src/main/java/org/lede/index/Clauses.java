package org.lede.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.lede.query.Query;

/** Takes queries apart. */
final class Clauses {
  private final SequencedMap<Query, Clause> found = new LinkedHashMap<>();

  private Clauses() {}

  /**
   * A part of a query that an article can match by itself.
   *
   * @param query the part, in the zones that it stands in
   * @param bare the part without these
   * @param scope where it looks
   */
  record Clause(Query query, Query bare, Scope scope) {
    /** Tells whether it looks for something in a text. */
    boolean isInText() {
      return switch (bare) {
        case Query.About about -> false;
        case Query.Mentions mentions -> false;
        case Query.Salient salient -> false;
        case Query.Published published -> false;
        case Query.Like like -> false;
        case Query.Everything everything -> false;
        default -> true;
      };
    }
  }

  /** Returns the clauses of a query, each once, without those that must not match. */
  static List<Clause> of(Query query) {
    Clauses clauses = new Clauses();
    clauses.collect(query, Scope.ALL, UnaryOperator.identity());
    return new ArrayList<>(clauses.found.values());
  }

  private void collect(Query query, Scope scope, UnaryOperator<Query> zones) {
    switch (query) {
      case Query.AllOf(var parts) -> parts.forEach(part -> collect(part, scope, zones));
      case Query.AnyOf(var parts) -> parts.forEach(part -> collect(part, scope, zones));
      case Query.In(var zone, var inner) ->
          collect(inner, scope.in(zone), part -> zones.apply(new Query.In(zone, part)));
      case Query.Not not -> {}
      default -> {
        Query whole = zones.apply(query);
        found.putIfAbsent(whole, new Clause(whole, query, scope));
      }
    }
  }
}
