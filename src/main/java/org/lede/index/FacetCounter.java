package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many of some documents have each value of some fields, in the way that is cheapest.
 *
 * <p>Fields in the {@link FacetTable} are counted from memory, all of them in one go. If more than
 * half of the documents of a segment are to be counted, the others are counted instead and
 * subtracted from what is known of all, so that all documents cost next to nothing. Other fields
 * are counted from the files.
 */
final class FacetCounter {
  /**
   * Up to one document for so many values of segments, to note down the values that any of them has
   * takes less time than to make an array of all values for each segment, and to add it up.
   */
  private static final int FEW = 8;

  private final Snapshot snapshot;
  private final MeteredSearcher searcher;
  private final @Nullable FacetTable table;
  private final List<LeafReaderContext> leaves;
  private final List<DocSet> docs;
  private final Deadline deadline;
  private final Map<String, FieldCounts> counts = new HashMap<>();

  /**
   * Makes a counter.
   *
   * @param table what is in memory, or null if nothing is; the one that the documents may refer to
   * @param searcher runs the parts
   * @param docs the documents of the first segments; of others there are none
   */
  FacetCounter(
      Snapshot snapshot,
      @Nullable FacetTable table,
      MeteredSearcher searcher,
      List<DocSet> docs,
      Deadline deadline) {
    this.snapshot = snapshot;
    this.table = table;
    this.searcher = searcher;
    this.docs = docs;
    this.deadline = deadline;
    leaves = snapshot.reader().leaves().subList(0, docs.size());
  }

  /** Returns the counts of a field, as far as it was counted; null if it was not begun. */
  @Nullable FieldCounts of(String field) {
    return counts.get(field);
  }

