package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Prints a table in Markdown of what JMH measured, with Lede's speed as a multiple of plain
 * Lucene's: 1 is the same, 2 is twice as fast. The speed is that of the mean times. If the machine
 * has other work as well, two other figures say more: <i>at best</i>, of the fastest iteration of
 * each, and <i>by CPU</i>, of the mean {@link CpuTime}.
 *
 * <p>Run: {@code java -cp target/benchmarks.jar org.lede.benchmarks.Ratios results.json}, after a
 * run of JMH with {@code -rf json -rff results.json}.
 */
final class Ratios {
  private static final String LEDE = "lede";

  private Ratios() {}

  /**
   * Prints the table.
   *
   * @param args the files of results
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      throw new IllegalArgumentException(
          "there is no file of results; name the one that JMH wrote with -rf json -rff FILE");
    }
    for (String file : args) {
      table(new ObjectMapper().readTree(Path.of(file).toFile())).forEach(System.out::println);
    }
  }

  /**
   * How fast an engine was, in milliseconds per operation.
   *
   * @param millis the mean
   * @param error half the width of the interval that holds the true mean with 99.9 % confidence
   * @param best the fastest iteration
   * @param cpu the mean time that the thread was running; NaN if that was not measured
   */
  private record Time(double millis, double error, double best, double cpu) {
    static Time of(JsonNode result) {
      JsonNode metric = result.path("primaryMetric");
      String unit = metric.path("scoreUnit").asText();
      if (!unit.equals("ms/op")) {
        throw new IllegalArgumentException(
            "the results must be in ms/op, but are in " + unit + "; run JMH with -tu ms");
      }
      return new Time(
          metric.path("score").asDouble(),
          metric.path("scoreError").asDouble(),
          best(metric),
          cpu(result.path("secondaryMetrics")));
    }

    private static double best(JsonNode metric) {
      return StreamSupport.stream(metric.path("rawData").spliterator(), false)
          .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
          .mapToDouble(JsonNode::asDouble)
          .min()
          .orElse(Double.NaN);
    }

    private static double cpu(JsonNode metrics) {
      return metrics.path("cpuMillis").path("score").asDouble(Double.NaN)
          / metrics.path("operations").path("score").asDouble(Double.NaN);
    }

    @Override
    public String toString() {
      return Double.isNaN(error)
          ? "%.1f".formatted(millis)
          : "%.1f ± %.1f".formatted(millis, error);
    }
  }

  /** Returns the lines of the table: one for each benchmark, set of parameters, and rival. */
  static List<String> table(JsonNode results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| benchmark | parameters | lede, ms | rival | rival, ms | speed of lede | at best | by CPU"
            + " |");
    lines.add("|---|---|---:|---|---:|---:|---:|---:|");
    byRun(results)
        .forEach((run, times) ->
            times.forEach((rival, time) -> {
              Time lede = times.get(LEDE);
              if (lede != null && !rival.equals(LEDE)) {
                lines.add(line(run, lede, rival, time));
              }
            }));
    return lines;
  }

  private static String line(String run, Time lede, String rival, Time time) {
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            run,
            lede,
            rival,
            time,
            ratio(time.millis(), lede.millis()),
            ratio(time.best(), lede.best()),
            ratio(time.cpu(), lede.cpu()));
  }

  private static String ratio(double one, double other) {
    double ratio = one / other;
    return Double.isNaN(ratio) ? "" : "%.2f".formatted(ratio);
  }

  private static SequencedMap<String, Map<String, Time>> byRun(JsonNode results) {
    SequencedMap<String, Map<String, Time>> runs = new LinkedHashMap<>();
    for (JsonNode result : results) {
      Map<String, String> parameters = parameters(result.path("params"));
      String engine = String.valueOf(parameters.remove("engine"));
      runs.computeIfAbsent(run(result, parameters), run -> new TreeMap<>())
          .put(engine, Time.of(result));
    }
    return runs;
  }

  private static Map<String, String> parameters(JsonNode params) {
    Map<String, String> parameters = new TreeMap<>();
    params.properties().forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    return parameters;
  }

  private static String run(JsonNode result, Map<String, String> parameters) {
    String[] name = result.path("benchmark").asText().split("\\.", -1);
    String benchmark = name[name.length - 2] + "." + name[name.length - 1];
    return benchmark + " | " + parameters.toString().replaceAll("[{}]", "");
  }
}
