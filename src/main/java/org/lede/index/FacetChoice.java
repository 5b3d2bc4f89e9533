package org.lede.index;

import java.io.IOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lede.Facet;
import org.lede.index.TypedStart.Fit;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.FacetRequest;
import org.lede.search.FacetRequest.ValueOrder;

/** Chooses, of the values that were counted, those that a request asks for. */
final class FacetChoice {
  /** How many values are looked at between two looks at the clock. */
  private static final int STRETCH = 1_024;

  private final FacetRequest request;
  private final Facet facet;
  private final int most;
  private final FieldCounts counter;
  private final FacetOrdinals ordinals;
  private final Deadline deadline;

  /**
   * Makes a choice.
   *
   * @param most the most values, or the most below each value of a tree
   */
  FacetChoice(FacetRequest request, int most, FieldCounts counter, Deadline deadline) {
    this.request = request;
    this.deadline = deadline;
    this.most = most;
    this.counter = counter;
    facet = request.facet();
    ordinals = counter.ordinals();
  }

  /** A value that may be chosen. */
  private static final class Candidate {
    private final ValueCount counted;
    private final String value;
    private Fit fit;

    /** What to sort by, if values are ordered by name. */
    private byte[] name = {};

    private Candidate(ValueCount counted, String value, Fit fit) {
      this.counted = counted;
      this.value = value;
      this.fit = fit;
    }
  }

  /** Tells whether it takes no more than a look at the counts to choose values. */
  static boolean isQuick(FacetRequest request) {
    return request.order() == ValueOrder.COUNT
        && request.depth() == 0
        && TypedStart.of(request.typed()).isEmpty();
  }

  /** Returns what is to be told of a request for which there was no time to count. */
  static FacetCounts uncounted(FacetRequest request, Collection<String> selected) {
    return new FacetCounts(
        request, selected.stream().map(value -> value(request, value, 0, true)).toList(), 0);
  }

  /**
   * Returns the counts.
   *
   * @param selected values that are returned whatever their counts
   */
  FacetCounts counts(Collection<String> selected) throws IOException {
    List<Value> values = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(selected);
    for (ValueCount chosen : chosen()) {
      String value = ordinals.value(chosen.ordinal());
      values.add(value(request, value, chosen.count(), left.remove(value)));
    }
    for (String value : left) {
      int ordinal = ordinals.ordinal(value);
      values.add(value(request, value, ordinal < 0 ? 0 : counter.count(ordinal), true));
    }
    return new FacetCounts(request, values, counter.distinct());
  }

  private static Value value(FacetRequest request, String value, long count, boolean selected) {
    return new Value(value, request.facet().label(value, request.locale()), count, selected);
  }

  /** Returns the values asked for. */
  private List<ValueCount> chosen() throws IOException {
    if (most == 0) {
      return List.of();
    }
    if (isQuick(request)) {
      return counter.mostFrequent(most);
    }
    List<Candidate> candidates = candidates(TypedStart.of(request.typed()));
    return request.depth() > 0
        ? tree(candidates)
        : best(candidates).stream().map(candidate -> candidate.counted).toList();
  }

  /** Returns the values that have a count and are on a level asked for. */
  private List<Candidate> candidates(TypedStart typed) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    counter.forEach(counted -> {
      if (candidates.size() % STRETCH == 0) {
        deadline.check();
      }
      String value = ordinals.value(counted.ordinal());
      if (request.depth() == 0 || level(value) <= request.depth()) {
        candidates.add(new Candidate(counted, value, typed.fit(names(value))));
      }
    });
    return candidates;
  }

  /** Returns everything by which somebody may look for a value. */
  private String names(String value) {
    return String.join(
        " ",
        new LinkedHashSet<>(
            List.of(
                value, facet.label(value, request.locale()), facet.label(value, Locale.ENGLISH))));
  }

  private static int level(String path) {
    return 1 + (int) path.chars().filter(c -> c == '/').count();
  }

  /** Returns the best values that fit what was typed, the best first. */
  private List<Candidate> best(List<Candidate> candidates) {
    List<Candidate> fitting = new ArrayList<>(candidates);
    fitting.removeIf(candidate -> candidate.fit == Fit.NONE);
    Comparator<Candidate> order =
        switch (request.order()) {
          case COUNT -> Comparator.comparingInt(candidate -> -candidate.counted.count());
          case NAME -> {
            name(fitting);
            yield (one, other) -> Arrays.compareUnsigned(one.name, other.name);
          }
        };
    fitting.sort(
        Comparator.<Candidate, Fit>comparing(candidate -> candidate.fit)
            .thenComparing(order)
            .thenComparingInt(candidate -> candidate.counted.ordinal()));
    return fitting.subList(0, Math.min(most, fitting.size()));
  }

  private void name(List<Candidate> candidates) {
    Collator collator = Collator.getInstance(request.locale());
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    for (Candidate candidate : candidates) {
      deadline.check();
      String label = facet.label(candidate.value, request.locale());
      candidate.name = collator.getCollationKey(label).toByteArray();
    }
  }

  private List<ValueCount> tree(List<Candidate> candidates) {
    showWayToFittingOnes(candidates);
    Map<String, List<Candidate>> below = new HashMap<>();
    for (Candidate candidate : candidates) {
      below.computeIfAbsent(parent(candidate.value), path -> new ArrayList<>()).add(candidate);
    }
    List<ValueCount> chosen = new ArrayList<>();
    addTree("", below, chosen);
    return chosen;
  }

  /** Makes each value fit what was typed as well as the best one below it. */
  private void showWayToFittingOnes(List<Candidate> candidates) {
    Map<String, Fit> bestFit = new HashMap<>();
    for (Candidate candidate : candidates) {
      for (String path : facet.withAncestors(candidate.value)) {
        bestFit.merge(path, candidate.fit, Fit::better);
      }
    }
    candidates.forEach(
        candidate -> candidate.fit = bestFit.getOrDefault(candidate.value, Fit.NONE));
  }

  /** Returns the path above another; empty for one of the first level. */
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private void addTree(String parent, Map<String, List<Candidate>> below, List<ValueCount> chosen) {
    for (Candidate candidate : best(below.getOrDefault(parent, List.of()))) {
      chosen.add(candidate.counted);
      addTree(candidate.value, below, chosen);
    }
  }
}
