package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a table in Markdown of what JMH measured, with Lede's speed as a multiple of a rival's: 1
 * is the same, 2 is twice as fast. The first figure is the <i>geometric mean</i> over the
 * questions, in which each weighs the same, as {@link QuestionTimes} explains; there is none where
 * single questions were not timed. <i>In all</i> is that of the mean times of all questions
 * together, which the slow ones decide. If the machine has other work as well, two other figures
 * say more: <i>at best</i>, of the fastest iteration of each, and <i>by CPU</i>, of the mean {@link
 * CpuTime}. A second table has several threads beside one of the same engine, if both were
 * measured.
 *
 * <p>Run: {@code java -cp target/benchmarks.jar org.lede.benchmarks.Ratios results.json}, after a
 * run of JMH with {@code -rf json -rff results.json}.
 */
public final class Ratios {
  private Ratios() {}

  /**
   * Prints the table.
   *
   * @param args the files of results
   * @throws IOException if one cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      throw new IllegalArgumentException(
          "there is no file of results; name the one that JMH wrote with -rf json -rff FILE");
    }
    for (String file : args) {
      JsonNode results = new ObjectMapper().readTree(Path.of(file).toFile());
      table(results).forEach(System.out::println);
      threads(results).forEach(System.out::println);
    }
  }

  /**
   * Makes the table.
   *
   * @param results the array that JMH writes
   * @return its lines: one for each benchmark, set of parameters, and rival
   */
  public static List<String> table(JsonNode results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| benchmark | parameters | rival | speed of lede, geometric mean | in all | at best | by"
            + " CPU | lede, ms | rival, ms |");
    lines.add("|---|---|---|---:|---:|---:|---:|---:|---:|");
    Comparison.in(results).stream().map(Ratios::line).forEach(lines::add);
    return lines;
  }

  /**
   * Makes a table of several threads beside one.
   *
   * @param results the array that JMH writes
   * @return an empty line and those of the table; none if several threads were not measured
   */
  public static List<String> threads(JsonNode results) {
    List<Scaling> scalings = Scaling.in(results);
    List<String> lines = new ArrayList<>();
    if (!scalings.isEmpty()) {
      lines.add("");
      lines.add(
          "| benchmark | parameters | threads | speed as a multiple of one thread, geometric mean |"
              + " in all |");
      lines.add("|---|---|---:|---:|---:|");
    }
    for (Scaling scaling : scalings) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  scaling.benchmark(),
                  scaling.threads(),
                  ratio(scaling.speedByQuestion()),
                  ratio(scaling.speed())));
    }
    return lines;
  }

  private static String line(Comparison compared) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            compared.benchmark(),
            compared.parameters().toString().replaceAll("[{}]", ""),
            compared.rival(),
            ratio(compared.speedByQuestion()),
            ratio(compared.speed()),
            ratio(compared.speedAtBest()),
            ratio(compared.speedByCpu()),
            compared.lede(),
            compared.time());
  }

  private static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "" : "%.2f".formatted(ratio);
  }
}
