package org.lede.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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
    List<String> varied = Wording.varied(comparisons);
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
}
