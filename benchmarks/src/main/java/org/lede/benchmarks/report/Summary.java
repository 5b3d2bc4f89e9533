package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lede.benchmarks.GrowthPoint;
import org.lede.benchmarks.LatencyCurve;

/** What the figures come to, in a few sentences. */
final class Summary {
  private Summary() {}

  static String of(Results results, List<Bars> groups) {
    List<String> sentences = new ArrayList<>();
    addRatios(groups, sentences);
    Growth.of(results.growth()).stream()
        .filter(growth -> growth.unit() == Panel.Unit.MICROS)
        .map(Summary::growth)
        .filter(sentence -> !sentence.isEmpty())
        .findFirst()
        .ifPresent(sentences::add);
    Latency.of(results.latency()).stream()
        .map(Summary::latency)
        .filter(sentence -> !sentence.isEmpty())
        .reduce((earlier, later) -> later)
        .ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private static void addRatios(List<Bars> groups, List<String> sentences) {
    List<Bars.Bar> bars = groups.stream().flatMap(group -> group.bars().stream()).toList();
    if (bars.isEmpty()) {
      return;
    }
    sentences.add(
        "Of %d comparisons, Lede is faster in %d and slower in %d; in %d the difference is within the error of measurement."
            .formatted(
                bars.size(),
                number(bars, Verdict.FASTER),
                number(bars, Verdict.SLOWER),
                number(bars, Verdict.UNCLEAR)));
    Comparator<Bars.Bar> bySpeed = Comparator.comparingDouble(Bars.Bar::ratio);
    addExtreme("gains", bars, Verdict.FASTER, bySpeed, sentences);
    addExtreme("loses", bars, Verdict.SLOWER, bySpeed.reversed(), sentences);
  }

  private static void addExtreme(
      String verb,
      List<Bars.Bar> bars,
      Verdict verdict,
      Comparator<Bars.Bar> order,
      List<String> sentences) {
    bars.stream()
        .filter(bar -> bar.verdict() == verdict)
        .max(order)
        .map(bar ->
            "It %s most at “%s”: %.2f times as fast.".formatted(verb, bar.label(), bar.ratio()))
        .ifPresent(sentences::add);
  }

  private static long number(List<Bars.Bar> bars, Verdict verdict) {
    return bars.stream().filter(bar -> bar.verdict() == verdict).count();
  }

  private static String growth(Growth growth) {
    TreeMap<Long, Double> lede = growth.engines().getOrDefault("Lede", new TreeMap<>());
    double factor = Math.pow(10, GrowthPoint.exponent(lede));
    return Double.isNaN(factor)
        ? ""
        : "With ten times the articles, the %s becomes %.1f times what it was."
            .formatted(growth.title(), factor);
  }

  private static String latency(Latency latency) {
    List<String> engines = new ArrayList<>();
    for (LatencyCurve curve : latency.curves()) {
      Map<Double, Double> percentiles = Latency.percentiles(curve);
      if (percentiles.containsKey(99.0)) {
        engines.add(
            "%,.1f ms for %s".formatted(percentiles.get(99.0), Wording.engine(curve.engine())));
      }
    }
    return engines.isEmpty()
        ? ""
        : "With %s, 99 of 100 askers wait no longer than %s."
            .formatted(latency.load(), String.join(" and ", engines));
  }
}
