package org.lede.search;

import java.util.List;
import org.lede.Facet;

/**
 * How many articles are about each value of a facet.
 *
 * @param facet the facet
 * @param values the values with the highest counts, highest first, equal ones by value; then the
 *     selected ones that are not among them. A hierarchical facet has its values of every level
 *     side by side.
 * @param distinct how many values have a count over 0, whether they are in the list or not
 */
public record FacetCounts(Facet facet, List<Value> values, int distinct) {
  /**
   * One value and its count.
   *
   * @param value the value, in the normal form of {@link Facet#normalise}
   * @param count how many articles are found when this is the only value selected in the facet
   * @param selected whether the search selects it
   */
  public record Value(String value, long count, boolean selected) {}

  /** Makes counts of a copy of the values. */
  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * Returns the count of one value.
   *
   * @param value the value, in any form that {@link Facet#normalise} knows
   * @return its count; 0 if it is not in the list
   * @throws IllegalArgumentException if it is not a value of this facet
   */
  public long count(String value) {
    String normal = facet.normalise(value);
    return values.stream()
        .filter(counted -> counted.value().equals(normal))
        .mapToLong(Value::count)
        .sum();
  }
}
