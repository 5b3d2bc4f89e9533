package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Pattern BAR =
      Pattern.compile("<path d=\"M([0-9.]+) [^\"]*\" fill=\"(#0a6fc2|#d1660a|#8c959f)\"");

  @Test
  void colourBarsByWhoIsFaster() throws IOException {
    Bars bars =
        new Bars(
            "articles",
            List.of(
                new Bars.Bar("one", 2, Verdict.FASTER),
                new Bars.Bar("two", 0.5, Verdict.SLOWER),
                new Bars.Bar("three", 1.1, Verdict.UNCLEAR)));

    try (Charts charts = Charts.open()) {
      assertThat(charts.bars("speeds", List.of(bars)))
          .satisfies(svg ->
              assertThat(coloursOfBars(svg)).containsExactly("#0a6fc2", "#d1660a", "#8c959f"));
    }
  }

  @Test
  void showEveryLineWithItsLastFigure() throws IOException {
    Panel panel =
        new Panel(
            "phrases",
            "note",
            Panel.Unit.COUNT,
            Panel.Unit.MICROS,
            0,
            List.of(
                new Panel.Line("Lede", List.of(List.of(1e3, 40.0), List.of(1e6, 1500.0))),
                new Panel.Line("Solr", List.of(List.of(1e3, 45.0), List.of(1e6, 1600.0)))));

    try (Charts charts = Charts.open()) {
      assertThat(charts.panels("growth", List.of(panel)))
          .contains(
              ">phrases<",
              ">note<",
              ">Lede<",
              ">Solr<",
              ">1.5 ms<",
              ">1.6 ms<",
              ">1,000,000<",
              ">10 µs<");
    }
  }

  @Test
  void nameThePercentiles() throws IOException {
    List<List<Double>> points =
        List.of(List.of(2.0, 3.0), List.of(1000.0, 40.0), List.of(10000.0, 90.0));
    Panel panel =
        new Panel(
            "load",
            "",
            Panel.Unit.NINES,
            Panel.Unit.MILLIS,
            10000,
            List.of(new Panel.Line("Lede", points)));

    try (Charts charts = Charts.open()) {
      assertThat(charts.panels("waiting", List.of(panel)))
          .contains(">0 %<", ">90 %<", ">99 %<", ">99.9 %<", ">slowest<", ">90 ms<");
    }
  }

  @Test
  void sayWhatTheyAreToThoseWhoCannotSee() throws IOException {
    try (Charts charts = Charts.open()) {
      assertThat(charts.panels("A & B", List.of()))
          .startsWith("<svg role=\"img\" aria-label=\"A &amp; B\" ");
    }
  }

  private static List<String> coloursOfBars(String svg) {
    return BAR.matcher(svg).results().map(bar -> bar.group(2)).toList();
  }
}
