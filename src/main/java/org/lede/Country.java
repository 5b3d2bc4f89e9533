package org.lede;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory, by its code in ISO 3166.
 *
 * <p>Countries that are there today have a code of two letters (source: ISO 3166-1, as the JDK
 * lists it, which counts territories such as Greenland and Hong Kong). Kosovo has none and goes by
 * {@code XK}, which ISO leaves to users and which CLDR and the European Union use. Countries that
 * are gone, such as the Soviet Union, have a code of four letters (source: ISO 3166-3, which begins
 * in 1974). There is one object for each country.
 *
 * <pre>{@code
 * Country germany = Country.of("DE");
 * germany.name(); // "Germany"
 * germany.name(Locale.FRENCH); // "Allemagne"
 * Country.find("Allemagne"); // DE
 * Country.find("ussr"); // SUHH
 * }</pre>
 *
 * <p>The natural order is that of {@link #all()}: countries that are there, then those that are
 * gone, each by code.
 */
public final class Country implements Comparable<Country> {
  /** The longest text that {@link #find} looks at, in UTF-16 units. */
  static final int MAX_NAME_LENGTH = 200;

  private static final String KOSOVO = "XK";
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,4}");
  private static final Comparator<Country> ORDER =
      comparing(Country::former).thenComparing(Country::code);
  private static final Map<String, Country> BY_CODE = new HashMap<>();
  private static final List<Country> ALL;

  static {
    List<Country> all = new ArrayList<>();
    for (String code : Locale.getISOCountries()) {
      all.add(addPresent(code));
    }
    if (!BY_CODE.containsKey(KOSOVO)) {
      all.add(addPresent(KOSOVO));
    }
    for (List<String> row : Table.rows("former-countries.tsv")) {
      all.add(addFormer(row.get(0), row.get(1), row.get(2), row.get(3)));
    }
    ALL = all.stream().sorted().toList();
  }

  private final String code;

  /** The region code by which the JDK may know it; empty if that means another country. */
  private final String region;

  /** Our name for a country that is gone; empty for the others, whose names the JDK has. */
  private final String formerName;

  /** The name that was asked for last: to get one takes long, and most are in one language. */
  private volatile @Nullable Named last;

  private Country(String code, String region, String formerName) {
    this.code = code;
    this.region = region;
    this.formerName = formerName;
  }

  private static Country addPresent(String code) {
    var country = new Country(code, code, "");
    BY_CODE.put(code, country);
    try {
      BY_CODE.put(Locale.of("", code).getISO3Country(), country);
    } catch (MissingResourceException e) {
      // Kosovo has no code of three letters
    }
    return country;
  }

  private static Country addFormer(String code, String alpha2, String alpha3, String name) {
    String region = BY_CODE.containsKey(alpha2) ? "" : alpha2;
    var country = new Country(code, region, name);
    BY_CODE.put(code, country);
    BY_CODE.putIfAbsent(alpha2, country);
    BY_CODE.putIfAbsent(alpha3, country);
    return country;
  }

  /**
   * Returns the country with a code.
   *
   * <p>A short code that a former country had means that country as long as no other has it since:
   * {@code SU} is the Soviet Union, but {@code BY} is Belarus, and {@code CS} is Serbia and
   * Montenegro, which had it after Czechoslovakia.
   *
   * @param code two or three letters (ISO 3166-1) or four (ISO 3166-3), in either case
   * @return the country
   * @throws IllegalArgumentException if no country has that code
   */
  public static Country of(String code) {
    return withCode(code)
        .orElseThrow(() ->
            new IllegalArgumentException(
                ("no country has the code \"%s\"; use a code of ISO 3166 such as \"IR\", "
                        + "or look a name up with Country.find")
                    .formatted(code)));
  }

  /**
   * Finds the country that a text names.
   *
   * <p>The text is the whole name and no more, in any of these forms; the first that fits wins:
   *
   * <ol>
   *   <li>a code, as in {@link #of}: so {@code in} is India;
   *   <li>one of our aliases, such as {@code UK}, {@code Ivory Coast} or {@code USSR};
   *   <li>the English name;
   *   <li>the name in any language that the JDK knows.
   * </ol>
   *
   * <p>Case, accents, punctuation, spaces, "the" and "and" do not matter, nor does it whether a
   * text has "Saint" or "St": {@code hong-kong}, {@code Hong Kong} and {@code HONGKONG} are the
   * same. The order of lists is understood: {@code Korea, Republic of} and {@code Iran (Islamic
   * Republic of)}.
   *
   * <p>Where a text could mean several countries:
   *
   * <ul>
   *   <li>The present country wins over the former one. A country that only changed its name is
   *       found by the old name too: Burma is {@code MM}, Zaire {@code CD}, Swaziland {@code SZ},
   *       and West Germany, which took in its neighbour, {@code DE}. East Germany, South Yemen, the
   *       Soviet Union, Yugoslavia and Czechoslovakia are the former countries.
   *   <li>Congo is {@code CG} and Guinea {@code GN}, as in ISO 3166-1; Korea is {@code KR} and
   *       Virgin Islands {@code VI}.
   *   <li>England, Scotland, Wales and Northern Ireland are {@code GB}; no other part of a country
   *       is known.
   *   <li>Of two countries with the same name in different languages, the one that more of the
   *       JDK's locales call so wins; of two with as many, the first by code.
   * </ul>
   *
   * <p>The first text that is neither code, alias nor English name makes this read the names in all
   * languages, once. That takes about a second and some 25 MB of heap, nearly all for the JDK's own
   * tables; later calls take microseconds. Without the JDK's module {@code jdk.localedata} the only
   * names known are English ones and our aliases. Safe for use by several threads.
   *
   * @param text a name or code; may be anything
   * @return the country; empty if the text names none, is blank, or is longer than {@value
   *     #MAX_NAME_LENGTH} UTF-16 units
   */
  public static Optional<Country> find(String text) {
    return CountryNames.find(text);
  }

  /**
   * Returns every country.
   *
   * @return those that are there today, then those that are gone, each sorted by code
   */
  public static List<Country> all() {
    return ALL;
  }

  static Optional<Country> withCode(String code) {
    Country known = BY_CODE.get(code); // nearly always, and that is quick
    return known == null && CODE.matcher(code).matches()
        ? Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)))
        : Optional.ofNullable(known);
  }

  /**
   * Returns the code.
   *
   * @return two capital letters (ISO 3166-1, or {@code XK}); for a country that is gone four (ISO
   *     3166-3)
   */
  public String code() {
    return code;
  }

  /**
   * Tells whether the country is gone.
   *
   * @return whether its code is one of ISO 3166-3
   */
  public boolean former() {
    return !formerName.isEmpty();
  }

  /**
   * Returns the English name.
   *
   * @return the name; for a country that is there the JDK's (source: CLDR), so it may change with
   *     the JDK; for one that is gone ours (source: ISO 3166-3)
   */
  public String name() {
    return former() ? formerName : name(Locale.ENGLISH);
  }

  /**
   * Returns the name in a language.
   *
   * @param locale the language
   * @return the JDK's name (source: CLDR); where it has none in that language, the English one
   */
  public String name(Locale locale) {
    Named known = last;
    if (known == null || !known.locale.equals(locale)) {
      String name = Locale.of("", region).getDisplayCountry(locale);
      known = new Named(locale, former() && name.equals(region) ? formerName : name);
      last = known;
    }
    return known.name;
  }

  /** The name in a language. */
  private record Named(Locale locale, String name) {}

  @Override
  public int compareTo(Country other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Country country && code.equals(country.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** Returns the code and the English name, such as {@code IR (Iran)}. */
  @Override
  public String toString() {
    return code + " (" + name() + ")";
  }
}
