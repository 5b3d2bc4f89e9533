package org.lede.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts by month in plain Lucene: a collector that needs no scores, takes documents in batches,
 * reads their dates in bulk from doc values, and looks the month up by the day. Lucene's own
 * histograms have no months, as these differ in length.
 *
 * <p>It does not count undated articles, nor what share of all articles of a month was found, as
 * Lede does.
 */
final class LuceneMonths implements CollectorManager<LuceneMonths.Counts, LuceneMonths.Counts> {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long UNDATED = Long.MIN_VALUE;
  private static final int BATCH = 512;

  private final long firstDay;
  private final YearMonth firstMonth;
  private final int[] monthOfDay;

  private LuceneMonths(LocalDate first, LocalDate last) {
    firstDay = first.toEpochDay();
    firstMonth = YearMonth.from(first);
    monthOfDay = first.datesUntil(last.plusDays(1)).mapToInt(this::month).toArray();
  }

  private int month(LocalDate day) {
    long months =
        day.getLong(ChronoField.PROLEPTIC_MONTH) - firstMonth.getLong(ChronoField.PROLEPTIC_MONTH);
    return Math.toIntExact(months);
  }

  /** Prepares to count in an index, by the dates that are in it. */
  static LuceneMonths of(IndexReader reader) throws IOException {
    return new LuceneMonths(
        day(PointValues.getMinPackedValue(reader, LuceneDocuments.PUBLISHED)),
        day(PointValues.getMaxPackedValue(reader, LuceneDocuments.PUBLISHED)));
  }

  private static LocalDate day(byte @Nullable [] packed) { // null if no article has a date
    long time = packed == null ? 0 : LongPoint.decodeDimension(packed, 0);
    return LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
  }

  /** Returns the months from the first with an article to the last. */
  List<Answer.Month> months(Counts counts) {
    int[] filled =
        IntStream.range(0, counts.byMonth.length).filter(i -> counts.byMonth[i] > 0).toArray();
    if (filled.length == 0) {
      return List.of();
    }
    IntFunction<Answer.Month> month =
        i -> new Answer.Month(firstMonth.plusMonths(i).toString(), counts.byMonth[i]);
    return IntStream.rangeClosed(filled[0], filled[filled.length - 1]).mapToObj(month).toList();
  }

  @Override
  public Counts newCollector() {
    return new Counts();
  }

  @Override
  public Counts reduce(Collection<Counts> parts) {
    Counts sum = new Counts();
    parts.forEach(sum::add);
    return sum;
  }

  /** How many documents were found in each month. */
  final class Counts implements Collector {
    private final long[] byMonth = new long[monthOfDay[monthOfDay.length - 1] + 1];
    private long total;

    long total() {
      return total;
    }

    private void add(Counts part) {
      total += part.total;
      for (int i = 0; i < byMonth.length; i++) {
        byMonth[i] += part.byMonth[i];
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      NumericDocValues times =
          DocValues.unwrapSingleton(
              DocValues.getSortedNumeric(leaf.reader(), LuceneDocuments.PUBLISHED));
      return new Batches(times);
    }

    /** Collects the documents of a segment. */
    private final class Batches implements LeafCollector {
      private final NumericDocValues times;
      private final int[] docs = new int[BATCH];
      private final long[] values = new long[BATCH];
      private int size;

      Batches(NumericDocValues times) {
        this.times = times;
      }

      @Override
      public void setScorer(Scorable scorer) {}

      @Override
      public void collect(int doc) throws IOException {
        docs[size++] = doc;
        if (size == BATCH) {
          count();
        }
      }

      @Override
      public void collect(DocIdStream stream) throws IOException {
        count();
        for (size = stream.intoArray(docs); size > 0; size = stream.intoArray(docs)) {
          count();
        }
      }

      @Override
      public void finish() throws IOException {
        count();
      }

      private void count() throws IOException {
        times.longValues(size, docs, values, UNDATED);
        for (int i = 0; i < size; i++) {
          if (values[i] != UNDATED) {
            byMonth[monthOfDay[(int) (Math.floorDiv(values[i], DAY) - firstDay)]]++;
          }
        }
        total += size;
        size = 0;
      }
    }
  }
}
