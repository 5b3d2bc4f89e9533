package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthRunTest {
  @TempDir Path folder;

  @Test
  void measuresBothEngines() throws IOException, InterruptedException {
    Path file = folder.resolve(GrowthPoint.FILE);
    String told = "-p articles=2000 -p questions=3 -p warmup=0";

    GrowthRun.measure(List.of(told.split(" ")), folder, file);

    List<GrowthPoint> points = Json.read(file, new TypeReference<>() {});
    assertThat(points).hasSize(2 * 9);
    assertThat(points)
        .filteredOn(point -> point.engine().equals("lede"))
        .extracting(GrowthPoint::kind)
        .containsExactly(
            "term",
            "and",
            "or",
            "phrase",
            "term with facets",
            "and with facets",
            "or with facets",
            "phrase with facets",
            "everything with facets");
    assertThat(points)
        .allMatch(point -> point.articles() == 2_000)
        .allMatch(point -> point.micros() > 0)
        .allMatch(point -> point.buildSeconds() > 0)
        .allMatch(point -> point.diskBytes() > 200 * point.articles())
        // plain Lucene counts in its files, and needs a map only if it has several segments
        .allMatch(point -> point.facetBytes() > 0 || point.engine().equals("lucene"));
    assertThat(folder).isDirectoryNotContaining("glob:**/growth?*[0-9]");
  }

  @Test
  void failsIfThereAreFewerArticlesThanToldOf() throws IOException {
    Path corpus =
        Files.writeString(folder.resolve("one.jsonl"), "{\"id\": \"a\", \"title\": \"b\"}");
    List<String> told = List.of("-p", "articles=2", "-p", "corpus=" + corpus);

    assertThatThrownBy(() -> GrowthRun.measure(told, folder, folder.resolve("x.json")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("lede should hold 2 articles, but holds 1");
  }

  @Test
  void printsATableWithExponents() {
    List<GrowthPoint> points =
        List.of(
            new GrowthPoint("lede", 10, "term", 20, 1, 4_000_000, 500_000),
            new GrowthPoint("lucene", 10, "term", 30, 1, 3_000_000, 0),
            new GrowthPoint("lede", 1_000, "term", 200, 100, 400_000_000, 500_000));

    assertThat(GrowthRun.table(points))
        .containsExactly(
            "| articles | engine | 10 | 1,000 | exponent |",
            "|---|---|---:|---:|---:|",
            "| term, µs | lede | 20.0 | 200.0 | 0.50 |",
            "| term, µs | lucene | 30.0 |  |  |",
            "| to build, s | lede | 1.0 | 100.0 | 1.00 |",
            "| to build, s | lucene | 1.0 |  |  |",
            "| on disk, MB | lede | 4.0 | 400.0 | 1.00 |",
            "| on disk, MB | lucene | 3.0 |  |  |",
            "| in memory for facets, MB | lede | 0.5 | 0.5 | 0.00 |");
  }
}
