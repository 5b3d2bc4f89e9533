package org.lede.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lede.Country;
import org.lede.Facet;

/**
 * What typed text is read with: which facets there are, how much may be typed, what time it is, and
 * what values are called.
 *
 * @param facets the facets that may be typed; copied
 * @param budget how much may be typed
 * @param clock what {@code published:last/7d} counts from
 * @param names which values of a facet a name stands for
 */
public record QuerySyntax(Collection<Facet> facets, Budget budget, Clock clock, Names names) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

  private static final List<String> FIELDS =
      List.of(
          "headline",
          "lead",
          "body",
          "byline",
          "about",
          "mentions",
          "published",
          "like",
          "first/50");

  private static final QuerySyntax DEFAULTS =
      new QuerySyntax(
          Facet.BUILT_IN, Budget.defaults(), Clock.systemUTC(), (facet, name) -> List.of());

  /** Makes a syntax of a copy of the facets. */
  public QuerySyntax {
    facets = List.copyOf(facets);
  }

  /** Knows values by other names than their own. */
  @FunctionalInterface
  public interface Names {
    /**
     * Returns the values of a facet that a name stands for.
     *
     * @param facet the facet
     * @param name the name, as typed
     * @return the values, in normal form, the likeliest first; empty if the name is not known
     */
    List<String> values(Facet facet, String name);
  }

  /**
   * Returns the syntax with the {@linkplain Facet#BUILT_IN built-in} facets, the budget that suits
   * most, the time of this machine, and no other names than those of countries.
   *
   * @return the syntax
   */
  public static QuerySyntax defaults() {
    return DEFAULTS;
  }

  /**
   * Changes the facets.
   *
   * @param some the facets that may be typed
   * @return a changed syntax
   */
  public QuerySyntax withFacets(Collection<Facet> some) {
    return new QuerySyntax(some, budget, clock, names);
  }

  /**
   * Changes the budget.
   *
   * @param limits how much may be typed
   * @return a changed syntax
   */
  public QuerySyntax withBudget(Budget limits) {
    return new QuerySyntax(facets, limits, clock, names);
  }

  /**
   * Changes the clock.
   *
   * @param time what {@code published:last/7d} counts from
   * @return a changed syntax
   */
  public QuerySyntax withClock(Clock time) {
    return new QuerySyntax(facets, budget, time, names);
  }

  /**
   * Changes the names.
   *
   * @param known which values of a facet a name stands for
   * @return a changed syntax
   */
  public QuerySyntax withNames(Names known) {
    return new QuerySyntax(facets, budget, clock, known);
  }

  Optional<Facet> facet(String name) {
    return facets.stream().filter(facet -> facet.name().equals(name)).findFirst();
  }

  /**
   * Returns what a typed value stands for in a facet, or in the first that knows it if none is
   * said.
   */
  List<FacetValue> values(Optional<Facet> facet, String value) {
    return facet.isPresent() ? valuesOf(facet.get(), value) : valuesOfAny(value);
  }

  private List<FacetValue> valuesOf(Facet facet, String value) {
    List<String> known = names.values(facet, value);
    if (!known.isEmpty() && !known.contains(value)) {
      return known.stream().map(each -> new FacetValue(facet, each)).toList();
    }
    try {
      return List.of(new FacetValue(facet, facet.normalise(value)));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** A country, or else an organisation that has the name, or else a topic. */
  private List<FacetValue> valuesOfAny(String value) {
    if (Country.find(value).isPresent()) {
      return valuesOf(Facet.COUNTRY, value);
    }
    return names.values(Facet.ORGANISATION, value).isEmpty()
        ? valuesOf(Facet.TOPIC, value)
        : valuesOf(Facet.ORGANISATION, value);
  }

  /**
   * Returns what a name of several words stands for in a facet, or in the first that knows it if
   * none is said. Nothing, if it is no name that is known, whatever the facet might hold.
   */
  List<FacetValue> known(Optional<Facet> facet, String name) {
    if (facet.orElse(Facet.COUNTRY).equals(Facet.COUNTRY) && isCountry(name)) {
      return valuesOf(Facet.COUNTRY, name);
    }
    return named(facet, name);
  }

  private List<FacetValue> named(Optional<Facet> facet, String name) {
    List<Facet> any = facet.map(List::of).orElse(List.of(Facet.ORGANISATION, Facet.TOPIC));
    for (Facet each : any) {
      if (!names.values(each, name).isEmpty()) {
        return valuesOf(each, name);
      }
    }
    return List.of();
  }

  /**
   * Tells whether a name of several words is that of a country. A code in capitals is a whole name:
   * so {@code country:IR blackout} need not read the names of countries in all languages.
   */
  private static boolean isCountry(String name) {
    String first = name.substring(0, name.indexOf(' '));
    return !(CODE.matcher(first).matches() && Country.find(first).isPresent())
        && Country.find(name).isPresent();
  }

  /**
   * Tells whether a value was taken as it stands, because nothing knows it as a name. Not of paths,
   * languages and countries, which are no names of several words or known by all of them.
   */
  boolean isTakenAsItStands(Optional<Facet> facet, String value) {
    boolean hasNames =
        facet.isEmpty()
            || !(facet.get().hierarchical()
                || facet.get().equals(Facet.COUNTRY)
                || facet.get().equals(Facet.LANGUAGE));
    return hasNames
        && named(facet, value).isEmpty()
        && (facet.isPresent() || Country.find(value).isEmpty());
  }

  /** Returns why a facet cannot have a value. */
  String whyUnknown(Optional<Facet> facet, String value) {
    try {
      facet.orElse(Facet.TOPIC).normalise(value);
      return "\"" + CleanText.excerpt(value) + "\" is not known";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Returns a hint to the field that was probably meant, or to all. */
  String nearestField(String typed) {
    String name = typed.toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>(FIELDS);
    facets.forEach(facet -> all.add(facet.name()));
    return all.stream()
        .filter(field -> Spelling.isNear(name, field))
        .findFirst()
        .map(near -> "did you mean %s:?".formatted(near))
        .orElseGet(() -> "the fields are " + String.join(", ", all));
  }
}
