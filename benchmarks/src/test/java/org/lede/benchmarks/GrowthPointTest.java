package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthPointTest {
  @Test
  void tellsWithWhatPowerOfTheArticlesFiguresGrow() {
    assertThat(GrowthPoint.exponent(Map.of(10L, 7.0, 20L, 28.0, 40L, 112.0)))
        .isEqualTo(2, within(1e-9));
    assertThat(GrowthPoint.exponent(Map.of(10L, 7.0, 1_000L, 7.0))).isEqualTo(0, within(1e-9));
  }

  @Test
  void takesTheStraightLineThatIsNearestToAllFigures() {
    // the logarithms are 0, 1, 2 along and 0, 1, 0 up, so the nearest line is flat
    assertThat(GrowthPoint.exponent(Map.of(1L, 1.0, 10L, 10.0, 100L, 1.0)))
        .isEqualTo(0, within(1e-9));
  }

  @Test
  void tellsNoPowerFromOneFigure() {
    assertThat(GrowthPoint.exponent(Map.of(10L, 7.0))).isNaN();
  }
}
