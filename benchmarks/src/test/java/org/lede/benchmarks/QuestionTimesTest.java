package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuestionTimesTest {
  @Test
  void giveTheGeometricMean() {
    assertThat(mean(times(10, 1_000))).isCloseTo(100, within(1e-9));
  }

  @Test
  void giveTheMeanOfTheQuotientsIfTwoAreCompared() {
    double twiceAndEightTimes = mean(times(20, 8_000)) / mean(times(10, 1_000));

    assertThat(twiceAndEightTimes).isCloseTo(4, within(1e-9));
  }

  @Test
  void canBearAClockThatStandsStill() {
    assertThat(mean(times(0, 100))).isCloseTo(10, within(1e-9));
  }

  private static QuestionTimes times(long... nanos) {
    QuestionTimes times = new QuestionTimes();
    LongStream.of(nanos).forEach(times::add);
    return times;
  }

  private static double mean(QuestionTimes times) {
    return Math.exp(times.logNanos / times.asked);
  }
}
