package org.lede.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lede.benchmarks.Comparison;
import org.lede.benchmarks.Environment;
import org.lede.benchmarks.GrowthPoint;
import org.lede.benchmarks.LatencyCurve;

/**
 * All that was measured, of whatever kind; what was not measured is empty.
 *
 * @param jmh the results of JMH, as it writes them
 * @param growth what grows with the number of articles
 * @param latency how long askers wait
 * @param circumstances where and how it was measured, if that was kept; at most one
 */
record Results(
    ArrayNode jmh,
    List<GrowthPoint> growth,
    List<LatencyCurve> latency,
    List<Environment> circumstances) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a folder of results. */
  static Results in(Path folder) throws IOException {
    Results results =
        new Results(
            readJmh(jmhFiles(folder)),
            read(folder.resolve(GrowthPoint.FILE), new TypeReference<List<GrowthPoint>>() {}),
            read(folder.resolve(LatencyCurve.FILE), new TypeReference<List<LatencyCurve>>() {}),
            environment(folder));
    if (results.jmh.isEmpty() && results.growth.isEmpty() && results.latency.isEmpty()) {
      throw new NoResults(
          "there are no results in %s; it should have jmh*.json, %s or %s"
              .formatted(folder, GrowthPoint.FILE, LatencyCurve.FILE));
    }
    return results;
  }

  /** Reads what JMH measured in several runs, of each its folder or the file of JMH's. */
  static List<Comparison> comparedIn(List<Path> runs) throws IOException {
    List<Comparison> comparisons = new ArrayList<>();
    for (Path run : runs) {
      Results results = Files.isDirectory(run) ? in(run) : of(List.of(run));
      List<Comparison> compared = results.comparisons(); // never of one run with another
      if (compared.isEmpty()) {
        throw new NoResults(
            "in %s, nothing that JMH measured is compared; leave it out".formatted(run));
      }
      comparisons.addAll(compared);
    }
    return comparisons;
  }

  /** Reads files of JMH's. */
  static Results of(List<Path> files) throws IOException {
    return new Results(readJmh(files), List.of(), List.of(), List.of());
  }

  /** Returns when the results in a folder were measured, or else its name, which begins so too. */
  static String date(Path folder) {
    try {
      List<Environment> environment = environment(folder);
      return environment.isEmpty()
          ? String.valueOf(folder.getFileName())
          : environment.getFirst().date();
    } catch (IOException e) {
      throw new NoResults("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  List<Comparison> comparisons() {
    return Comparison.in(jmh);
  }

  /** Returns tables in Markdown of everything. */
  List<String> tables() {
    return Tables.all(this);
  }

  private static List<Environment> environment(Path folder) throws IOException {
    Path file = folder.resolve(Environment.FILE);
    return Files.exists(file)
        ? List.of(parse(file, new TypeReference<Environment>() {}))
        : List.of();
  }

  private static <T> List<T> read(Path file, TypeReference<List<T>> type) throws IOException {
    return Files.exists(file) ? parse(file, type) : List.of();
  }

  private static List<Path> jmhFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("jmh.*\\.json"))
          .sorted()
          .toList();
    }
  }

  private static ArrayNode readJmh(List<Path> files) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (Path file : files) {
      JsonNode results = parse(file, new TypeReference<JsonNode>() {});
      results.forEach(all::add);
      if (results.isEmpty()
          || !results.findParents("primaryMetric").containsAll(elements(results))) {
        throw new NoResults(
            file + " does not hold results of JMH, which it writes with -rf json -rff FILE");
      }
    }
    return all;
  }

  private static List<JsonNode> elements(JsonNode results) {
    return results.valueStream().toList();
  }

  private static <T> T parse(Path file, TypeReference<T> type) throws IOException {
    if (!Files.isReadable(file)) {
      throw new NoResults("%s is not there, or may not be read".formatted(file));
    }
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw new NoResults(
          "%s does not hold the JSON that it should: %s".formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
