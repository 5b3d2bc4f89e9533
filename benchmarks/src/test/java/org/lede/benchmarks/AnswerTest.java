package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.Answer.Month;

class AnswerTest {
  @Test
  void hasTheMonthsFromTheFirstToTheLastThatWasCounted() {
    assertThat(Answer.months(Map.of("2024-02", 1L, "2023-12", 2L)))
        .containsExactly(new Month("2023-12", 2), new Month("2024-01", 0), new Month("2024-02", 1));
  }

  @Test
  void hasNoMonthsIfNoneWasCounted() {
    assertThat(Answer.months(Map.of())).isEmpty();
  }
}
