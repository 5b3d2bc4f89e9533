package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What JMH measured of Lede and of a rival that did the same.
 *
 * @param benchmark the class and the method, such as {@code PhraseBenchmark.tenBest}
 * @param parameters JMH's parameters without the engine, by name
 * @param lede how long Lede took
 * @param rival the other engine, such as {@code lucene}
 * @param time how long that took
 */
public record Comparison(
    String benchmark, Map<String, String> parameters, Time lede, String rival, Time time) {
  private static final String LEDE = "lede";

  /**
   * Finds what can be compared in JMH's results: what has the same benchmark and parameters.
   *
   * @param results the array that JMH writes
   * @return one for each rival, in the order of the results
   * @throws IllegalArgumentException if a result is not in milliseconds per operation
   */
  public static List<Comparison> in(JsonNode results) {
    SequencedMap<Work, Map<String, Time>> times = new LinkedHashMap<>();
    for (JsonNode result : results) {
      Map<String, String> parameters = parameters(result.path("params"));
      String engine = String.valueOf(parameters.remove("engine"));
      times
          .computeIfAbsent(new Work(benchmark(result), parameters), work -> new TreeMap<>())
          .put(engine, Time.of(result));
    }
    List<Comparison> comparisons = new ArrayList<>();
    times.forEach((work, engines) -> comparisons.addAll(work.compared(engines)));
    return comparisons;
  }

  private static Map<String, String> parameters(JsonNode params) {
    Map<String, String> parameters = new TreeMap<>();
    params.properties().forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    return parameters;
  }

  private static String benchmark(JsonNode result) {
    String[] name = result.path("benchmark").asText().split("\\.", -1);
    return name[name.length - 2] + "." + name[name.length - 1];
  }

  /**
   * Returns how many times as fast as the rival Lede is in the geometric mean over the questions,
   * as {@link QuestionTimes} explains; NaN if single questions were not timed.
   */
  public double speedByQuestion() {
    return time.question() / lede.question();
  }

  /** Returns how many times as fast as the rival Lede is, by the mean times. */
  public double speed() {
    return time.millis() / lede.millis();
  }

  /** Returns how many times as fast Lede is, by the fastest iterations. */
  public double speedAtBest() {
    return time.best() / lede.best();
  }

  /** Returns how many times as fast Lede is, by the time of the processor; NaN if not measured. */
  public double speedByCpu() {
    return time.cpu() / lede.cpu();
  }

  /** What was done, whoever did it. */
  private record Work(String benchmark, Map<String, String> parameters) {
    List<Comparison> compared(Map<String, Time> engines) {
      Time lede = engines.get(LEDE);
      return lede == null
          ? List.of()
          : engines.entrySet().stream()
              .filter(engine -> !engine.getKey().equals(LEDE))
              .map(rival ->
                  new Comparison(benchmark, parameters, lede, rival.getKey(), rival.getValue()))
              .toList();
    }
  }
}
