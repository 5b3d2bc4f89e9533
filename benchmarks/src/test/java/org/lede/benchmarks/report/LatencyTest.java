package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.LatencyCurve;

class LatencyTest {
  private static final LatencyCurve LEDE =
      new LatencyCurve("lede", 50, 0, Map.of("50", 2.0, "90", 3.0, "max", 9.0));

  @Test
  void placesPercentilesByThePartThatIsSlower() {
    Panel panel = Latency.of(List.of(LEDE)).getFirst().panel();

    assertThat(panel.lines().getFirst().points())
        .containsExactly(List.of(2.0, 2.0), List.of(10.0, 3.0), List.of(100.0, 9.0));
    assertThat(panel.last()).isEqualTo(100);
  }

  @Test
  void comparesWhatHadTheSameLoad() {
    LatencyCurve lucene = new LatencyCurve("lucene", 50, 0, Map.of("50", 4.0));
    LatencyCurve writing = new LatencyCurve("lede", 50, 5, Map.of("50", 4.0));

    assertThat(Latency.of(List.of(LEDE, writing, lucene)))
        .containsExactly(
            new Latency("50 questions a second", List.of(LEDE, lucene)),
            new Latency("50 questions a second, 5 new articles", List.of(writing)));
  }
}
