package org.lede;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes of all countries. */
final class CountryCodes {
  private static final Map<String, String> FORMER_NAMES = formerNames();

  /** The present countries by code, then the former ones. */
  static final List<Country> ALL = all();

  private static final Map<String, Country> BY_CODE = byCode();

  private CountryCodes() {}

  /** Finds a country by its code of two, three or four letters. */
  static Optional<Country> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
  }

  static String formerName(String code) {
    return FORMER_NAMES.getOrDefault(code, code);
  }

  private static List<Country> all() {
    TreeSet<String> present =
        new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    present.add("XK");
    List<Country> all = new ArrayList<>();
    present.forEach(code -> all.add(new Country(code)));
    FORMER_NAMES.keySet().forEach(code -> all.add(new Country(code)));
    return List.copyOf(all);
  }

  private static Map<String, Country> byCode() {
    Map<String, Country> byCode = new HashMap<>();
    for (Country country : ALL) {
      byCode.put(country.code(), country);
      if (!country.former()) {
        byCode.put(threeLetters(country.code()), country);
      }
    }
    return byCode;
  }

  private static String threeLetters(String code) {
    try {
      return Locale.of("", code).getISO3Country();
    } catch (MissingResourceException e) {
      return code.equals("XK") ? "XKX" : code; // also left to users, and used by the World Bank
    }
  }

  /** Source: ISO 3166-3, with the names in the form that newspapers use. */
  private static Map<String, String> formerNames() {
    String table =
        """
        AIDJ French Afars and Issas
        ANHH Netherlands Antilles
        BQAQ British Antarctic Territory
        BUMM Burma
        BYAA Byelorussian SSR
        CSHH Czechoslovakia
        CSXX Serbia and Montenegro
        CTKI Canton and Enderbury Islands
        DDDE East Germany
        DYBJ Dahomey
        FQHH French Southern and Antarctic Territories
        FXFR Metropolitan France
        GEHH Gilbert and Ellice Islands
        HVBF Upper Volta
        JTUM Johnston Island
        MIUM Midway Islands
        NHVU New Hebrides
        NQAQ Dronning Maud Land
        NTHH Neutral Zone
        PCHH Trust Territory of the Pacific Islands
        PUUM United States Miscellaneous Pacific Islands
        PZPA Panama Canal Zone
        RHZW Southern Rhodesia
        SKIN Sikkim
        SUHH Soviet Union
        TPTL East Timor
        VDVN North Vietnam
        WKUM Wake Island
        YDYE South Yemen
        YUCS Yugoslavia
        ZRCD Zaire
        """;
    Map<String, String> names = new TreeMap<>();
    table.lines().forEach(line -> names.put(line.substring(0, 4), line.substring(5)));
    return names;
  }
}
