package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.GrowthPoint;

class GrowthTest {
  @Test
  void hasAPanelForEachKindAndForWhatElseWasMeasured() {
    List<Growth> all =
        Growth.of(
            List.of(
                new GrowthPoint("lede", 100, "term", 5, 0, 0, 900),
                new GrowthPoint("lede", 10, "term", 2, 0, 0, 0),
                new GrowthPoint("lede", 10, "odd with facets", 3, 0, 0, 0)));

    assertThat(all)
        .extracting(Growth::title)
        .containsExactly("time for one word", "time for odd, with facets", "memory for facets");
    assertThat(all.getFirst().panel().lines())
        .containsExactly(new Panel.Line("Lede", List.of(List.of(10.0, 2.0), List.of(100.0, 5.0))));
  }
}
