package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.benchmarks.Comparison;

class TablesTest {
  @TempDir Path folder;

  @Test
  void showsAllFiguresInMarkdown() throws IOException {
    assertThat(Tables.all(Results.in(Samples.writtenTo(folder))))
        .endsWith(
            "",
            "| articles | engine | 1,000 | 100,000 | exponent |",
            "|---|---|---:|---:|---:|",
            "| time for a phrase | Lede | 50 µs | 500 µs | 0.50 |",
            "| time for a phrase | plain Lucene | 80 µs | 8.0 ms | 1.00 |",
            "| size of its files | Lede | 2.0 MB | 200.0 MB | 1.00 |",
            "",
            "| load | engine | 50 % | 90 % | 99 % | 99.9 % | slowest |",
            "|---|---|---:|---:|---:|---:|---:|",
            "| 50 questions a second, 10 new articles | Lede | 2.5 ms |  | 12.0 ms | 30.0 ms |"
                + " 1,200.0 ms |",
            "| 50 questions a second, 10 new articles | plain Lucene | 3.0 ms | 9.0 ms |  |  |  |")
        .startsWith(Tables.ratios(Results.in(folder)).toArray(String[]::new))
        .hasSize(5 + 1 + 5 + 1 + 4);
  }

  @Test
  void hasAColumnForEachOriginOfArticlesInSeveralRuns() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    String wire = "\"corpus\": \"some/where/wire.jsonl.gz\", \"kind\": \"or\"";
    Files.writeString(
        other.resolve("jmh.json"),
        "[%s, %s, %s, %s]"
            .formatted(
                Samples.jmh("BooleanBenchmark.tenBest", wire, "lede", 20),
                Samples.jmh("BooleanBenchmark.tenBest", wire, "lucene", 50),
                Samples.jmh("ParserBenchmark.parse", "\"texts\": \"typed\"", "lede", 1),
                Samples.jmh("ParserBenchmark.parse", "\"texts\": \"typed\"", "lucene", 2)));

    assertThat(Tables.origins(Results.comparedIn(List.of(Samples.writtenTo(folder), other))))
        .containsExactly(
            "| speed of Lede, geometric mean (in all) | generated articles | articles of wire |",
            "|---|---:|---:|",
            "| either of two words | (1.50) | (2.50) |",
            "| either of two words, beside solr | (1.02) |  |",
            "| a phrase |  | (0.25) |");
  }

  @Test
  void comparesNothingOfDifferentRuns() throws IOException {
    Path lede = Files.writeString(folder.resolve("a.json"), one("lede"));
    Path lucene = Files.writeString(folder.resolve("b.json"), one("lucene"));

    assertThatThrownBy(() -> Results.comparedIn(List.of(lede, lucene)))
        .isInstanceOf(NoResults.class)
        .hasMessage("in %s, nothing that JMH measured is compared; leave it out", lede);
  }

  private static String one(String engine) {
    return "[%s]"
        .formatted(Samples.jmh("PhraseBenchmark.tenBest", "\"corpus\": \"a\"", engine, 20));
  }

  @Test
  void hasOneFigureForWhatWasMeasuredTwice() throws IOException {
    Path run = Samples.writtenTo(folder);
    List<Comparison> twice = Results.comparedIn(List.of(run, run));

    assertThatThrownBy(() -> Tables.origins(twice))
        .isInstanceOf(NoResults.class)
        .hasMessage(
            "“either of two words” was measured twice on generated articles; leave one of the runs"
                + " out");
  }

  @Test
  void showsSeveralThreadsBesideOne() throws IOException {
    String one = Samples.jmh("A.b", "\"threads\": \"1\"", "lede", 20);
    String two = Samples.jmh("A.b", "\"threads\": \"2\"", "lede", 10);
    Path file = Files.writeString(folder.resolve("jmh.json"), "[%s, %s]".formatted(one, two));

    assertThat(Tables.all(Results.of(List.of(file))))
        .hasSize(3)
        .endsWith("| A.b | engine=lede | 2 |  | 2.00 |");
  }

  @Test
  void showsAnyTableInHtml() {
    List<String> markdown =
        List.of("| what | how much |", "|---|---:|", "| a < b |  |", "| & | 2 |");

    assertThat(Tables.html(markdown))
        .isEqualTo(
            """
            <div class="wide"><table>
            <thead><tr><th>what</th><th class="number">how much</th></tr></thead>
            <tbody>
            <tr><td>a &lt; b</td><td class="number"></td></tr>
            <tr><td>&amp;</td><td class="number">2</td></tr>
            </tbody>
            </table></div>
            """);
  }

  @Test
  void isNothingOfNothing() {
    assertThat(Tables.html(List.of())).isEmpty();
  }
}
