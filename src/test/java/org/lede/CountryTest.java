package org.lede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "IR, IR",
    "ir, IR",
    "IRN, IR",
    "irn, IR",
    "XK, XK",
    "SUHH, SUHH",
    "suhh, SUHH",
    "SU, SUHH",
    "DDR, DDDE",
    "ZAR, ZRCD"
  })
  void readsCodesOfTwoThreeAndFourLetters(String code, String expected) {
    assertThat(Country.of(code).code()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"BY, BY", "SK, SK", "ATF, TF", "CS, CSXX", "CSK, CSHH"})
  void readsAReusedCodeAsTheCountryThatHadItLast(String code, String expected) {
    assertThat(Country.of(code).code()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", "I", "QQ", "UK", "Iran", "I.R.", " IR", "ß", "IRANIAN", "12"})
  void refusesWhatIsNoCode(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Country.of(code));
  }

  @Test
  void saysWhichCodeIsWrongAndWhatToDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Country.of("Persia"))
        .withMessage(
            "no country has the code \"Persia\"; use a code of ISO 3166 such as \"IR\", "
                + "or look a name up with Country.find");
  }

  @Test
  void namesACountryInManyLanguages() {
    assertThat(Country.of("DE").name()).isEqualTo("Germany");
    assertThat(Country.of("DE").name(Locale.FRENCH)).isEqualTo("Allemagne");
  }

  @Test
  void namesAFormerCountryInEnglishWhereTheJdkCannot() {
    assertThat(Country.of("SUHH").name()).isEqualTo("Soviet Union");
    assertThat(Country.of("SUHH").name(Locale.FRENCH)).isEqualTo("Soviet Union");
  }

  @Test
  void namesAFormerCountryWhoseShortCodeNowMeansAnother() {
    assertThat(Country.of("SKIN").name(Locale.ENGLISH)).isEqualTo("Sikkim");
    assertThat(Country.of("CSHH").name(Locale.ENGLISH)).isEqualTo("Czechoslovakia");
  }

  @Test
  void printsCodeAndName() {
    assertThat(Country.of("IR")).hasToString("IR (Iran)");
    assertThat(Country.of("DDDE")).hasToString("DDDE (East Germany)");
  }

  @Test
  void knowsWhichCountriesAreGone() {
    assertThat(Country.of("YUCS").former()).isTrue();
    assertThat(Country.of("RS").former()).isFalse();
    assertThat(Country.of("XK").former()).isFalse();
  }

  @Test
  void equalsTheCountryWithTheSameCodeOnly() {
    assertThat(Country.of("IRN")).isEqualTo(Country.of("ir")).hasSameHashCodeAs(Country.of("ir"));
    assertThat(Country.of("CD")).isNotEqualTo(Country.of("ZRCD"));
  }

  @Test
  void listsPresentCountriesBeforeFormerOnesEachByCode() {
    assertThat(Country.all()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(270);
    assertThat(Country.all().getFirst()).isEqualTo(Country.of("AD"));
    assertThat(Country.all().getLast()).isEqualTo(Country.of("ZRCD"));
    assertThat(Country.of("ZW")).isLessThan(Country.of("AIDJ"));
  }

  @Test
  void knowsEveryCodeThatTheJdkKnows() {
    assertThat(Country.all().stream().map(Country::code))
        .contains(Locale.getISOCountries())
        .containsAll(Locale.getISOCountries(IsoCountryCode.PART3));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IR                  | IR
          irn                 | IR
          in                  | IN
          suhh                | SUHH
          uk                  | GB
          usa                 | US
          U.S.                | US
          the U.S.            | US
          America             | US
          Great Britain       | GB
          England             | GB
          Northern Ireland    | GB
          South Korea         | KR
          Republic of Korea   | KR
          korea               | KR
          DPRK                | KP
          turkey              | TR
          türkiye             | TR
          Turkiye             | TR
          Holland             | NL
          The Netherlands     | NL
          ivory-coast         | CI
          Cote d'Ivoire       | CI
          Czech Republic      | CZ
          Macedonia           | MK
          UAE                 | AE
          DRC                 | CD
          Congo-Kinshasa      | CD
          Vatican             | VA
          russia              | RU
          Syria               | SY
          laos                | LA
          hong-kong           | HK
          us-virgin-islands   | VI
          Virgin Islands      | VI
          trinidad-tobago     | TT
          Trinidad and Tobago | TT
          Saint Lucia         | LC
          St. Lucia           | LC
          Viet Nam            | VN
          Kosovo              | XK
          congo               | CG
          guinea              | GN
          """)
  void findsByCodeAliasAndEnglishName(String text, String code) {
    assertThat(Country.find(text)).contains(Country.of(code));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ussr                  | SUHH
          U.S.S.R.              | SUHH
          Soviet Union          | SUHH
          СССР                  | SUHH
          yugoslavia            | YUCS
          czechoslovakia        | CSHH
          east-germany          | DDDE
          yemen-demo-republic   | YDYE
          Serbia and Montenegro | CSXX
          west-germany          | DE
          yemen-arab-republic   | YE
          burma                 | MM
          zaire                 | CD
          swaziland             | SZ
          kampuchea             | KH
          East Timor            | TL
          Upper Volta           | BF
          """)
  void findsAFormerCountryUnlessItLivesOnUnderAnotherName(String text, String code) {
    assertThat(Country.find(text)).contains(Country.of(code));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Korea, Republic of                       | KR
          Iran (Islamic Republic of)               | IR
          Congo (the Democratic Republic of the)   | CD
          Venezuela, Bolivarian Republic of        | VE
          Bahamas, The                             | BS
          Falkland Islands (Malvinas)              | FK
          """)
  void findsNamesInTheOrderOfLists(String text, String code) {
    assertThat(Country.find(text)).contains(Country.of(code));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Allemagne, DE",
    "ALLEMAGNE, DE",
    "Österreich, AT",
    "Osterreich, AT",
    "Иран, IR",
    "中国, CN",
    "日本, JP",
    "대한민국, KR",
    "مصر, EG",
    "भारत, IN",
    "Ελλάδα, GR",
    "Ελλαδα, GR",
    "Írán, IR",
    "İspanya, ES",
    "Kıbrıs, CY",
    "Węgry, HU",
    "Færøerne, FO",
    "Faeroerne, FO",
    "Kongo, CG"
  })
  void findsNamesInOtherLanguages(String text, String code) {
    assertThat(Country.find(text)).contains(Country.of(code));
  }

  @Test
  void findsEveryCountryByItsCode() {
    assertThat(Country.all())
        .allSatisfy(country -> assertThat(Country.find(country.code())).contains(country));
    assertThat(Country.find("and")).contains(Country.of("AD"));
  }

  @Test
  void takesACodeForANameOnlyIfItHasNoAccent() {
    assertThat(Country.find("Ao")).contains(Country.of("AO"));
    assertThat(Country.find("Áo")).contains(Country.of("AT")); // Vietnamese
  }

  @Test
  void findsEveryCountryByItsEnglishName() {
    assertThat(Country.all())
        .allSatisfy(country ->
            assertThat(Country.find(country.name()))
                .hasValueSatisfying(
                    found -> assertThat(found.equals(country) || !found.former()).isTrue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "pt", "it", "ru", "ar", "fa", "hi", "zh", "ja", "ko"})
  void findsEveryPresentCountryByItsNameIn(Locale language) {
    assertThat(Country.all())
        .filteredOn(country -> !country.former())
        .allSatisfy(country -> assertThat(Country.find(country.name(language))).contains(country));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"", " ", "\t\n", "-", "the", "&", "()", ",", "Atlantis", "1987", "\ud83d"})
  void findsNothingInWhatNamesNoCountry(String text) {
    assertThat(Country.find(text)).isEmpty();
  }

  @Test
  void looksAtShortTextsOnly() {
    assertThat(Country.find("Iran" + " ".repeat(196))).contains(Country.of("IR"));
    assertThat(Country.find("Iran" + " ".repeat(197))).isEmpty();
  }

  @Test
  void takesAnyText() {
    var random = new Random(1);

    for (int i = 0; i < 10_000; i++) {
      String text = randomText(random);
      assertThatCode(() -> Country.find(text)).as(text).doesNotThrowAnyException();
    }
  }

  @Test
  void givesEachAliasToOneCountryAndNoAliasToTheCodeOfAnother() {
    Map<String, Country> seen = new HashMap<>();
    for (List<String> row : Table.rows("country-aliases.tsv")) {
      var country = Country.of(row.get(0));
      for (String alias : row.get(1).split(";", -1)) {
        assertThat(Country.find(alias)).as(alias).contains(country);
        assertThat(seen.putIfAbsent(CountryNames.key(alias), country))
            .as("twice: " + alias)
            .isNull();
      }
    }
  }

  /** To run: {@code mvn test -Dlede.corpora=...}, the folder with reuters_places_iso.tsv. */
  @Test
  void findsEveryPlaceOfReuters21578() throws IOException {
    String corpora = System.getProperty("lede.corpora", "");
    assumeTrue(!corpora.isEmpty(), "no -Dlede.corpora");
    Map<String, String> former =
        Map.of(
            "ussr", "SUHH",
            "yugoslavia", "YUCS",
            "czechoslovakia", "CSHH",
            "east-germany", "DDDE",
            "yemen-demo-republic", "YDYE");

    for (String line : Files.readAllLines(Path.of(corpora, "reuters_places_iso.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("place")) {
        assertThat(Country.find(cells[0]).map(Country::code))
            .as(cells[0])
            .contains(former.getOrDefault(cells[0], cells[1]));
      }
    }
  }

  /** Up to 30 characters of all kinds, half of them those that have a meaning in names. */
  private static String randomText(Random random) {
    String special = " ,()-.&'\u0301\u0130ß\ud800\udc00（）aiU";
    var text = new StringBuilder();
    for (int length = random.nextInt(31); length > 0; length--) {
      text.append(
          random.nextBoolean()
              ? special.charAt(random.nextInt(special.length()))
              : (char) random.nextInt(0x10000));
    }
    return text.toString();
  }
}
