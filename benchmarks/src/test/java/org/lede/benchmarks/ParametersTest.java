package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final Parameters USUAL = Parameters.usually("corpus=generated", "articles=10,20");

  @Test
  void areWhatIsUsualUnlessToldOtherwise() {
    Parameters told = USUAL.with(List.of("-p", "corpus=a=b.jsonl"));

    assertThat(told.text("corpus")).isEqualTo("a=b.jsonl");
    assertThat(told.wholes("articles", 1)).containsExactly(10L, 20L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-p", "-p corpus", "-p size=3", "-f 1", "-p corpus=x -p"})
  void areToldByNameAsJmhTakesThem(String words) {
    assertThatThrownBy(() -> USUAL.with(List.of(words.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "parameters are told as -p name=value, with a name of [corpus, articles], but there"
                + " is");
  }

  @Test
  void haveNumbersThatAreWholeAndLargeEnough() {
    assertThatThrownBy(() -> USUAL.wholes("articles", 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("articles must be a whole number of at least 11, but is \"10\"");
    assertThatThrownBy(() -> USUAL.whole("corpus", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("corpus must be a whole number of at least 0, but is \"generated\"");
  }
}
