package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.lede.benchmarks.GrowthPoint;

/**
 * How one figure grows with the number of articles, for each engine.
 *
 * @param title what the figure is
 * @param unit what it is in
 * @param engines by the name of the engine, the figures by the number of articles
 */
record Growth(String title, Panel.Unit unit, SequencedMap<String, TreeMap<Long, Double>> engines) {
  /** Returns all figures that were measured: the time of each kind of question, then the rest. */
  static List<Growth> of(List<GrowthPoint> points) {
    SequencedMap<String, List<GrowthPoint>> kinds =
        points.stream()
            .collect(
                Collectors.groupingBy(GrowthPoint::kind, LinkedHashMap::new, Collectors.toList()));
    List<Growth> all = new ArrayList<>();
    kinds.forEach((kind, some) ->
        all.add(
            of("time for " + Wording.kind(kind), Panel.Unit.MICROS, some, GrowthPoint::micros)));
    all.add(of("time to build the index", Panel.Unit.SECONDS, points, GrowthPoint::buildSeconds));
    all.add(of("size of its files", Panel.Unit.BYTES, points, GrowthPoint::diskBytes));
    all.add(of("memory for facets", Panel.Unit.BYTES, points, GrowthPoint::facetBytes));
    all.removeIf(growth -> growth.engines.isEmpty());
    return all;
  }

  private static Growth of(
      String title,
      Panel.Unit unit,
      List<GrowthPoint> points,
      ToDoubleFunction<GrowthPoint> figure) {
    SequencedMap<String, TreeMap<Long, Double>> engines = new LinkedHashMap<>();
    for (GrowthPoint point : points) {
      double measured = figure.applyAsDouble(point);
      if (measured > 0) {
        engines
            .computeIfAbsent(Wording.engine(point.engine()), engine -> new TreeMap<>())
            .put(point.articles(), measured);
      }
    }
    return new Growth(title, unit, engines);
  }

  Panel panel() {
    List<Panel.Line> lines = new ArrayList<>();
    engines.forEach((engine, figures) -> lines.add(new Panel.Line(engine, points(figures))));
    return new Panel(title, note(), Panel.Unit.COUNT, unit, 0, lines);
  }

  private static List<List<Double>> points(Map<Long, Double> figures) {
    return figures.entrySet().stream()
        .map(figure -> List.of((double) figure.getKey(), figure.getValue()))
        .toList();
  }

  private String note() {
    List<String> factors = new ArrayList<>();
    engines.forEach((engine, figures) -> {
      double factor = Math.pow(10, GrowthPoint.exponent(figures));
      if (!Double.isNaN(factor)) {
        factors.add("%s %.1f ×".formatted(engine, factor));
      }
    });
    return factors.isEmpty() ? "" : "ten times the articles: " + String.join(", ", factors);
  }

  /** Returns the numbers of articles in any of these. */
  static TreeSet<Long> sizes(List<Growth> all) {
    return all.stream()
        .flatMap(growth -> growth.engines.values().stream())
        .flatMap(figures -> figures.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
