package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How much faster an engine is with more threads on one question than with one.
 *
 * @param benchmark the class and the method, and the parameters without the threads
 * @param threads how many
 * @param one how long one thread took
 * @param more how long they took
 */
record Scaling(String benchmark, String threads, Time one, Time more) {
  private static final String THREADS = "threads";
  private static final String ONE = "1";

  /** Finds what was measured with one thread and with more. */
  static List<Scaling> in(JsonNode results) {
    SequencedMap<String, Map<String, Time>> times = new LinkedHashMap<>();
    for (JsonNode result : results) {
      Map<String, String> parameters = new TreeMap<>();
      result
          .path("params")
          .properties()
          .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
      String threads = parameters.remove(THREADS);
      if (threads != null) {
        String name = result.path("benchmark").asText().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
        times
            .computeIfAbsent(
                name + " | " + parameters.toString().replaceAll("[{}]", ""),
                benchmark -> new TreeMap<>())
            .put(threads, Time.of(result));
      }
    }
    List<Scaling> scalings = new ArrayList<>();
    times.forEach((benchmark, byThreads) -> scalings.addAll(of(benchmark, byThreads)));
    return scalings;
  }

  private static List<Scaling> of(String benchmark, Map<String, Time> byThreads) {
    Time one = byThreads.get(ONE);
    return one == null
        ? List.of()
        : byThreads.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(ONE))
            .map(entry -> new Scaling(benchmark, entry.getKey(), one, entry.getValue()))
            .toList();
  }

  /**
   * Returns the speed as a multiple of that of one thread, in the geometric mean over questions.
   */
  double speedByQuestion() {
    return one.question() / more.question();
  }

  /** Returns the speed as a multiple of that of one thread, by the mean times. */
  double speed() {
    return one.millis() / more.millis();
  }
}
