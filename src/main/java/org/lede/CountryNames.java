package org.lede;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds countries by name. */
final class CountryNames {
  private static final Pattern DROPPED =
      Pattern.compile("[.'’ʼ`]|\\p{InCombiningDiacriticalMarks}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern BAR = Pattern.compile("\\|");

  /**
   * Other names than the JDK's English ones, in simple form. Sources: the short names of ISO 3166,
   * older English names, and what newspapers write.
   */
  private static final String ALIASES =
      """
      AE uae|emirates
      AG antigua
      BA bosnia|bosnia herzegovina
      BN brunei darussalam
      BO plurinational state of bolivia
      CD drc|dr congo|democratic republic of congo|democratic republic of the congo|congo democratic republic|congo kinshasa|zaire
      CG congo|republic of congo|republic of the congo|congo brazzaville
      CI ivory coast|cote divoire
      CN prc|peoples republic of china|mainland china
      CSHH czecho slovakia
      CV cape verde
      CZ czech republic|czechia
      DDDE gdr|german democratic republic
      DE west germany|federal republic of germany|frg
      FK falklands|falkland islands|malvinas
      FM micronesia|federated states of micronesia
      GB uk|britain|great britain|england|scotland|wales|northern ireland
      HK hong kong
      IE eire|republic of ireland
      IR islamic republic of iran|persia
      KH kampuchea
      KN saint kitts and nevis
      KP dprk|democratic peoples republic of korea
      KR korea|rok|republic of korea
      LA lao|lao peoples democratic republic
      LC saint lucia
      MD republic of moldova
      MK macedonia|former yugoslav republic of macedonia|fyrom
      MM burma|myanmar
      MO macau|macao
      NL holland
      PS palestine|state of palestine|occupied palestinian territory
      RU russian federation
      SA ksa
      ST sao tome and principe
      SUHH ussr|union of soviet socialist republics
      SY syrian arab republic
      SZ swaziland
      TL east timor|timor leste
      TR turkey|turkiye
      TT trinidad
      TW taiwan province of china
      TZ united republic of tanzania
      US america|united states of america
      VA vatican|holy see
      VC saint vincent and the grenadines|saint vincent
      VE bolivarian republic of venezuela
      VN viet nam
      XK republic of kosovo
      YDYE yemen demo republic|democratic yemen|peoples democratic republic of yemen
      YE yemen arab republic|north yemen
      ZW rhodesia
      """;

  /**
   * Countries that no language but English, and those the JDK has no names in, calls all by their
   * English names.
   */
  private static final List<Country> PROBES =
      List.of(Country.of("DE"), Country.of("US"), Country.of("CN"));

  private static final Map<String, Country> ENGLISH = english();

  private CountryNames() {}

  /**
   * Holds the names in all languages, which are read only when a name in another language than
   * English is asked for.
   */
  private static final class AllLanguages {
    private static final List<Locale> LANGUAGES = languages();
    private static final Map<String, Country> NAMES = inAllLanguages();
  }

  static Optional<Country> find(String text) {
    String name = simple(text);
    Optional<Country> byCode = CountryCodes.find(name);
    if (byCode.isPresent() || name.isEmpty()) {
      return byCode;
    }
    Country english = ENGLISH.get(name);
    return english != null
        ? Optional.of(english)
        : Optional.ofNullable(AllLanguages.NAMES.get(name));
  }

  /** Brings a name into the form in which names are compared. */
  private static String simple(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String words =
        BETWEEN_WORDS.matcher(DROPPED.matcher(lower).replaceAll("")).replaceAll(" ").strip();
    return words.startsWith("the ") ? words.substring(4) : words;
  }

  private static Map<String, Country> english() {
    Map<String, Country> names = new HashMap<>();
    for (Country country : CountryCodes.ALL) { // the present ones first, so that they win
      names.putIfAbsent(simple(country.name()), country);
    }
    ALIASES
        .lines()
        .forEach(line -> {
          Country country = Country.of(line.substring(0, line.indexOf(' ')));
          BAR.splitAsStream(line.substring(line.indexOf(' ') + 1))
              .forEach(alias -> names.put(alias, country));
        });
    return names;
  }

  /**
   * Returns each name with the country that most languages call so; of equal ones, the one with the
   * smaller code.
   */
  private static Map<String, Country> inAllLanguages() {
    Map<String, Map<Country, Integer>> votes = new HashMap<>();
    for (Country country : CountryCodes.ALL) {
      if (!country.former()) {
        names(country)
            .forEach((name, languages) ->
                votes
                    .computeIfAbsent(simple(name), unused -> new HashMap<>(2))
                    .merge(country, languages, Integer::sum));
      }
    }
    Map<String, Country> names = HashMap.newHashMap(votes.size());
    votes.forEach((name, countries) -> names.put(name, winner(countries)));
    return names;
  }

  /** Returns the names of a country, each with the number of languages that call it so. */
  private static Map<String, Integer> names(Country country) {
    Map<String, Integer> names = new HashMap<>();
    for (Locale language : AllLanguages.LANGUAGES) {
      names.merge(country.name(language), 1, Integer::sum);
    }
    return names;
  }

  private static Country winner(Map<Country, Integer> votes) {
    return Collections.max(
            votes.entrySet(),
            Map.Entry.<Country, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  /**
   * Returns the languages that have names of their own, each once for each script it is written in.
   */
  private static List<Locale> languages() {
    return Locale.availableLocales()
        .map(CountryNames::withoutCountry)
        .distinct()
        .filter(language ->
            PROBES.stream().anyMatch(probe -> !probe.name(language).equals(probe.name())))
        .toList();
  }

  private static Locale withoutCountry(Locale locale) {
    return new Locale.Builder()
        .setLanguage(locale.getLanguage())
        .setScript(locale.getScript())
        .build();
  }
}