  /**
   * Counts.
   *
   * @param fields the fields
   * @throws TimeUp if the deadline comes first; what was counted until then counts
   */
  void count(Collection<String> fields) throws IOException {
    List<Integer> inTable = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String field : fields) {
      snapshot.use(field);
      if (table != null && table.has(field)) {
        inTable.add(table.field(field));
      } else {
        others.add(field);
      }
    }
    if (table != null && !inTable.isEmpty()) {
      count(table, inTable);
    }
    for (String field : others) {
      countFromFiles(field);
    }
  }

  private void count(FacetTable known, List<Integer> fields) throws IOException {
    if (areFew(known, fields)) {
      countFew(known, fields);
    } else {
      countMany(known, fields);
    }
  }

  private boolean areFew(FacetTable known, List<Integer> fields) {
    long values = 0;
    long size = 0;
    for (LeafReaderContext leaf : leaves) {
      DocSet here = docs.get(leaf.ord);
      if (here.sum().isPresent()) {
        return false;
      }
      values += values(known.rows(leaf.ord), fields);
      size += here.size();
    }
    return size <= values / FEW;
  }

  private static int values(FacetRows rows, List<Integer> fields) {
    int values = 0;
    for (int field : fields) {
      values += rows.endCode(field) - rows.firstCode(field);
    }
    return values;
  }

  /** Returns what the documents of a segment are counted by. */
  private CountSum sum(LeafReaderContext leaf) {
    DocSet here = docs.get(leaf.ord);
    return here.sum().orElseGet(() -> CountSum.of(here));
  }

  /** Counts documents that have many values. */
  private void countMany(FacetTable known, List<Integer> fields) throws IOException {
    boolean sums = docs.stream().anyMatch(here -> here.sum().isPresent());
    int[] array = new int[sums ? known.size() : known.firstNumber(Collections.max(fields) + 1)];
    addDocs(CountSum::less, -1, known, fields, array);
    for (LeafReaderContext leaf : leaves) {
      for (Term term : sum(leaf).terms()) {
        known.terms(leaf.ord).addTo(array, known.numbers(leaf.ord), term);
      }
    }
    for (int field : fields) { // from here on, what was counted counts
      counts.put(
          known.name(field),
          new ArrayCounts(known.ordinals(field), array, known.firstNumber(field)));
    }
    addDocs(CountSum::more, 1, known, fields, array);
  }

  /**
   * Adds to the counts, or subtracts from them, some documents of each segment.
   *
   * @param times 1 or -1
   */
  private void addDocs(
      Function<CountSum, List<DocSet>> which,
      int times,
      FacetTable known,
      List<Integer> fields,
      int[] array)
      throws IOException {
    List<Part> parts = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      FacetRows rows = known.rows(leaf.ord);
      int[] numbers = known.numbers(leaf.ord);
      for (DocSet some : which.apply(sum(leaf))) {
        boolean hasRoom =
            array.length == known.size(); // for values of other fields, which come too
        if (some.size() > values(rows, fields) / FEW || !hasRoom) {
          parts.addAll(parts(some, leaf));
        } else {
          rows.read(
              some,
              fields,
              (codes, from, to) -> {
                for (int i = from; i < to; i++) {
                  array[numbers[codes[i]]] += times;
                }
              },
              deadline);
        }
      }
    }
    List<Queue<Share>> idle = new ArrayList<>();
    leaves.forEach(leaf -> idle.add(new ConcurrentLinkedQueue<>()));
    try {
      searcher.forEach(parts, part -> count(part, known, fields, idle.get(part.where.leaf().ord)));
    } finally {
      for (LeafReaderContext leaf : leaves) {
        for (Share share : idle.get(leaf.ord)) {
          share.addTo(array, times, known.rows(leaf.ord), known.numbers(leaf.ord), fields);
        }
      }
    }
  }

  /** Some of the documents that are counted. */
  private record Part(DocSet docs, MeteredSearcher.Part where) {}

  private List<Part> parts(DocSet docs, LeafReaderContext leaf) {
    if (docs.size() == 0) {
      return List.of();
    }
    List<MeteredSearcher.Part> parts =
        isMost(docs) // whole, or it is too much
            ? List.of(new MeteredSearcher.Part(leaf, 0, docs.maxDoc()))
            : searcher.parts(leaf, docs.size());
    return parts.stream().map(part -> new Part(docs, part)).toList();
  }

  /**
   * What was counted of a segment, by the codes that values have in it. On several threads, each
   * counts in an array of its own, and passes it on: to make an array and to add it up takes as
   * long as to count a thousand documents.
   */
  private static final class Share {
    private final int[] byCode;

    private Share(int codes) {
      byCode = new int[codes];
    }

    private void addTo(
        int[] array, int times, FacetRows rows, int[] numbers, List<Integer> fields) {
      for (int field : fields) {
        for (int code = rows.firstCode(field); code < rows.endCode(field); code++) {
          array[numbers[code]] += times * byCode[code];
        }
      }
    }
  }

  private static boolean isMost(DocSet here) {
    return here.size() > here.maxDoc() / 2;
  }

  private void count(Part part, FacetTable known, List<Integer> fields, Queue<Share> idle) {
    deadline.check();
    DocSet here = part.docs;
    FacetRows rows = known.rows(part.where.leaf().ord);
    Share passedOn = idle.poll();
    Share share = passedOn == null ? new Share(rows.endCode(Collections.max(fields))) : passedOn;
    int[] byCode = share.byCode;
    if (!isMost(here)) {
      try {
        rows.count(here, part.where.from(), part.where.to(), fields, byCode, deadline);
      } finally {
        idle.add(share); // even if the deadline comes before the end
      }
      return;
    }
    int[] others = new int[byCode.length];
    if (here.size() < here.maxDoc()) {
      rows.count(here.others(), part.where.from(), part.where.to(), fields, others, deadline);
    }
    for (int code = 0; code < byCode.length; code++) {
      byCode[code] += rows.total(code) - others[code];
    }
    idle.add(share);
  }

  /** Counts documents that have few values. */
  private void countFew(FacetTable known, List<Integer> fields) {
    MetValues met = new MetValues(known);
    try {
      for (LeafReaderContext leaf : leaves) {
        deadline.check();
        int[] numbers = known.numbers(leaf.ord);
        known
            .rows(leaf.ord)
            .read(
                docs.get(leaf.ord),
                fields,
                (codes, from, to) -> met.count(codes, from, to, numbers),
                deadline);
      }
    } finally {
      for (int field : fields) {
        counts.put(known.name(field), met.of(field));
      }
      met.close();
    }
  }

  private void countFromFiles(String field) throws IOException {
    FacetOrdinals ordinals = snapshot.ordinals(field);
    int[] array = new int[ordinals.size()];
    counts.put(field, new ArrayCounts(ordinals, array, 0));
    for (LeafReaderContext leaf : leaves) {
      deadline.check();
      count(ordinals.values(leaf), docs.get(leaf.ord).iterator(), ordinals.toCommon(leaf), array);
    }
  }

  private void count(SortedSetDocValues values, DocIdSetIterator set, int[] numbers, int[] array)
      throws IOException {
    int left = MeteredSearcher.STRETCH;
    for (int doc = set.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = set.nextDoc()) {
      if (left-- == 0) {
        deadline.check();
        left = MeteredSearcher.STRETCH;
      }
      if (values.advanceExact(doc)) {
        for (int many = values.docValueCount(); many > 0; many--) {
          array[numbers[(int) values.nextOrd()]]++;
        }
      }
    }
  }
}
