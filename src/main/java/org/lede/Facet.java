package org.lede;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A way to sort articles into groups, such as by country.
 *
 * <p>A <i>flat</i> facet has values that stand side by side. A <i>hierarchical</i> one has paths,
 * whose levels are apart by {@code /}: an article about {@code internet/censorship} is counted
 * under {@code internet} as well.
 *
 * <p>A name is typed before a colon, so the names of the fields of typed text, and of addresses,
 * are none for a facet: {@code headline}, {@code lead}, {@code body}, {@code byline}, {@code
 * first}, {@code about}, {@code mentions}, {@code published}, {@code like}, {@code http} and {@code
 * https}.
 *
 * @param name the name, as in {@code country:IR}; 1 to {@value #MAX_NAME_LENGTH} lower-case letters
 *     of a to z, digits and hyphens, with a letter first; none of those above
 * @param hierarchical whether its values are paths
 */
public record Facet(String name, boolean hierarchical) {
  /** The longest name, in characters. */
  public static final int MAX_NAME_LENGTH = 40;

  /** The longest value, in bytes of UTF-8, all levels together. */
  public static final int MAX_VALUE_BYTES = 512;

  /** The most levels a value of a hierarchical facet may have. */
  public static final int MAX_LEVELS = 8;

  /** Stands before the facets below, whose names are checked by it. */
  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9-]{0," + (MAX_NAME_LENGTH - 1) + "}");

  /** The countries an article is about, by the codes of {@link Country}. */
  public static final Facet COUNTRY = new Facet("country", false);

  /** The organisations an article is about, by name. */
  public static final Facet ORGANISATION = new Facet("organisation", false);

  /** The subjects of an article, as paths such as {@code internet/censorship}. */
  public static final Facet TOPIC = new Facet("topic", true);

  /** Where an article appeared: what {@link Article#source()} says. Never a tag. */
  public static final Facet SOURCE = new Facet("source", false);

  /**
   * The language an article is written in: the first part of {@link Article#language()}, such as
   * {@code en} for {@code en-GB}. Never a tag.
   */
  public static final Facet LANGUAGE = new Facet("language", false);

  /** The facets that every index knows. */
  public static final List<Facet> BUILT_IN =
      List.of(COUNTRY, ORGANISATION, TOPIC, SOURCE, LANGUAGE);

  /**
   * Makes a facet.
   *
   * @throws IllegalArgumentException if the name is not as described, is that of a field, or a
   *     built-in facet is asked for with the other shape
   */
  public Facet {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a facet name must have 1 to %d characters of a to z, 0 to 9 and hyphen, a letter first, but is \"%s\""
              .formatted(MAX_NAME_LENGTH, Limits.excerpt(name)));
    }
    if (isReserved(name)) {
      throw new IllegalArgumentException(
          "no facet can be named \"%s\", because %s: means something else in typed text; choose another name, such as \"my-%s\""
              .formatted(name, name, name));
    }
    if (hierarchical != name.equals("topic") && isBuiltIn(name)) {
      throw new IllegalArgumentException(
          "the facet " + name + " is built in; use Facet." + Limits.upper(name));
    }
  }

  private static boolean isBuiltIn(String name) {
    return switch (name) {
      case "country", "organisation", "topic", "source", "language" -> true;
      default -> false;
    };
  }

  /** Tells whether typed text has another meaning for a name before a colon. */
  private static boolean isReserved(String name) {
    return switch (name) {
      case "headline",
          "lead",
          "body",
          "byline",
          "first",
          "about",
          "mentions",
          "published",
          "like",
          "http",
          "https" ->
          true;
      default -> false;
    };
  }

  /**
   * Returns a flat facet of your own.
   *
   * @param name its name, such as {@code desk}
   * @return the facet; the built-in one, if there is one of that name
   * @throws IllegalArgumentException if the name is not as {@link #Facet} says
   */
  public static Facet named(String name) {
    return new Facet(name, name.equals("topic"));
  }

  /**
   * Returns a hierarchical facet of your own.
   *
   * @param name its name, such as {@code region}
   * @return the facet
   * @throws IllegalArgumentException if the name is not as {@link #Facet} says, or names a built-in
   *     flat facet
   */
  public static Facet hierarchical(String name) {
    return new Facet(name, true);
  }

  /**
   * Brings a value of this facet into the one form in which it is stored, compared and counted.
   *
   * <p>Space around it goes. A country is given by its code, whatever name or alias it came by (see
   * {@link Country#find}).
   *
   * @param value the value, such as {@code Iran} or {@code internet/censorship}
   * @return the value in its normal form, such as {@code IR}
   * @throws IllegalArgumentException if it is blank, longer than {@value #MAX_VALUE_BYTES} bytes,
   *     not a known country, or a path with an empty level or more than {@value #MAX_LEVELS} of
   *     them
   */
  public String normalise(String value) {
    String stripped = Limits.text(name, value, MAX_VALUE_BYTES).strip();
    Limits.bytes("a value of " + name, stripped, 1, MAX_VALUE_BYTES);
    if (equals(COUNTRY)) {
      return Country.find(stripped)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "no country is known as \"%s\"; use an ISO 3166 code such as IR, or a name such as Iran"
                      .formatted(Limits.excerpt(stripped))))
          .code();
    }
    if (hierarchical) {
      checkLevels(stripped);
    }
    return stripped;
  }

  private void checkLevels(String path) {
    String[] levels = path.split("/", -1);
    if (levels.length > MAX_LEVELS) {
      throw new IllegalArgumentException(
          "a value of %s may have at most %d levels, but \"%s\" has %d"
              .formatted(name, MAX_LEVELS, Limits.excerpt(path), levels.length));
    }
    for (String level : levels) {
      if (level.isBlank()) {
        throw new IllegalArgumentException(
            "every level of a value of %s needs a name, but \"%s\" has an empty one"
                .formatted(name, Limits.excerpt(path)));
      }
    }
  }

  /**
   * Returns a value with all the values above it: what an article with this value is counted under.
   *
   * @param value a value in its normal form, such as {@code internet/censorship}
   * @return the values, the highest first: {@code internet}, {@code internet/censorship}; only the
   *     value itself if this facet is flat
   */
  public List<String> withAncestors(String value) {
    List<String> values = new ArrayList<>();
    if (hierarchical) {
      for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', slash + 1)) {
        values.add(value.substring(0, slash));
      }
    }
    values.add(value);
    return values;
  }

  /**
   * Returns a value as a reader would call it.
   *
   * @param value a value in its normal form
   * @param locale the language for the names of countries and languages
   * @return the name of a country or language (source: CLDR, as the JDK has it), the last level of
   *     a path, or else the value itself
   */
  public String label(String value, Locale locale) {
    if (equals(COUNTRY)) {
      return Country.of(value).name(locale);
    }
    if (equals(LANGUAGE)) {
      String name = Locale.forLanguageTag(value).getDisplayLanguage(locale);
      return name.isEmpty() ? value : name;
    }
    return hierarchical ? value.substring(value.lastIndexOf('/') + 1) : value;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
