package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lede.benchmarks.Comparison;
import org.lede.benchmarks.GrowthPoint;
import org.lede.benchmarks.LatencyCurve;
import org.lede.benchmarks.Ratios;

/** All figures as tables, in Markdown and from that in HTML. */
final class Tables {
  private Tables() {}

  /** Returns all tables that are not empty, in Markdown. */
  static List<String> all(Results results) {
    List<String> lines = new ArrayList<>();
    for (List<String> table :
        List.of(ratios(results), threads(results), growth(results), latency(results))) {
      if (!lines.isEmpty() && !table.isEmpty()) {
        lines.add("");
      }
      lines.addAll(table);
    }
    return lines;
  }

  /** Returns the speeds beside rivals; no line if nothing was compared. */
  static List<String> ratios(Results results) {
    return results.comparisons().isEmpty() ? List.of() : Ratios.table(results.jmh());
  }

  /**
   * Returns the speeds beside rivals with a column for the articles of each origin, by names that
   * people know: the geometric mean over the questions, and in brackets that of all together. What
   * was done without articles is left out.
   */
  static List<String> origins(List<Comparison> comparisons) {
    List<Comparison> withArticles = comparisons.stream().filter(Wording::hasArticles).toList();
    List<String> varied = Wording.varied(withArticles);
    SequencedSet<String> origins = new LinkedHashSet<>();
    SequencedMap<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Comparison compared : withArticles) {
      String work = Wording.work(compared, varied);
      String origin = Wording.origin(compared);
      origins.add(origin);
      if (rows.computeIfAbsent(work, key -> new TreeMap<>()).put(origin, speed(compared)) != null) {
        throw new NoResults(
            "“%s” was measured twice on %s; leave one of the runs out".formatted(work, origin));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "| speed of Lede, geometric mean (in all) | %s |".formatted(String.join(" | ", origins)));
    lines.add("|---|" + "---:|".repeat(origins.size()));
    rows.forEach((work, speeds) -> lines.add(workLine(work, speeds, origins)));
    return lines;
  }

  private static String workLine(
      String work, Map<String, String> speeds, Collection<String> origins) {
    return origins.stream()
        .map(origin -> speeds.getOrDefault(origin, ""))
        .collect(Collectors.joining(" | ", "| " + work + " | ", " |"));
  }

  private static String speed(Comparison compared) {
    return Double.isNaN(compared.speedByQuestion())
        ? "(%.2f)".formatted(compared.speed())
        : "%.2f (%.2f)".formatted(compared.speedByQuestion(), compared.speed());
  }

  /** Returns the speeds on several threads; no line if that was not measured. */
  static List<String> threads(Results results) {
    return Ratios.threads(results.jmh()).stream().filter(line -> !line.isEmpty()).toList();
  }

  /** Returns what grows with the number of articles; no line if that was not measured. */
  static List<String> growth(Results results) {
    List<Growth> all = Growth.of(results.growth());
    TreeSet<Long> sizes = Growth.sizes(all);
    List<String> lines = new ArrayList<>();
    for (Growth growth : all) {
      growth
          .engines()
          .forEach((engine, figures) -> lines.add(growthLine(growth, engine, figures, sizes)));
    }
    if (!lines.isEmpty()) {
      String heads = sizes.stream().map("%,d"::formatted).collect(Collectors.joining(" | "));
      lines.addFirst("|---|---|" + "---:|".repeat(sizes.size() + 1));
      lines.addFirst("| articles | engine | %s | exponent |".formatted(heads));
    }
    return lines;
  }

  private static String growthLine(
      Growth growth, String engine, Map<Long, Double> figures, Collection<Long> sizes) {
    String cells =
        sizes.stream()
            .map(size -> figures.containsKey(size) ? figure(figures.get(size), growth.unit()) : "")
            .collect(Collectors.joining(" | "));
    double exponent = GrowthPoint.exponent(figures);
    return "| %s | %s | %s | %s |"
        .formatted(
            growth.title(),
            engine,
            cells,
            Double.isNaN(exponent) ? "" : "%.2f".formatted(exponent));
  }

  /** Returns how long askers waited; no line if that was not measured. */
  static List<String> latency(Results results) {
    List<LatencyCurve> curves = results.latency();
    TreeSet<Double> percents =
        curves.stream()
            .flatMap(curve -> Latency.percentiles(curve).keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> names = new ArrayList<>();
    percents.forEach(percent -> names.add("%s %%".formatted(plain(percent))));
    List<String> lines = new ArrayList<>();
    if (!curves.isEmpty()) {
      lines.add("| load | engine | %s | slowest |".formatted(String.join(" | ", names)));
      lines.add("|---|---|" + String.join("", Collections.nCopies(names.size() + 1, "---:|")));
    }
    curves.forEach(curve -> lines.add(latencyLine(curve, percents)));
    return lines;
  }

  private static String latencyLine(LatencyCurve curve, Collection<Double> percents) {
    Map<Double, Double> known = Latency.percentiles(curve);
    List<String> cells = new ArrayList<>();
    percents.forEach(percent ->
        cells.add(known.containsKey(percent) ? figure(known.get(percent), Panel.Unit.MILLIS) : ""));
    Double slowest = curve.percentiles().get(Latency.MAX);
    cells.add(slowest == null ? "" : figure(slowest, Panel.Unit.MILLIS));
    return "| %s | %s | %s |"
        .formatted(Latency.load(curve), Wording.engine(curve.engine()), String.join(" | ", cells));
  }

  private static String plain(double percent) {
    return percent == Math.rint(percent) ? "%.0f".formatted(percent) : String.valueOf(percent);
  }

  private static String figure(double figure, Panel.Unit unit) {
    return switch (unit) {
      case MICROS ->
          figure < 1_000 ? "%.0f µs".formatted(figure) : "%,.1f ms".formatted(figure / 1e3);
      case MILLIS -> "%,.1f ms".formatted(figure);
      case SECONDS -> "%,.1f s".formatted(figure);
      case BYTES -> "%,.1f MB".formatted(figure / 1e6);
      case COUNT, NINES -> "%,.0f".formatted(figure);
    };
  }

  /** Returns a table in HTML; nothing if there is no line. */
  static String html(List<String> markdown) {
    if (markdown.isEmpty()) {
      return "";
    }
    List<String> heads = cells(markdown.get(0));
    List<String> aligned = cells(markdown.get(1));
    String body =
        markdown.stream()
            .skip(2)
            .map(line -> row("td", cells(line), aligned))
            .collect(Collectors.joining("\n"));
    return """
    <div class="wide"><table>
    <thead>%s</thead>
    <tbody>
    %s
    </tbody>
    </table></div>
    """
        .formatted(row("th", heads, aligned), body);
  }

  private static List<String> cells(String line) {
    String[] cells = line.split("\\|", -1); // a line begins and ends with one
    return List.of(cells).subList(1, cells.length - 1);
  }

  private static String row(String tag, List<String> cells, List<String> aligned) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String type = aligned.get(i).endsWith(":") ? " class=\"number\"" : "";
      row.append("<%s%s>%s</%s>".formatted(tag, type, Html.escaped(cells.get(i).strip()), tag));
    }
    return row.append("</tr>").toString();
  }
}
