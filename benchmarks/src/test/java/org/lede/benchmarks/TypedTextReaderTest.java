package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextReaderTest {
  static final List<String> ONLY_LEDE = TypedTexts.LEDE;

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene-classic", "lucene-standard", "lucene-simple"})
  void readsTheSameWordsAsLede(String engine) {
    assertThatCode(() -> TypedTextReader.check(TypedTexts.COMMON, TypedTextReader.named(engine)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @FieldSource("ONLY_LEDE")
  void ofLedeUnderstandsAllThatItsSyntaxHas(String text) {
    assertThat(new TypedTextReader.Lede().words(text)).isNotEmpty();
  }

  @Test
  void findsExcludedWordsAndStartsOfWordsToo() {
    String text = "\"grain corridor\"~3 (censor* OR ban) -football";

    assertThat(TypedTextReader.named("lucene-classic").words(text))
        .isEqualTo(TypedTextReader.named("lede").words(text))
        .containsExactly("ban", "censor", "corridor", "football", "grain");
  }

  @Test
  void doesNotPassIfItReadsOtherWords() {
    List<String> texts = List.of("grain near/8 corridor");

    assertThatThrownBy(() -> TypedTextReader.check(texts, TypedTextReader.named("lucene-simple")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not agree on the words of grain near/8 corridor");
  }

  @Test
  void ofLedeDoesNotPassIfItHasNotices() {
    assertThatThrownBy(() -> new TypedTextReader.Lede().words("colour:red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lede has notices");
  }
}
