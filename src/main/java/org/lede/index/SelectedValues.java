package org.lede.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
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

  /** The numbers of the values in the table. */
  private final int[] selected;

  private final List<Term> terms;

  /** The documents of each segment that was asked for, as it takes long to put several together. */
  private final Map<Integer, Optional<DocSet>> docs = new ConcurrentHashMap<>();

  private SelectedValues(FacetTable table, int field, int[] selected, List<Term> terms) {
    this.table = table;
    this.field = field;
    this.selected = selected;
    this.terms = terms;
  }

  /**
   * Returns the values of a facet that articles are to be about.
   *
   * @param table what is in memory, or null if nothing is
   */
  static Optional<SelectedValues> of(
      @Nullable FacetTable table, Facet facet, Collection<String> values) {
    String name = Schema.about(facet);
    if (table == null || !table.has(name)) {
      return Optional.empty();
    }
    int field = table.field(name);
    FacetOrdinals ordinals = table.ordinals(field);
    int[] selected = new int[values.size()];
    int size = 0;
    List<Term> terms = new ArrayList<>(values.size());
    for (String value : values) {
      int ordinal = ordinals.ordinal(value);
      if (ordinal >= 0) {
        selected[size++] = table.firstNumber(field) + ordinal;
      }
      terms.add(new Term(name, value));
    }
    return Optional.of(new SelectedValues(table, field, Arrays.copyOf(selected, size), terms));
  }

  /**
   * Returns the documents of a segment that have any of the values, deleted ones included, if that
   * is known.
   */
  Optional<DocSet> docs(int segment) {
    return docs.computeIfAbsent(segment, this::together);
  }

  private Optional<DocSet> together(int segment) {
    DocSet any = null;
    for (Term term : terms) {
      Optional<DocSet> ofTerm = table.terms(segment).docs(term);
      if (ofTerm.isEmpty()) {
        return ofTerm;
      }
      any = any == null ? ofTerm.get() : any.or(ofTerm.get());
    }
    return Optional.ofNullable(any);
  }

  /** Returns how many documents of a segment have the values, deleted ones included, at most. */
  long size(int segment) {
    return codesOf(segment).mapToLong(table.rows(segment)::total).sum();
  }

  /**
   * Returns those of some documents that have any of the values.
   *
   * @throws TimeUp if the deadline comes first
   */
  DocSet among(DocSet some, int segment, Deadline deadline) {
    FixedBitSet codes = codes(segment);
    return codes.scanIsEmpty()
        ? DocSet.none(some.maxDoc())
        : table.rows(segment).having(some, field, codes, deadline);
  }

  /**
   * Returns what tells whether a document of a segment has any of the values, for use on one
   * thread.
   */
  TopHits.Gate in(int segment) {
    Optional<FixedBitSet> known = docs(segment).map(DocSet::bits);
    return known.isPresent() ? known.get()::get : table.rows(segment).having(field, codes(segment));
  }

  private FixedBitSet codes(int segment) {
    FixedBitSet codes = new FixedBitSet(table.rows(segment).codes());
    codesOf(segment).forEach(codes::set);
    return codes;
  }

  /** Returns the codes that the values have in a segment. */
  private IntStream codesOf(int segment) {
    FacetRows rows = table.rows(segment);
    int[] numbers = table.numbers(segment); // of the codes of a field they are in order
    return Arrays.stream(selected)
        .map(number ->
            Arrays.binarySearch(numbers, rows.firstCode(field), rows.endCode(field), number))
        .filter(code -> code >= 0);
  }
}
