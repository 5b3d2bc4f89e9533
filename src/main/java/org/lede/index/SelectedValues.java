package org.lede.index;

import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;

/**
 * The values that are selected in a facet, and are in memory: of few documents it takes less time
 * to look which values they have than to find all documents that have the values.
 */
final class SelectedValues {
  private final FacetTable table;
  private final int field;

  /** Which of the numbers of the table are selected. */
  private final FixedBitSet selected;

  private SelectedValues(FacetTable table, int field, FixedBitSet selected) {
    this.table = table;
    this.field = field;
    this.selected = selected;
  }

  /**
   * Returns the values of a facet that articles are to be about.
   *
   * @param table what is in memory, or null if nothing is
   */
  static Optional<SelectedValues> of(
      @Nullable FacetTable table, Facet facet, Collection<String> values) {
    if (table == null || !table.has(Schema.about(facet))) {
      return Optional.empty();
    }
    int field = table.field(Schema.about(facet));
    FixedBitSet selected = new FixedBitSet(table.size());
    for (String value : values) {
      int ordinal = table.ordinals(field).ordinal(value);
      if (ordinal >= 0) {
        selected.set(table.firstNumber(field) + ordinal);
      }
    }
    return Optional.of(new SelectedValues(table, field, selected));
  }

  /**
   * Returns those of some documents that have any of the values.
   *
   * @throws TimeUp if the deadline comes first
   */
  DocSet among(DocSet docs, int segment, Deadline deadline) {
    int[] numbers = table.numbers(segment);
    return table.rows(segment).having(docs, field, code -> selected.get(numbers[code]), deadline);
  }
}
