package org.lede.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the facet values in one field over all segments: from 0, in the order of their UTF-8
 * bytes. Each segment has a numbering of its own, which this maps to the common one.
 *
 * <p>After a refresh most segments are those of before, and most values of a new one are known. So
 * the new numbering is made of the one before: only new segments are read, and only if they bring
 * new values, or the last article with some value is gone, the others are numbered anew.
 */
final class FacetOrdinals {
  private final String field;
  private final ValueList values;

  /** The common numbers of the values of each segment. */
  private final Map<Object, int[]> numbers;

  private FacetOrdinals(String field, ValueList values, Map<Object, int[]> numbers) {
    this.field = field;
    this.values = values;
    this.numbers = numbers;
  }

  /**
   * Numbers the values in a field.
   *
   * @param before the numbering of an earlier reader, or null if there is none
   */
  static FacetOrdinals of(IndexReader reader, String field, @Nullable FacetOrdinals before)
      throws IOException {
    Numbering numbering = new Numbering(field, before);
    List<LeafReaderContext> largestFirst =
        reader.leaves().stream()
            .sorted(Comparator.comparingInt(leaf -> -leaf.reader().maxDoc()))
            .toList();
    for (LeafReaderContext leaf : largestFirst) {
      numbering.add(leaf);
    }
    numbering.dropUnused();
    return new FacetOrdinals(field, numbering.values, numbering.numbers);
  }

  /** A numbering in the making. */
  private static final class Numbering {
    private final String field;
    private final Map<Object, int[]> before;
    private ValueList values;
    private final Map<Object, int[]> numbers = new HashMap<>();

    private Numbering(String field, @Nullable FacetOrdinals before) {
      this.field = field;
      this.before = before == null ? new HashMap<>() : new HashMap<>(before.numbers);
      values = before == null ? ValueList.EMPTY : before.values;
    }

    private void add(LeafReaderContext leaf) throws IOException {
      Object segment = segment(leaf);
      int[] known = before.remove(segment);
      numbers.put(segment, known == null ? read(leaf) : known);
    }

    private int[] read(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues inSegment = DocValues.getSortedSet(leaf.reader(), field);
      int[] found = new int[Math.toIntExact(inSegment.getValueCount())];
      ValueList.Builder missing = new ValueList.Builder(0);
      boolean complete = true;
      TermsEnum each = inSegment.termsEnum();
      int next = 0;
      for (int ordinal = 0; ordinal < found.length; ordinal++) {
        BytesRef value = each.next();
        found[ordinal] = values.find(value, next);
        next = found[ordinal] < 0 ? -1 - found[ordinal] : found[ordinal];
        if (found[ordinal] < 0) {
          missing.add(value);
          complete = false;
        }
      }
      if (!complete) {
        insert(missing.build(), found);
      }
      return found;
    }

    /** Inserts values, and gives them numbers where a segment has none for them. */
    private void insert(ValueList missing, int[] found) {
      int[] moved = new int[values.size()];
      values = values.with(missing, moved);
      renumber(moved);
      int inserted = 0;
      for (int ordinal = 0; ordinal < found.length; ordinal++) {
        found[ordinal] =
            found[ordinal] < 0 ? -1 - found[ordinal] + inserted++ : moved[found[ordinal]];
      }
    }

    private void renumber(int[] moved) {
      for (Map<Object, int[]> each : List.of(before, numbers)) {
        each.replaceAll(
            (segment, old) -> Arrays.stream(old).map(number -> moved[number]).toArray());
      }
    }

    /** Drops the values that were only in segments that are gone. */
    private void dropUnused() {
      FixedBitSet used = new FixedBitSet(Math.max(values.size(), 1));
      numbers.values().forEach(each -> Arrays.stream(each).forEach(used::set));
      if (used.cardinality() < values.size()) {
        int[] moved = new int[values.size()];
        values = values.only(used, moved);
        renumber(moved);
      }
    }
  }

  private static Object segment(LeafReaderContext leaf) {
    return leaf.reader().getCoreCacheHelper().getKey();
  }

  /** Returns how many values there are. */
  int size() {
    return values.size();
  }

  /** Returns the values of one segment, to be read once, from the first document to the last. */
  SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), field);
  }

  /** Returns the common numbers of the values of one segment, by its own. Not to be changed. */
  int[] toCommon(LeafReaderContext leaf) {
    return requireNonNull(numbers.get(segment(leaf)), "a numbering is asked for other segments");
  }

  /** Returns the value with a number. */
  String value(int number) {
    return values.text(number);
  }

  /** Returns the number of a value, or a negative number if there is no such value. */
  int ordinal(String value) {
    return values.find(new BytesRef(value));
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    long maps = numbers.values().stream().mapToLong(each -> each.length).sum() * Integer.BYTES;
    return maps + values.memoryBytes();
  }
}
