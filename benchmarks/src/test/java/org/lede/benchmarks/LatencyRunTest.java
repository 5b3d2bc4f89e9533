package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyRunTest {
  private static final Load LOAD = new Load(50, 2, 500, 95, 30, 60);

  @TempDir Path folder;

  @Test
  void measuresBothEnginesWhileArticlesAreWritten() throws IOException, InterruptedException {
    IndexCache cache = new IndexCache(folder, new Corpus(Corpus.GENERATED, 2_000), false);
    Path file = folder.resolve(LatencyCurve.FILE);
    String told = "-p questions=6 -p rate=20 -p writes=30 -p kept=0 -p warmup=0 -p seconds=1";

    LatencyRun.measure(List.of(told.split(" ")), cache, file);

    List<LatencyCurve> curves = Json.read(file, new TypeReference<>() {});
    assertThat(curves).extracting(LatencyCurve::engine).containsExactly("lede", "lucene");
    assertThat(curves)
        .allMatch(curve -> curve.requestsPerSecond() == 20 && curve.writesPerSecond() == 30)
        .allSatisfy(curve ->
            assertThat(curve.percentiles())
                .containsKeys("50", "99.9", "max")
                .allSatisfy((name, millis) -> assertThat(millis).isPositive()));
    assertThat(folder).isDirectoryNotContaining("glob:**{copy,under-load}*");
  }

  @Test
  void failsIfAnEngineDidNotWriteAsFastAsArticlesCame() {
    assertThatCode(() -> LOAD.check("lede", 475)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LOAD.check("lede", 474.9))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "lede wrote only 474.9 articles a second while 500 came, so it had less to do; let"
                + " fewer come with -p writes=");
  }

  @Test
  void printsATable() {
    LatencyCurve curve =
        new LatencyCurve("lede", 50, 500, Map.of("50", 1.25, "99", 9.0, "99.9", 20.04, "max", 31.));

    assertThat(LatencyRun.table(List.of(new UnderLoad.Measured(3_000, curve, 500, 80, List.of()))))
        .last()
        .isEqualTo("| lede | 3000 | 1.3 | 9.0 | 20.0 | 31.0 | 500.0 | 80.0 |");
  }

  @Test
  void tellsItsLoadToOtherJvms() {
    assertThat(Load.of(LOAD.arguments().toArray(String[]::new))).isEqualTo(LOAD);
  }
}
