package org.lede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  @Test
  void bringsItsValueIntoNormalForm() {
    assertThat(Tag.of(Facet.COUNTRY, "Iran").value()).isEqualTo("IR");
    assertThat(Tag.of(Facet.ORGANISATION, " Ofcom ").value()).isEqualTo("Ofcom");
    assertThat(Tag.of(Facet.ORGANISATION, "AT/T").value()).isEqualTo("AT/T");
  }

  @Test
  void countsAPathUnderEachOfItsLevels() {
    assertThat(Facet.TOPIC.withAncestors("a/b/c")).containsExactly("a", "a/b", "a/b/c");
    assertThat(Facet.ORGANISATION.withAncestors("a/b")).containsExactly("a/b");
  }

  @Test
  void labelsAValueAsAReaderWouldCallIt() {
    assertThat(Facet.COUNTRY.label("IR", Locale.FRENCH)).isEqualTo("Iran");
    assertThat(Facet.COUNTRY.label("DE", Locale.FRENCH)).isEqualTo("Allemagne");
    assertThat(Facet.TOPIC.label("internet/censorship", Locale.ENGLISH)).isEqualTo("censorship");
    assertThat(Facet.SOURCE.label("a/b", Locale.ENGLISH)).isEqualTo("a/b");
    assertThat(Facet.LANGUAGE.label("fa", Locale.ENGLISH)).isEqualTo("Persian");
    assertThat(Facet.LANGUAGE.label("de", Locale.FRENCH)).isEqualTo("allemand");
    assertThat(Facet.LANGUAGE.label("no language", Locale.ENGLISH)).isEqualTo("no language");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesASalienceOutOfRange(double salience) {
    assertThatThrownBy(() -> new Tag(Facet.TOPIC, "internet", salience))
        .hasMessage("salience must be from 0 to 1, but is " + salience + " for topic:internet");
  }

  @Test
  void refusesAnUnknownCountry() {
    assertThatThrownBy(() -> Tag.of(Facet.COUNTRY, "Atlantis"))
        .hasMessage(
            "no country is known as \"Atlantis\"; use an ISO 3166 code such as IR, or a name such"
                + " as Iran");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a//b", "/a", "a/", "a/ /b", "1/2/3/4/5/6/7/8/9"})
  void refusesAPathThatIsNone(String path) {
    assertThatThrownBy(() -> Tag.of(Facet.TOPIC, path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesATagForWhatAnArticleHasAFieldFor() {
    assertThatThrownBy(() -> Tag.of(Facet.SOURCE, "The Wire"))
        .hasMessage(
            "the source of an article is no tag; set it with Article.Builder.source(\"The Wire\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Desk", "1desk", "a b", "a.b", "x23456789012345678901234567890123456789012"})
  void refusesAFacetNameThatIsNone(String name) {
    assertThatThrownBy(() -> Facet.named(name))
        .hasMessageStartingWith("a facet name must have 1 to 40 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headline",
        "lead",
        "body",
        "byline",
        "first",
        "about",
        "mentions",
        "published",
        "like",
        "http",
        "https"
      })
  void refusesAFacetNameThatMeansSomethingElseInTypedText(String name) {
    assertThatThrownBy(() -> Facet.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no facet can be named \"%s\", because %s: means something else in typed text; choose another name, such as \"my-%s\""
                .formatted(name, name, name));
    assertThatThrownBy(() -> Facet.hierarchical(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesABuiltInFacetOfTheOtherShape() {
    assertThat(Facet.named("topic")).isEqualTo(Facet.TOPIC);
    assertThatThrownBy(() -> Facet.hierarchical("country"))
        .hasMessage("the facet country is built in; use Facet.COUNTRY");
  }
}
