package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
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
   * @param searcher runs the parts
   * @param docs the documents of the first segments; of others there are none
   */
  FacetCounter(Snapshot snapshot, MeteredSearcher searcher, List<DocSet> docs, Deadline deadline) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.docs = docs;
    this.deadline = deadline;
    table = snapshot.table();
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
  void count(List<String> fields) throws IOException {
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
    for (LeafReaderContext leaf : leaves) {
      FacetRows rows = known.rows(leaf.ord);
      for (int field : fields) {
        values += rows.endCode(field) - rows.firstCode(field);
      }
    }
    return docs.stream().mapToLong(DocSet::size).sum() <= values / FEW;
  }

  private void countMany(FacetTable known, List<Integer> fields) throws IOException {
    int last = Collections.max(fields);
    int[] array = new int[known.firstNumber(last + 1)];
    for (int field : fields) {
      counts.put(
          known.name(field),
          new ArrayCounts(known.ordinals(field), array, known.firstNumber(field)));
    }
    List<MeteredSearcher.Part> parts = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      DocSet here = docs.get(leaf.ord);
      if (isMost(here)) {
        parts.add(new MeteredSearcher.Part(leaf, 0, here.maxDoc())); // whole, or it is too much
      } else if (here.size() > 0) {
        parts.addAll(searcher.parts(leaf));
      }
    }
    List<Queue<Share>> idle = new ArrayList<>();
    leaves.forEach(leaf -> idle.add(new ConcurrentLinkedQueue<>()));
    try {
      searcher.forEach(parts, part -> count(part, known, fields, last, idle.get(part.leaf().ord)));
    } finally {
      for (LeafReaderContext leaf : leaves) {
        for (Share share : idle.get(leaf.ord)) {
          share.addTo(array, known.rows(leaf.ord), known.numbers(leaf.ord), fields);
        }
      }
    }
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

    private void addTo(int[] array, FacetRows rows, int[] numbers, List<Integer> fields) {
      for (int field : fields) {
        for (int code = rows.firstCode(field); code < rows.endCode(field); code++) {
          array[numbers[code]] += byCode[code];
        }
      }
    }
  }

  private static boolean isMost(DocSet here) {
    return here.size() > here.maxDoc() / 2;
  }

  private void count(
      MeteredSearcher.Part part,
      FacetTable known,
      List<Integer> fields,
      int last,
      Queue<Share> idle) {
    deadline.check();
    DocSet here = docs.get(part.leaf().ord);
    FacetRows rows = known.rows(part.leaf().ord);
    Share passedOn = idle.poll();
    Share share = passedOn == null ? new Share(rows.endCode(last)) : passedOn;
    if (!isMost(here)) {
      try {
        rows.count(here, part.from(), part.to(), fields, share.byCode, deadline);
      } finally {
        idle.add(share); // even if the deadline comes before the end
      }
      return;
    }
    if (here.size() < here.maxDoc()) {
      rows.count(here.others(), part.from(), part.to(), fields, share.byCode, deadline);
    }
    for (int code = 0; code < share.byCode.length; code++) {
      share.byCode[code] = rows.total(code) - share.byCode[code];
    }
    idle.add(share);
  }

  /**
   * Counts documents that have few values: the values are noted down when they are first met, so
   * that nobody needs to look at all others, and the array can be used again.
   */
  private void countFew(FacetTable known, List<Integer> fields) {
    int[] array = known.takeZeros();
    Met met = new Met();
    try {
      for (LeafReaderContext leaf : leaves) {
        deadline.check();
        int[] numbers = known.numbers(leaf.ord);
        known
            .rows(leaf.ord)
            .read(
                docs.get(leaf.ord),
                fields,
                (codes, from, to) -> met.count(codes, from, to, numbers, array),
                deadline);
      }
    } finally {
      for (int field : fields) {
        counts.put(known.name(field), met.counts(known, field, array));
      }
      met.clear(array);
      known.giveBackZeros(array);
    }
  }

  /** The numbers of the values that were met. */
  private static final class Met {
    private int[] numbers = {};
    private int size;

    private void count(int[] codes, int from, int to, int[] numberOf, int[] array) {
      numbers = ArrayUtil.grow(numbers, size + to - from);
      for (int i = from; i < to; i++) {
        int number = numberOf[codes[i]];
        if (array[number]++ == 0) {
          numbers[size++] = number;
        }
      }
    }

    private FewCounts counts(FacetTable known, int field, int[] array) {
      int first = known.firstNumber(field);
      int end = known.firstNumber(field + 1);
      int[] values = new int[size];
      int[] ofValues = new int[size];
      int found = 0;
      for (int i = 0; i < size; i++) {
        if (numbers[i] >= first && numbers[i] < end) {
          values[found] = numbers[i] - first;
          ofValues[found++] = array[numbers[i]];
        }
      }
      return new FewCounts(known.ordinals(field), values, ofValues, found);
    }

    private void clear(int[] array) {
      for (int i = 0; i < size; i++) {
        array[numbers[i]] = 0;
      }
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
