package org.lede;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A country, by its ISO code.
 *
 * <p>Present countries have their two-letter codes (source: ISO 3166-1, as the JDK has it, and
 * {@code XK} for Kosovo, which is of the codes left to users and used so by Unicode CLDR and the
 * European Union). Countries that are gone have their four-letter codes (source: ISO 3166-3), such
 * as {@code SUHH} for the USSR; one that only changed its name, such as Burma, is the present
 * country.
 *
 * <p>There is one instance of each country.
 */
public final class Country implements Comparable<Country> {
  /** The longest text that can name a country, in characters (UTF-16 units). */
  public static final int MAX_NAME_LENGTH = 200;

  private final String code;

  Country(String code) {
    this.code = code;
  }

  /**
   * Returns the country with a code.
   *
   * @param code a code of two or three letters of ISO 3166-1, or of four of ISO 3166-3, in any
   *     letter case
   * @return the country
   * @throws IllegalArgumentException if there is no such code
   */
  public static Country of(String code) {
    return CountryCodes.find(code)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no country has the code \"%s\"; use an ISO 3166 code such as IR, or Country.find for a name"
                    .formatted(Limits.excerpt(code))));
  }

  /**
   * Finds the country that a text names: by code, by name in any language the JDK knows, or by a
   * common alias such as {@code UK} or {@code Holland}.
   *
   * <p>Letter case, accents, punctuation and a leading "the" make no difference. Codes come first,
   * then English names and aliases, then names in other languages; where languages differ, the
   * country that more of them call so is meant. Plain "Congo" is the Republic of the Congo, as in
   * ISO 3166. England, Scotland, Wales and Northern Ireland are the United Kingdom.
   *
   * <p>The first text that is neither a code nor an English name makes this read the names in all
   * languages, which takes a second or two. A JDK without the module {@code jdk.localedata} knows
   * names in few languages but English.
   *
   * @param text any text
   * @return the country, if the text names one; never for a text of over {@value #MAX_NAME_LENGTH}
   *     characters
   */
  public static Optional<Country> find(String text) {
    return text.length() > MAX_NAME_LENGTH ? Optional.empty() : CountryNames.find(text);
  }

  /**
   * Returns all countries.
   *
   * @return the present ones by code, then the former ones by code
   */
  public static List<Country> all() {
    return CountryCodes.ALL;
  }

  /**
   * Returns the code.
   *
   * @return two upper-case letters, or four for a country that is gone
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
    return code.length() == 4;
  }

  /**
   * Returns the English name.
   *
   * @return the name, such as {@code Germany}
   */
  public String name() {
    return name(Locale.ENGLISH);
  }

  /**
   * Returns the name in a language.
   *
   * @param locale the language
   * @return the name as the JDK has it; for a country that is gone, the English name
   */
  public String name(Locale locale) {
    return former() ? CountryCodes.formerName(code) : Locale.of("", code).getDisplayCountry(locale);
  }

  @Override
  public int compareTo(Country other) {
    return code.compareTo(other.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Country that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** Returns the code and the English name, such as {@code IR (Iran)}. */
  @Override
  public String toString() {
    return "%s (%s)".formatted(code, name());
  }
}
