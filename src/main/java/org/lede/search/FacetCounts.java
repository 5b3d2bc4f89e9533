package org.lede.search;

import java.util.List;
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
  /**
   * One value and its count.
   *
   * @param value the value, in the normal form of {@link Facet#normalise}
   * @param label what a reader calls it, in the language of the request
   * @param count how many articles are found when this is the only value selected in the facet; if
   *     mentions are counted, how many articles found at least mention it
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
    return below(values.stream().filter(value -> parent(value) == null).toList());
  }

  private List<Node> below(List<Value> level) {
    return level.stream()
        .map(parent ->
            new Node(
                parent,
                below(values.stream().filter(value -> parent.equals(parent(value))).toList())))
        .toList();
  }

  private @org.jspecify.annotations.Nullable Value parent(Value value) {
    if (!facet().hierarchical()) {
      return null;
    }
    return values.stream()
        .filter(other -> value.value().startsWith(other.value() + "/"))
        .max(java.util.Comparator.comparingInt(other -> other.value().length()))
        .orElse(null);
  }
}
