package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lede.query.Query;

class DeadlinesTest {
  @Test
  void areKeptIfOneOfAHundredIsLate() {
    assertThat(late(1).areInTime()).isTrue();
    assertThat(late(2).areInTime()).isFalse();
  }

  @Test
  void tellHowLongTheTriesTook() {
    assertThat(late(2)).hasToString("98 of 100 | 120 | 151 | 7");
  }

  @Test
  void areTriedOnQueriesThatPrintBack() {
    assertThat(Deadlines.hostile().values())
        .allSatisfy(query -> assertThat(Query.parseStrict(query.toString())).isEqualTo(query));
  }

  /** Returns a hundred tries of which some took longer than they may. */
  private static Deadlines.Tries late(int many) {
    return Deadlines.Tries.of(
        LongStream.range(0, 100)
            .map(i -> Duration.ofMillis(i < many ? 151 : 120).toNanos())
            .toArray(),
        7);
  }
}
