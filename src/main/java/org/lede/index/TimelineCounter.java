package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.lede.search.Timeline;
import org.lede.search.Timeline.Point;
import org.lede.search.TimelineRequest;

/** Counts by time of publication. */
final class TimelineCounter {
  private final TimelineRequest request;
  private final Deadline deadline;
  private long undated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** How many of the documents are in each interval; empty until it is known which there are. */
  private long[] counts = {};

  private Optional<TimelineIntervals> intervals = Optional.empty();

  /** The times of all articles; empty until it is known. */
  private Optional<PublicationTimes> all = Optional.empty();

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
    for (FoundDocs docs : found) {
      long dated = read(docs, this::widen);
      undated += docs.all().size() - dated;
    }
    if (first > last) {
      return; // none has a date
    }
    TimelineIntervals covering = TimelineIntervals.covering(request, first, last);
    counts = new long[covering.size()];
    intervals = Optional.of(covering);
    for (FoundDocs docs : found) {
      read(docs, time -> counts[covering.at(time)]++);
    }
    all = Optional.of(snapshot.publicationTimes(deadline));
  }

  private void widen(long time) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  /** Reads the times of documents of one segment, and returns how many have one. */
  private long read(FoundDocs docs, LongConsumer reader) throws IOException {
    NumericDocValues times = PublicationTimes.of(docs.leaf());
    DocIdSetIterator matching = docs.all().iterator();
    long dated = 0;
    int left = 0;
    for (int doc = matching.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matching.nextDoc()) {
      if (left-- == 0) {
        deadline.check();
        left = MeteredSearcher.STRETCH;
      }
      if (times.advanceExact(doc)) {
        reader.accept(times.longValue());
        dated++;
      }
    }
    return dated;
  }

  /** Returns what was counted so far. */
  Timeline timeline() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      TimelineIntervals covering = intervals.orElseThrow();
      points.add(new Point(covering.day(i), counts[i], share(covering, i)));
    }
    return new Timeline(
        intervals.map(TimelineIntervals::interval).orElse(request.interval()),
        request.zone(),
        points,
        undated);
  }

  private double share(TimelineIntervals covering, int number) {
    if (counts[number] == 0 || all.isEmpty()) {
      return 0;
    }
    long ofAll = all.get().between(covering.start(number), covering.start(number + 1));
    return (double) counts[number] / ofAll;
  }
}
