package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lede.benchmarks.Comparison;

/**
 * The bars of the first chart that stand under one heading.
 *
 * @param title the heading: the articles that were searched
 * @param bars the bars, from above
 */
record Bars(String title, List<Bar> bars) {
  /**
   * How many times as fast as a rival Lede is.
   *
   * @param label what was done
   * @param ratio 2 if Lede is twice as fast
   * @param verdict whether that can be told from chance
   */
  record Bar(String label, double ratio, Verdict verdict) {
    static Bar of(Comparison compared, List<String> varied) {
      double ratio = ratio(compared);
      return new Bar(Wording.work(compared, varied), ratio, Verdict.of(compared, ratio));
    }

    private static double ratio(Comparison compared) {
      double speed = compared.speedByQuestion();
      return Double.isNaN(speed) ? compared.speed() : speed;
    }
  }

  /** Returns the bars of all comparisons, under a heading for each corpus. */
  static List<Bars> of(List<Comparison> comparisons) {
    List<String> varied = varied(comparisons);
    SequencedMap<String, List<Bar>> groups = new LinkedHashMap<>();
    for (Comparison compared : comparisons) {
      groups
          .computeIfAbsent(Wording.corpus(compared), corpus -> new ArrayList<>())
          .add(Bar.of(compared, varied));
    }
    return groups.entrySet().stream()
        .map(group -> new Bars(group.getKey(), group.getValue()))
        .toList();
  }

  /** Returns the parameters of which there are several values. */
  private static List<String> varied(List<Comparison> comparisons) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    for (Comparison compared : comparisons) {
      compared
          .parameters()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
    }
    values.values().removeIf(each -> each.size() == 1);
    return List.copyOf(values.keySet());
  }
}
