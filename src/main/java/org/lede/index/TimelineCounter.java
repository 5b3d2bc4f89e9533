package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.apache.lucene.index.NumericDocValues;
import org.lede.search.Timeline;
import org.lede.search.Timeline.Point;
import org.lede.search.TimelineRequest;

/**
 * Counts by time of publication. Once it is known when all articles of a snapshot were published,
 * those found are counted in the intervals of all; before that, or if these are too many, those
 * found are gone through once more to see from when to when they are.
 */
final class TimelineCounter {
  /** How many documents are read at once. */
  private static final int BATCH = 512;

  /** Stands for no time; it is long before the first that an article can have. */
  private static final long UNDATED = Long.MIN_VALUE;

  private final TimelineRequest request;
  private final Deadline deadline;
  private long undated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** How many of the documents are in each interval; empty until it is known which there are. */
  private long[] counts = {};

  private Optional<TimelineIntervals> intervals = Optional.empty();

  /** How many of all articles are in an interval; none until it is known. */
  private IntToLongFunction ofAll = number -> 0;

  TimelineCounter(TimelineRequest request, Deadline deadline) {
    this.request = request;
    this.deadline = deadline;
  }

  /**
   * Counts documents.
   *
   * @throws TimeUp if the deadline comes first; what was counted until then counts
   */
  void count(List<FoundDocs> found, Snapshot snapshot) throws IOException {
    Optional<PublicationTimes.Totals> known =
        snapshot.knownTimes().flatMap(times -> times.by(request, deadline));
    if (known.isPresent()) {
      countIn(known.get().intervals(), found);
      ofAll = known.get()::in;
      return;
    }
    for (FoundDocs docs : found) {
      read(docs, this::widen);
    }
    if (first > last) { // none has a date
      undated = found.stream().mapToLong(docs -> docs.all().size()).sum();
      return;
    }
    TimelineIntervals covering = TimelineIntervals.covering(request, first, last);
    countIn(covering, found);
    PublicationTimes all = snapshot.publicationTimes(deadline);
    ofAll = number -> all.between(covering.start(number), covering.start(number + 1));
  }

  /** Takes times, of which some may be none. */
  private interface Times {
    void take(long[] times, int size);
  }

  /** Reads the times of documents of one segment. */
  private void read(FoundDocs docs, Times reader) throws IOException {
    NumericDocValues times = PublicationTimes.of(docs.leaf());
    DocSet all = docs.all();
    long[] read = new long[Math.min(BATCH, all.size())];
    all.inBatches(
        0,
        all.maxDoc(),
        BATCH,
        (some, size) -> {
          times.longValues(size, some, read, UNDATED);
          reader.take(read, size);
        },
        deadline);
  }

  private void widen(long[] times, int size) {
    for (int i = 0; i < size; i++) {
      if (times[i] != UNDATED) {
        first = Math.min(first, times[i]);
        last = Math.max(last, times[i]);
      }
    }
  }

  private void countIn(TimelineIntervals covering, List<FoundDocs> found) throws IOException {
    counts = new long[covering.size()];
    intervals = Optional.of(covering);
    for (FoundDocs docs : found) {
      read(docs, (times, size) -> add(times, size, covering));
    }
  }

  private void add(long[] times, int size, TimelineIntervals covering) {
    for (int i = 0; i < size; i++) {
      if (times[i] == UNDATED) {
        undated++;
      } else {
        counts[covering.at(times[i])]++;
      }
    }
  }

  /** Returns what was counted so far. */
  Timeline timeline() {
    List<Point> points = new ArrayList<>();
    int end = counts.length;
    while (end > 0 && counts[end - 1] == 0) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (counts[i] > 0 || !points.isEmpty()) {
        points.add(new Point(intervals.orElseThrow().day(i), counts[i], share(i)));
      }
    }
    return new Timeline(
        intervals.map(TimelineIntervals::interval).orElse(request.interval()),
        request.zone(),
        points,
        undated);
  }

  private double share(int number) {
    long all = counts[number] == 0 ? 0 : ofAll.applyAsLong(number);
    return all == 0 ? 0 : (double) counts[number] / all;
  }
}
