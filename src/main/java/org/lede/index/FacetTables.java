package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.lede.Facet;

/**
 * Makes the {@link FacetTable} of each snapshot, and keeps the values of all segments for that.
 * They are made before a segment is searched, by whoever opens or merges it, shared by all
 * searches, and let go with the segment.
 *
 * <p>Their memory is bounded. If it does not suffice for all fields that are asked for, those asked
 * for most are in the tables; the others are counted from the files. What is left is for {@link
 * CountedTerms}, which are made a little later, as they take longer.
 */
final class FacetTables {
  /**
   * The facets of which most searches count some. Those of many values come behind those of few, so
   * that to count the latter no room is needed for the counts of the former.
   */
  private static final List<Facet> USUAL =
      List.of(Facet.COUNTRY, Facet.TOPIC, Facet.ORGANISATION, Facet.SOURCE, Facet.LANGUAGE);

  /** How many bytes the counts of terms may take for each document. */
  private static final int MOST_FOR_TERMS = 72;

  /** Terms with fewer documents are not counted: to go through so few is as fast. */
  private static final int LEAST_DOCS = 256;

  /** Nor are terms that fewer documents of a segment have than one in so many. */
  private static final int RARE = 1_000;

  private final long maxBytes;
  private final int leastDocs;

  /** How often each field was asked for. */
  private final ConcurrentMap<String, LongAdder> uses = new ConcurrentHashMap<>();

  /** Whether a field is wanted that was not yet thought of. */
  private volatile boolean missing;

  /** Whether counting terms is to end. */
  private volatile boolean hurried;

  private final ConcurrentMap<IndexReader.CacheKey, SegmentValues> segments =
      new ConcurrentHashMap<>();

  private volatile List<String> fields = List.of();

  /** How many bytes the counts of terms may take for each document. */
  private volatile int bytesForTerms;

  FacetTables(long maxBytes) {
    this(maxBytes, LEAST_DOCS);
  }

  /**
   * Makes tables.
   *
   * @param leastDocs how many documents a term must have at least to be counted
   */
  FacetTables(long maxBytes, int leastDocs) {
    this.maxBytes = maxBytes;
    this.leastDocs = leastDocs;
  }

  /** Wants the values that articles are about, which most searches count. */
  void want(Collection<Facet> facets) {
    facets.forEach(facet -> counter(Schema.about(facet)));
  }

  /** Notes that a field is asked for. */
  void use(String field) {
    counter(field).increment();
  }

  private LongAdder counter(String field) {
    LongAdder known = uses.get(field);
    if (known != null) {
      return known;
    }
    LongAdder counter = uses.computeIfAbsent(field, each -> new LongAdder());
    missing = true;
    return counter;
  }

  /** Tells whether fields are wanted of which nobody has made a table yet. */
  boolean isMissing() {
    return missing;
  }

  /** Makes the table of a snapshot, of the fields that are asked for most and have room. */
  synchronized void prepare(Snapshot snapshot) throws IOException {
    missing = false;
    List<String> wanted = withRoom(snapshot);
    if (!new HashSet<>(wanted).equals(new HashSet<>(fields))) {
      fields = List.copyOf(wanted); // else the order stays, or all rows would have to be made anew
    }
    List<SegmentValues> ofLeaves = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      ofLeaves.add(values(leaf.reader()));
    }
    snapshot.setTable(new FacetTable(snapshot, fields, ofLeaves));
  }

  /**
   * Counts the terms of the segments of a snapshot of which nobody has done so. That takes as long
   * as some thousand searches, so neither a search nor a refresh nor a merge waits for it.
   */
  void countTerms(Snapshot snapshot) throws IOException {
    FacetTable table = snapshot.table();
    boolean lacksSome = table == null;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      SegmentValues known = segments.get(leaf.reader().getCoreCacheHelper().getKey());
      if (!hurried && known != null && !known.rows().fields().isEmpty()) {
        CountedTerms terms =
            known.terms().isPresent() ? known.terms().get() : countTerms(leaf.reader(), known);
        lacksSome |= !terms.isEmpty() && table != null && table.terms(leaf.ord).isEmpty();
      }
    }
    if (lacksSome && !hurried) {
      prepare(snapshot);
    }
  }

  private CountedTerms countTerms(LeafReader segment, SegmentValues known) throws IOException {
    int least = Math.max(leastDocs, segment.maxDoc() / RARE);
    long most = (long) bytesForTerms * segment.maxDoc();
    CountedTerms terms = CountedTerms.of(segment, known.rows(), least, most, () -> !hurried);
    SegmentValues counted = new SegmentValues(known.rows(), Optional.of(terms));
    segments.replace(segment.getCoreCacheHelper().getKey(), known, counted);
    return terms;
  }

  /** Ends the counting of terms, of which those that are counted may be used. */
  void hurry() {
    hurried = true;
  }

  /** Returns the fields whose values have room together. */
  private List<String> withRoom(Snapshot snapshot) throws IOException {
    List<String> withRoom = new ArrayList<>();
    long left = maxBytes;
    for (String field : mostUsedFirst()) {
      long bytes = 0;
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        bytes += FacetRows.mostBytes(leaf.reader(), field);
      }
      if (bytes <= left) {
        withRoom.add(field);
        left -= bytes;
      }
    }
    long half = left / 2; // so that counts need not be made anew with every article that comes
    bytesForTerms = (int) Math.min(half / Math.max(snapshot.reader().maxDoc(), 1), MOST_FOR_TERMS);
    return withRoom;
  }

  /**
   * Returns the fields that are wanted. Only the order of magnitude counts, so that two that are
   * asked for about as often do not take each other's place again and again.
   */
  private List<String> mostUsedFirst() {
    List<String> usual = USUAL.stream().map(Schema::about).toList();
    return uses.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, LongAdder>>comparingInt(
                    use -> Long.numberOfLeadingZeros(use.getValue().sum()))
                .thenComparingInt(use -> usual.contains(use.getKey()) ? 0 : 1)
                .thenComparingInt(use -> usual.indexOf(use.getKey()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private SegmentValues values(LeafReader segment) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    SegmentValues known = segments.get(helper.getKey());
    List<String> wanted = fields;
    if (known != null && known.rows().fields().equals(wanted)) {
      return withinBounds(known, segment);
    }
    SegmentValues made = new SegmentValues(FacetRows.of(segment, wanted), Optional.empty());
    if (segments.put(helper.getKey(), made) == null) {
      helper.addClosedListener(segments::remove);
    }
    return made;
  }

  /** Lets go of the counts of terms if they take too much by now, to be made anew with fewer. */
  private SegmentValues withinBounds(SegmentValues known, LeafReader segment) {
    long most = 2L * bytesForTerms * segment.maxDoc();
    if (known.terms().map(CountedTerms::memoryBytes).orElse(0L) <= most) {
      return known;
    }
    SegmentValues less = new SegmentValues(known.rows(), Optional.empty());
    segments.replace(segment.getCoreCacheHelper().getKey(), known, less);
    return less;
  }

  /** Makes the values of a segment that will take the place of others. */
  void prepare(LeafReader merged) throws IOException {
    if (!fields.isEmpty()) {
      SegmentValues unused = values(merged);
    }
  }

  /** Returns how many bytes of heap the values of all segments take. */
  long memoryBytes() {
    return segments.values().stream().mapToLong(SegmentValues::memoryBytes).sum();
  }
}
