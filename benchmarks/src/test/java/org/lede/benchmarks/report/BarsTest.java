package org.lede.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lede.benchmarks.Comparison;

class BarsTest {
  @Test
  void haveAHeadingForEachCorpus() throws IOException {
    assertThat(bars(Samples.jmh()))
        .containsExactly(
            new Bars(
                "1,000,000 generated articles",
                List.of(
                    new Bars.Bar("either of two words", 1.5, Verdict.FASTER),
                    new Bars.Bar("either of two words, beside solr", 1.02, Verdict.UNCLEAR))),
            new Bars("articles of wire", List.of(new Bars.Bar("a phrase", 0.25, Verdict.SLOWER))));
  }

  @Test
  void showTheGeometricMeanWhereThereIsOne() throws IOException {
    String logs =
        "\"secondaryMetrics\": {\"logNanos\": {\"score\": %s}, \"asked\": {\"score\": 10}}";
    String lede = Samples.jmh("A.b", "\"kind\": \"or\"", "lede", 20);
    String lucene = Samples.jmh("A.b", "\"kind\": \"or\"", "lucene", 30);
    String results =
        "[%s, %s]"
            .formatted(
                lede.replace("\"secondaryMetrics\": {}", logs.formatted(10 * Math.log(1e6))),
                lucene.replace("\"secondaryMetrics\": {}", logs.formatted(10 * Math.log(4e6))));

    assertThat("%.6f".formatted(bars(results).getFirst().bars().getFirst().ratio()))
        .isEqualTo("4.000000");
  }

  @Test
  void tellTheParametersThatVary() throws IOException {
    String parameters =
        "\"corpus\": \"generated\", \"articles\": \"9\", \"questions\": \"100\", \"threads\":"
            + " \"%d\"";
    String results =
        "[%s, %s, %s, %s, %s, %s]"
            .formatted(
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(1), "lede", 20),
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(1), "lucene", 30),
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(2), "lede", 20),
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(2), "lucene", 30),
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(3), "lede", 20),
                Samples.jmh("FarOffBenchmark.all", parameters.formatted(3), "lucene", 30));

    assertThat(bars(results).getFirst().bars())
        .extracting(Bars.Bar::label)
        .containsExactly("far off all", "far off all, on two threads", "far off all, threads 3");
  }

  @Test
  void areUnclearIfTheErrorIsNotKnown() throws IOException {
    String results = Samples.jmh().replace("\"scoreError\": 0.5", "\"scoreError\": \"NaN\"");

    assertThat(bars(results))
        .flatExtracting(Bars::bars)
        .extracting(Bars.Bar::verdict)
        .containsOnly(Verdict.UNCLEAR);
  }

  private static List<Bars> bars(String results) throws IOException {
    return Bars.of(Comparison.in(new ObjectMapper().readTree(results)));
  }
}
