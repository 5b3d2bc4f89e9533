package org.lede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource({
    "IR, IR",
    "ir, IR",
    "IRN, IR",
    "Iran, IR",
    "islamic republic of Iran, IR",
    "uk, GB",
    "U.K., GB",
    "Great Britain, GB",
    "Scotland, GB",
    "us, US",
    "u.s.a., US",
    "The United States, US",
    "america, US",
    "ussr, SUHH",
    "Soviet Union, SUHH",
    "SUHH, SUHH",
    "South Korea, KR",
    "korea, KR",
    "North Korea, KP",
    "Türkiye, TR",
    "Turkey, TR",
    "turkiye, TR",
    "west-germany, DE",
    "east-germany, DDDE",
    "GDR, DDDE",
    "Côte d'Ivoire, CI",
    "cote d’ivoire, CI",
    "ivory-coast, CI",
    "burma, MM",
    "zaire, CD",
    "Congo, CG",
    "DRC, CD",
    "Hong-Kong, HK",
    "Holland, NL",
    "Czech Republic, CZ",
    "Czechia, CZ",
    "Kosovo, XK",
    "XKX, XK",
    "yugoslavia, YUCS",
    "yemen-demo-republic, YDYE",
    "Yemen, YE",
    "East Timor, TL",
    "UAE, AE",
    "Guinea, GN",
    "Niger, NE",
    "Georgia, GE",
    "St. Lucia, LC",
    "Saint Lucia, LC",
  })
  void isFoundByCodeNameOrAlias(String text, String code) {
    assertThat(Country.find(text)).map(Country::code).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Deutschland, DE", "Allemagne, DE", "Германия, DE", "آلمان, DE", "ألمانيا, DE", "ドイツ, DE",
        "德国, DE",
    "Россия, RU", "ایران, IR", "España, ES", "ΕΛΛΆΔΑ, GR", "भारत, IN", "Magyarország, HU",
        "İsveç, SE",
  })
  void isFoundByItsNameInAnyLanguage(String text, String code) {
    assertThat(Country.find(text)).map(Country::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Atlantis", "?", "the", "\uD83D", "Europe"})
  void isNotFoundByAnythingElse(String text) {
    assertThat(Country.find(text)).isEmpty();
  }

  @Test
  void isNotFoundByAVeryLongText() {
    assertThat(Country.find(" ".repeat(300) + "Iran")).isEmpty();
  }

  @Test
  void everyCountryIsFoundByItsCodeAndItsName() {
    assertThat(Country.all()).hasSizeGreaterThan(280).doesNotHaveDuplicates();
    for (Country country : Country.all()) {
      assertThat(Country.of(country.code())).isSameAs(country);
      assertThat(Country.find(country.code().toLowerCase(Locale.ROOT))).contains(country);
      if (!country.former()) {
        assertThat(Country.find(country.name())).as(country.name()).contains(country);
      }
    }
  }

  @Test
  void namesItselfInALanguage() {
    assertThat(Country.of("DE").name()).isEqualTo("Germany");
    assertThat(Country.of("DE").name(Locale.FRENCH)).isEqualTo("Allemagne");
    assertThat(Country.of("SUHH").name(Locale.FRENCH)).isEqualTo("Soviet Union");
    assertThat(Country.of("DDDE")).hasToString("DDDE (East Germany)");
    assertThat(Country.of("DDDE").former()).isTrue();
    assertThat(Country.of("deu").former()).isFalse();
  }

  @Test
  void hasEveryFormerCountryOfTheJdk() {
    assertThat(Country.all())
        .extracting(Country::code)
        .containsAll(Locale.getISOCountries(Locale.IsoCountryCode.PART3));
  }

  @Test
  void refusesAnUnknownCode() {
    assertThatThrownBy(() -> Country.of("Iran"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no country has the code \"Iran\"; use an ISO 3166 code such as IR, or Country.find for"
                + " a name");
  }

  @Test
  void knowsTheCountriesOfAnOldNewswire() throws IOException {
    String corpora = System.getProperty("lede.corpora", "");
    Path table = Path.of(corpora, "reuters_places_iso.tsv");
    assumeTrue(
        !corpora.isEmpty() && Files.exists(table),
        "needs -Dlede.corpora, the folder of real articles");
    List<String> lines = Files.readAllLines(table);

    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      Optional<Country> country = Country.find(columns[0]);
      assertThat(country).as(line).isPresent();
      boolean former = country.orElseThrow().former();
      assertThat(former || country.orElseThrow().code().equals(columns[1])).as(line).isTrue();
      assertThat(former && columns[2].equals("0")).as(line).isFalse();
    }
  }
}
