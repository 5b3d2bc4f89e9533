package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RatiosTest {
  @Test
  void saysHowManyTimesAsFastLedeIs() throws IOException {
    JsonNode results =
        results(measured("lucene", "or", "30.0", 300), measured("lede", "or", "20.0", 100));

    assertThat(Ratios.table(results))
        .endsWith(
            "| B.best | articles=9, kind=or | lucene | 3.00 | 1.50 | 1.50 | 0.67 | 20.0 ± 0.5 |"
                + " 30.0 ± 0.5 |")
        .hasSize(3);
  }

  @Test
  void comparesOnlyWhatHasTheSameParameters() throws IOException {
    JsonNode results =
        results(measured("lucene", "and", "30.0", 300), measured("lede", "or", "20.0", 100));

    assertThat(Ratios.table(results)).hasSize(2);
  }

  @Test
  void comparesWithEachRival() throws IOException {
    JsonNode results =
        results(
            measured("lede", "or", "20.0", 100),
            measured("lucene", "or", "30.0", 300),
            measured("lucene-append", "or", "10.0", 100));

    assertThat(Ratios.table(results))
        .endsWith(
            "| B.best | articles=9, kind=or | lucene | 3.00 | 1.50 | 1.50 | 0.67 | 20.0 ± 0.5 |"
                + " 30.0 ± 0.5 |",
            "| B.best | articles=9, kind=or | lucene-append | 1.00 | 0.50 | 0.50 | 2.00 | 20.0 ±"
                + " 0.5 | 10.0 ± 0.5 |");
  }

  @Test
  void comparesTheFastestIterationsToo() throws IOException {
    String disturbed = measured("lede", "or", "20.0", 100).replace("[20.0, 50]", "[15, 50]");

    assertThat(Ratios.table(results(disturbed, measured("lucene", "or", "30.0", 300))))
        .endsWith(
            "| B.best | articles=9, kind=or | lucene | 3.00 | 1.50 | 2.00 | 0.67 | 20.0 ± 0.5 |"
                + " 30.0 ± 0.5 |");
  }

  @Test
  void leavesOutWhatWasNotMeasured() throws IOException {
    String lede = measured("lede", "or", "20.0", 100).replace("secondaryMetrics", "others");

    assertThat(Ratios.table(results(lede, measured("lucene", "or", "30.0", 300))))
        .endsWith(
            "| B.best | articles=9, kind=or | lucene |  | 1.50 | 1.50 |  | 20.0 ± 0.5 | 30.0 ± 0.5"
                + " |");
  }

  @Test
  void comparesSeveralThreadsWithOneOfTheSameEngine() throws IOException {
    JsonNode results =
        results(
            threads("1", measured("lede", "or", "20.0", 300)),
            threads("2", measured("lede", "or", "10.0", 200)),
            threads("2", measured("lucene", "or", "30.0", 300)));

    assertThat(Ratios.threads(results))
        .endsWith("| B.best | articles=9, engine=lede, kind=or | 2 | 1.50 | 2.00 |")
        .hasSize(4);
  }

  @Test
  void hasNoTableOfThreadsIfThereIsNothingToCompare() throws IOException {
    JsonNode results = results(threads("2", measured("lede", "or", "20.0", 100)));

    assertThat(Ratios.threads(results)).isEmpty();
  }

  private static String threads(String threads, String measured) {
    return measured.replace("\"params\": {", "\"params\": {\"threads\": \"" + threads + "\", ");
  }

  @Test
  void refusesAnotherUnit() throws IOException {
    JsonNode results = results(measured("lede", "or", "20.0", 100).replace("ms/op", "ops/s"));

    assertThatThrownBy(() -> Ratios.table(results))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the results must be in ms/op, but are in ops/s; run JMH with -tu ms");
  }

  private static JsonNode results(String... measured) throws IOException {
    return new ObjectMapper().readTree("[" + String.join(",", measured) + "]");
  }

  private static String measured(String engine, String kind, String millis, double nanos) {
    return """
    {
      "benchmark": "org.lede.benchmarks.B.best",
      "params": {"articles": "9", "engine": "%1$s", "kind": "%2$s"},
      "primaryMetric": {
        "score": %3$s, "scoreError": 0.5, "scoreUnit": "ms/op", "rawData": [[%3$s, 50], [60]]
      },
      "secondaryMetrics": {
        "cpuMillis": {"score": 800}, "operations": {"score": %3$s},
        "logNanos": {"score": %4$s}, "asked": {"score": 4}
      }
    }
    """
        .formatted(engine, kind, millis, 4 * Math.log(nanos));
  }
}
