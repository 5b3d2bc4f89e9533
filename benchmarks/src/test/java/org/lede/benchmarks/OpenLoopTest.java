package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final int STANDSTILL = 200;

  @Test
  void questionsThatComeWhileOthersAreAskedWaitToo() throws IOException, InterruptedException {
    OpenLoop loop = new OpenLoop(new Pace(System.nanoTime(), 1_000), 0, 100);

    loop.ask(place -> standStill(place == 0));

    // the last one is due 99 ms after the first, for which the engine stands still
    assertThat(loop.percentiles().values()).allMatch(millis -> millis >= STANDSTILL - 99);
  }

  @Test
  void countsOnlyWhatComesAfterTheWarmUp() throws IOException, InterruptedException {
    OpenLoop loop = new OpenLoop(new Pace(System.nanoTime(), 10_000), 30, 100);
    List<Long> asked = new ArrayList<>();

    assertThat(loop.ask(asked::add)).isEqualTo(100);

    assertThat(loop.counted()).isEqualTo(70);
    assertThat(asked).hasSize(100).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void tellsPercentilesUpToTheSlowest() throws IOException, InterruptedException {
    OpenLoop loop = new OpenLoop(new Pace(System.nanoTime(), 10_000), 0, 10);

    loop.ask(place -> standStill(false));

    assertThat(loop.percentiles())
        .containsOnlyKeys("50", "75", "90", "95", "99", "99.5", "99.9", "max");
    assertThat(loop.percentiles().get("max")).isEqualTo(loop.percentiles().get("99.9"));
  }

  private static void standStill(boolean really) {
    if (really) {
      try {
        TimeUnit.MILLISECONDS.sleep(STANDSTILL);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
