package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.lede.search.TimelineRequest;

/** When the articles of a snapshot were published, all of them, in milliseconds since 1970. */
final class PublicationTimes {
  /** So many are sorted at once, without a look at the clock. */
  private static final int BATCH = 1 << 18;

  /** How many requests are remembered. */
  private static final int MOST_REQUESTS = 16;

  /** The times, each batch ascending. */
  private final List<long[]> batches;

  private final Map<TimelineRequest, Optional<Totals>> totals = new ConcurrentHashMap<>();

  private PublicationTimes(List<long[]> batches) {
    this.batches = batches;
  }

  /** How many of all articles are in each interval. */
  static final class Totals {
    private final TimelineIntervals intervals;
    private final long[] counts;

    private Totals(TimelineIntervals intervals, long[] counts) {
      this.intervals = intervals;
      this.counts = counts;
    }

    TimelineIntervals intervals() {
      return intervals;
    }

    /** Returns how many are in one. */
    long in(int number) {
      return counts[number];
    }

    private long memoryBytes() {
      return intervals.memoryBytes() + (long) counts.length * Long.BYTES;
    }
  }

  /** Returns the times of one segment, to be read once, from the first document to the last. */
  static NumericDocValues of(LeafReaderContext leaf) throws IOException {
    SortedNumericDocValues times = DocValues.getSortedNumeric(leaf.reader(), Schema.PUBLISHED);
    NumericDocValues single = DocValues.unwrapSingleton(times);
    if (single == null) {
      throw new IllegalStateException("an article was published once, but has several times");
    }
    return single;
  }

  /**
   * Reads all times.
   *
   * @throws TimeUp if the deadline comes first
   */
  static PublicationTimes of(IndexReader reader, Deadline deadline) throws IOException {
    List<long[]> batches = new ArrayList<>();
    long[] batch = new long[Math.min(BATCH, reader.numDocs())];
    int size = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      deadline.check();
      NumericDocValues times = of(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = times.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = times.nextDoc()) {
        if (live == null || live.get(doc)) {
          batch[size++] = times.longValue();
          if (size % MeteredSearcher.STRETCH == 0) {
            deadline.check();
          }
          if (size == batch.length) {
            batches.add(sorted(batch, size));
            size = 0;
          }
        }
      }
    }
    batches.add(sorted(batch, size));
    return new PublicationTimes(batches);
  }

  private static long[] sorted(long[] times, int size) {
    long[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Counts them.
   *
   * @param from the first moment
   * @param to the moment after the last
   */
  long between(long from, long to) {
    long count = 0;
    for (long[] batch : batches) {
      count += before(batch, to) - before(batch, from);
    }
    return count;
  }

  /**
   * Returns all articles by the intervals of a request; nothing if there are none, or if these
   * intervals would be too many.
   *
   * @throws TimeUp if the deadline comes before they are counted
   */
  Optional<Totals> by(TimelineRequest request, Deadline deadline) {
    Optional<Totals> known = totals.get(request);
    if (known == null) {
      known = counted(request, deadline); // twice, if two searches come together
      if (totals.size() >= MOST_REQUESTS) {
        totals.clear();
      }
      totals.put(request, known);
    }
    return known;
  }

  private Optional<Totals> counted(TimelineRequest request, Deadline deadline) {
    List<long[]> some = batches.stream().filter(batch -> batch.length > 0).toList();
    if (some.isEmpty()) {
      return Optional.empty();
    }
    long first = some.stream().mapToLong(batch -> batch[0]).min().orElseThrow();
    long last = some.stream().mapToLong(batch -> batch[batch.length - 1]).max().orElseThrow();
    TimelineIntervals covering = TimelineIntervals.covering(request, first, last);
    if (covering.interval() != request.interval()) {
      return Optional.empty();
    }
    long[] counts = new long[covering.size()];
    for (int i = 0; i < counts.length; i++) {
      deadline.check();
      counts[i] = between(covering.start(i), covering.start(i + 1));
    }
    return Optional.of(new Totals(covering, counts));
  }

  private static int before(long[] sorted, long moment) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns how many bytes of heap this takes. */
  long memoryBytes() {
    long known = batches.stream().mapToLong(batch -> (long) batch.length * Long.BYTES).sum();
    for (Optional<Totals> each : totals.values()) {
      if (each.isPresent()) {
        known += each.get().memoryBytes();
      }
    }
    return known;
  }
}
