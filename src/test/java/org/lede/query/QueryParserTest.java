package org.lede.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lede.Facet;

class QueryParserTest {
  @Test
  void readsWordsPhrasesFacetsAndExclusions() {
    assertThat(
            Query.parse("blackout \"single register\" country:iran -football -\"press release\""))
        .isEqualTo(
            new Parsed(
                Query.allOf(
                    Query.words("blackout"),
                    Query.phrase("single register"),
                    Query.about(Facet.COUNTRY, "IR"),
                    Query.not(Query.words("football")),
                    Query.not(Query.phrase("press release"))),
                List.of()));
  }

  @Test
  void readsAQuotedFacetValue() {
    assertThat(Query.parse("-organisation:\"International Telecommunication Union\"").query())
        .isEqualTo(
            Query.not(Query.about(Facet.ORGANISATION, "International Telecommunication Union")));
  }

  @Test
  void readsAFacetOfTheCallers() {
    assertThat(Query.parse("desk:Night", List.of(Facet.named("desk"))).query())
        .isEqualTo(Query.about(Facet.named("desk"), "Night"));
  }

  @Test
  void findsEverythingForAnEmptyText() {
    assertThat(Query.parse(" \t ")).isEqualTo(new Parsed(Query.everything(), List.of()));
  }

  @Test
  void saysThatAPhraseWasLeftOpen() {
    Parsed parsed = Query.parse("topic:internet \"single reg");

    assertThat(parsed.query())
        .isEqualTo(Query.about(Facet.TOPIC, "internet").and(Query.phrase("single reg")));
    assertThat(parsed.notices())
        .containsExactly(
            new Notice(
                15,
                26,
                "a phrase is opened but never closed, so it was read to the end; add a closing"
                    + " quote"));
  }

  @Test
  void searchesAnUnknownFacetAsWords() {
    Parsed parsed = Query.parse("x countrie:Iran");

    assertThat(parsed.query()).isEqualTo(Query.words("x").and(Query.words("countrie Iran")));
    assertThat(parsed.notices()).hasSize(1);
    assertThat(parsed.notices().getFirst().start()).isEqualTo(2);
    assertThat(parsed.notices().getFirst().message())
        .startsWith("there is no facet \"countrie\"")
        .endsWith("the facets are country, organisation, topic, source, language");
  }

  @Test
  void searchesAValueThatIsNoneAsWords() {
    Parsed parsed = Query.parse("country:Atlantis topic:");

    assertThat(parsed.query()).isEqualTo(Query.words("Atlantis"));
    assertThat(parsed.notices()).extracting(Notice::start).containsExactly(0, 17, 17);
  }

  @Test
  void leavesOutWhatHoldsNoWord() {
    Parsed parsed = Query.parse("iran -- \"!\" -");

    assertThat(parsed.query()).isEqualTo(Query.words("iran"));
    assertThat(parsed.notices()).extracting(Notice::start).containsExactly(5, 8, 12);
  }

  @Test
  void takesAColonBetweenNumbersForText() {
    assertThat(Query.parse("12:30")).isEqualTo(new Parsed(Query.words("12 30"), List.of()));
  }

  @Test
  void readsNoMoreThanItsLimits() {
    assertThat(Query.parse("w ".repeat(300)).notices().getFirst().message())
        .startsWith("only the first 200 parts");
    assertThat(Query.parse("w".repeat(10_001)).notices().getFirst())
        .isEqualTo(
            new Notice(
                10_000,
                10_001,
                "only the first 10,000 characters were searched; shorten the text"));
  }

  @Property
  void neverThrows(@ForAll("typed") String text) {
    assertThatCode(() -> assertThat(Query.parse(text).query()).isNotNull())
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\"",
            "-",
            ":",
            " ",
            "country:",
            "topic:a/",
            "/",
            "*",
            "(",
            "\uD83D",
            "\u202E",
            "\0",
            "iran",
            "'");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(50));
  }
}
