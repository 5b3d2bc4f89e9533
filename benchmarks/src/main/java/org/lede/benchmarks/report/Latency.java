package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lede.benchmarks.LatencyCurve;

/**
 * How long askers waited at one rate of questions and writes.
 *
 * @param load what came each second
 * @param curves one for each engine
 */
record Latency(String load, List<LatencyCurve> curves) {
  static final String MAX = "max";

  /** Puts together what was measured at the same rates. */
  static List<Latency> of(List<LatencyCurve> curves) {
    SequencedMap<String, List<LatencyCurve>> loads =
        curves.stream()
            .collect(Collectors.groupingBy(Latency::load, LinkedHashMap::new, Collectors.toList()));
    return loads.entrySet().stream()
        .map(load -> new Latency(load.getKey(), load.getValue()))
        .toList();
  }

  static String load(LatencyCurve curve) {
    String questions = "%,.0f questions a second".formatted(curve.requestsPerSecond());
    return curve.writesPerSecond() > 0
        ? "%s, %,.0f new articles".formatted(questions, curve.writesPerSecond())
        : questions;
  }

  /** Returns the percentiles that are known, from the least, without the slowest of all. */
  static TreeMap<Double, Double> percentiles(LatencyCurve curve) {
    TreeMap<Double, Double> percentiles = new TreeMap<>();
    curve
        .percentiles()
        .forEach((name, millis) -> {
          if (!name.equals(MAX)) {
            percentiles.put(Double.valueOf(name), millis);
          }
        });
    return percentiles;
  }

  Panel panel() {
    double last = last();
    List<Panel.Line> lines =
        curves.stream()
            .map(curve -> new Panel.Line(Wording.engine(curve.engine()), points(curve, last)))
            .toList();
    return new Panel(load, "", Panel.Unit.NINES, Panel.Unit.MILLIS, last, lines);
  }

  /** Returns the power of ten beyond all percentiles, where the slowest of all is drawn. */
  private double last() {
    double most =
        curves.stream()
            .flatMap(curve -> percentiles(curve).keySet().stream())
            .mapToDouble(Latency::place)
            .max()
            .orElse(1);
    return Math.pow(10, Math.floor(Math.log10(most) + 1e-6) + 1);
  }

  private static List<List<Double>> points(LatencyCurve curve, double last) {
    List<List<Double>> points = new ArrayList<>();
    percentiles(curve).forEach((percent, millis) -> points.add(List.of(place(percent), millis)));
    Map<String, Double> all = curve.percentiles();
    if (all.containsKey(MAX)) {
      points.add(List.of(last, all.get(MAX)));
    }
    return points;
  }

  /** Returns where a percentile is along the axis, as HdrHistogram's plots have it: 1 / (1 - p). */
  private static double place(double percent) {
    return 100 / (100 - percent);
  }
}
