package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.GrowthPoint;

class GrowthTest {
  @Test
  void tellsWithWhatPowerOfTheArticlesFiguresGrow() {
    assertThat(Growth.exponent(Map.of(10L, 7.0, 20L, 28.0, 40L, 112.0))).isEqualTo(2, within(1e-9));
    assertThat(Growth.exponent(Map.of(10L, 7.0, 1_000L, 7.0))).isEqualTo(0, within(1e-9));
  }

  @Test
  void takesTheStraightLineThatIsNearestToAllFigures() {
    // the logarithms are 0, 1, 2 along and 0, 1, 0 up, so the nearest line is flat
    assertThat(Growth.exponent(Map.of(1L, 1.0, 10L, 10.0, 100L, 1.0))).isEqualTo(0, within(1e-9));
  }

  @Test
  void tellsNoPowerFromOneFigure() {
    assertThat(Growth.exponent(Map.of(10L, 7.0))).isNaN();
  }

  @Test
  void hasAPanelForEachKindAndForWhatElseWasMeasured() {
    List<Growth> all =
        Growth.of(
            List.of(
                new GrowthPoint("lede", 100, "term", 5, 0, 0, 900),
                new GrowthPoint("lede", 10, "term", 2, 0, 0, 0),
                new GrowthPoint("lede", 10, "odd", 3, 0, 0, 0)));

    assertThat(all)
        .extracting(Growth::title)
        .containsExactly("time for one word", "time for odd", "memory while it is open");
    assertThat(all.getFirst().panel().lines())
        .containsExactly(new Panel.Line("Lede", List.of(List.of(10.0, 2.0), List.of(100.0, 5.0))));
  }
}
