package org.lede.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lede.Facet;

/**
 * How many articles are about each value of a facet, or mention it.
 *
 * @param request what was asked for
 * @param values the values that were asked for, in the order asked for; then the selected ones that
 *     are not among them. A hierarchical facet has its values of every level side by side, unless
 *     its tree was asked for: then each value comes before those below it.
 * @param distinct how many values have a count over 0, whether they are in the list or not
 */
public record FacetCounts(FacetRequest request, List<Value> values, int distinct) {
  /** Stands above the values on top of a tree; no value is empty. */
  private static final String TOP = "";

  /**
   * One value and its count.
   *
   * @param value the value, in the normal form of {@link Facet#normalise}
   * @param label what a reader calls it, in the language of the request
   * @param count how many articles are found when this is the only value selected in the facet; if
   *     mentions are counted, how many of those found when none is selected in it at least mention
   *     this one
   * @param selected whether the search selects it
   */
  public record Value(String value, String label, long count, boolean selected) {}

  /** Makes counts of a copy of the values. */
  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * Returns which facet was counted.
   *
   * @return the facet
   */
  public Facet facet() {
    return request.facet();
  }

  /**
   * Returns the count of one value.
   *
   * @param value the value, in any form that {@link Facet#normalise} knows
   * @return its count; 0 if it is not in the list
   * @throws IllegalArgumentException if it is not a value of this facet
   */
  public long count(String value) {
    String normal = facet().normalise(value);
    return values.stream()
        .filter(counted -> counted.value().equals(normal))
        .mapToLong(Value::count)
        .sum();
  }

  /**
   * A value and the values below it.
   *
   * @param value the value
   * @param below the values directly below it that are in the list, in its order
   */
  public record Node(Value value, List<Node> below) {
    /** Makes a node of a copy of the nodes below. */
    public Node {
      below = List.copyOf(below);
    }
  }

  /**
   * Returns the values as a tree: each below the longest path in the list that it continues.
   *
   * @return the nodes on top, in the order of the list; all of them, if the facet is flat
   */
  public List<Node> tree() {
    Set<String> paths = new HashSet<>();
    values.forEach(value -> paths.add(value.value()));
    Map<String, List<Value>> below = new HashMap<>();
    for (Value value : values) {
      below.computeIfAbsent(parent(value.value(), paths), path -> new ArrayList<>()).add(value);
    }
    return nodes(TOP, below);
  }

  /** Returns the longest path above a value that is in the list. */
  private String parent(String value, Set<String> paths) {
    if (facet().hierarchical()) {
      for (int end = value.lastIndexOf('/'); end > 0; end = value.lastIndexOf('/', end - 1)) {
        String path = value.substring(0, end);
        if (paths.contains(path)) {
          return path;
        }
      }
    }
    return TOP;
  }

  private static List<Node> nodes(String parent, Map<String, List<Value>> below) {
    return below.getOrDefault(parent, List.of()).stream()
        .map(value -> new Node(value, nodes(value.value(), below)))
        .toList();
  }
}
