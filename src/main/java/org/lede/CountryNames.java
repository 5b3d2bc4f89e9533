package org.lede;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of countries, and the spellings that are the same name.
 *
 * <p>Names are kept in two tables, each built when it is first needed: a small one of codes,
 * aliases and English names, which answers most texts, and a large one of all other languages.
 */
final class CountryNames {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** What a name can do without, as in "Myanmar (Burma)". */
  private static final Pattern IN_BRACKETS = Pattern.compile("[(（][^)）]*[)）]");

  /** How lists put a name, so that it sorts by what matters: "Korea, Republic of". */
  private static final Pattern LISTED = Pattern.compile("([^,(]+)[,(](.+)", Pattern.DOTALL);

  /**
   * Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and letters that serve
   * as apostrophes. The marks of other scripts tell words apart, so they stay.
   */
  private static final Pattern ACCENTS =
      Pattern.compile(
          "[\\u02b9-\\u02bf\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c7\\u0640"
              + "\\u064b-\\u065f\\u0670]+");

  private CountryNames() {}

  /** Finds the country that a text names, as {@link Country#find} says. */
  static Optional<Country> find(String text) {
    if (text.length() > Country.MAX_NAME_LENGTH) {
      return Optional.empty();
    }
    // a code has no accents ("AO" is Angola, but "ÁO" is Austria in Vietnamese), and "AND" is one
    return Country.withCode(BETWEEN_WORDS.matcher(text).replaceAll(""))
        .or(() -> withName(text, key(text)));
  }

  private static Optional<Country> withName(String text, String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(English.NAMES.get(key))
        .or(() -> Optional.ofNullable(English.NAMES.get(key(inSpokenOrder(text)))))
        .or(() -> Optional.ofNullable(OtherLanguages.NAMES.get(key)));
  }

  /** Returns what all spellings of a name have in common; empty if the text has no word. */
  static String key(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String capitals = ACCENTS.matcher(letters).replaceAll("").toUpperCase(Locale.ROOT);
    return BETWEEN_WORDS
        .splitAsStream(withoutStrokes(capitals))
        .filter(word -> !word.equals("THE") && !word.equals("AND"))
        .map(word -> word.equals("SAINT") ? "ST" : word)
        .collect(joining());
  }

  /** Replaces the letters that Unicode does not take apart by what is typed where they lack. */
  private static String withoutStrokes(String capitals) {
    return capitals
        .replace("Ø", "O")
        .replace("Ł", "L")
        .replace("Đ", "D")
        .replace("Ħ", "H")
        .replace("Æ", "AE")
        .replace("Œ", "OE");
  }

  private static String inSpokenOrder(String text) {
    return LISTED.matcher(text).replaceFirst("$2 $1");
  }

  private static String withoutBrackets(String name) {
    return IN_BRACKETS.matcher(name).replaceAll("");
  }

  /** Aliases first, so that they hold whatever the JDK says; then English names. */
  private static final class English {
    static final Map<String, Country> NAMES = new HashMap<>();

    static {
      for (List<String> row : Table.rows("country-aliases.tsv")) {
        for (String alias : row.get(1).split(";", -1)) {
          NAMES.putIfAbsent(key(alias), Country.of(row.get(0)));
        }
      }
      for (Country country : Country.all()) { // present countries come first
        NAMES.putIfAbsent(key(country.name()), country);
        NAMES.putIfAbsent(key(withoutBrackets(country.name())), country);
      }
    }
  }

  /**
   * The names that {@link English} lacks.
   *
   * <p>Most of the time goes to the JDK, which loads one class per locale. So locales of a region
   * are left out, unless they bring names of their own: the 870 in the JDK bring fewer than 40
   * sets.
   */
  private static final class OtherLanguages {
    /** Locales of a region with names of their own (source: all locales of JDK 25, compared). */
    private static final String REGIONAL =
        """
        ar-LY ar-SA bn-IN de-AT de-CH en-001 en-AU en-CA es-419 es-AR es-CL es-MX es-PR es-US fa-AF
        fr-BE fr-CA ko-KP ps-PK pt-PT ro-MD ru-UA se-FI sr-Cyrl-BA sr-Cyrl-ME sr-Cyrl-XK sr-Latn-BA
        sr-Latn-ME sr-Latn-XK sw-CD sw-KE ur-IN yo-BJ yrl-CO zh-Hant-HK\
        """;

    static final Map<String, Country> NAMES = read();

    private static Map<String, Country> read() {
      var whole = new Votes();
      var shortened = new Votes();
      namesByCountry()
          .forEach((country, names) ->
              names.forEach((name, locales) -> {
                whole.add(name, country, locales);
                String rest = withoutBrackets(name);
                if (!rest.equals(name)) {
                  shortened.add(rest, country, locales);
                }
              }));
      Map<String, Country> names = shortened.unanimous();
      names.putAll(whole.winners());
      return Map.copyOf(names); // half the memory of a HashMap
    }

    /** Returns for each country its names, and how many locales have each of them. */
    private static Map<Country, Map<String, Integer>> namesByCountry() {
      Map<Country, Map<String, Integer>> names = new HashMap<>();
      // a former country whose name leads to the present one, such as Zaire, is left out
      for (Country country : Country.all()) {
        if (country.equals(English.NAMES.get(key(country.name())))) {
          names.put(country, new HashMap<>());
        }
      }
      locales()
          .forEach(locale ->
              names.forEach((country, of) -> of.merge(country.name(locale), 1, Integer::sum)));
      return names;
    }

    private static Stream<Locale> locales() {
      return Stream.concat(
          Locale.availableLocales().filter(locale -> locale.getCountry().isEmpty()),
          Pattern.compile("\\s+").splitAsStream(REGIONAL).map(Locale::forLanguageTag));
    }
  }

  /** Which countries a name means, and in how many locales. */
  private static final class Votes {
    private static final Comparator<Map.Entry<Country, Integer>> BEST_FIRST =
        comparing((Map.Entry<Country, Integer> vote) -> vote.getKey().former())
            .thenComparing(Map.Entry.comparingByValue(reverseOrder()))
            .thenComparing(Map.Entry.comparingByKey());

    private final Map<String, Map<Country, Integer>> byKey = new HashMap<>();

    void add(String name, Country country, int locales) {
      String key = key(name);
      if (!key.isEmpty() && !English.NAMES.containsKey(key)) {
        byKey.computeIfAbsent(key, k -> new HashMap<>(2)).merge(country, locales, Integer::sum);
      }
    }

    Map<String, Country> winners() {
      Map<String, Country> winners = new HashMap<>();
      byKey.forEach(
          (key, votes) -> winners.put(key, Collections.min(votes.entrySet(), BEST_FIRST).getKey()));
      return winners;
    }

    Map<String, Country> unanimous() {
      byKey.values().removeIf(votes -> votes.size() > 1);
      return winners();
    }
  }
}
