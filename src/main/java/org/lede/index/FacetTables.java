package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * for most are in the tables; the others are counted from the files.
 */
final class FacetTables {
  /**
   * The facets of which most searches count some. Those of many values come behind those of few, so
   * that to count the latter no room is needed for the counts of the former.
   */
  private static final List<Facet> USUAL =
      List.of(Facet.COUNTRY, Facet.TOPIC, Facet.ORGANISATION, Facet.SOURCE, Facet.LANGUAGE);

  private final long maxBytes;

  /** How often each field was asked for. */
  private final ConcurrentMap<String, LongAdder> uses = new ConcurrentHashMap<>();

  /** Whether a field is wanted that was not yet thought of. */
  private volatile boolean missing;

  private final ConcurrentMap<IndexReader.CacheKey, FacetRows> rows = new ConcurrentHashMap<>();
  private List<String> fields = List.of();

  FacetTables(long maxBytes) {
    this.maxBytes = maxBytes;
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
    List<FacetRows> ofLeaves = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      ofLeaves.add(rows(leaf.reader()));
    }
    snapshot.setTable(new FacetTable(snapshot, fields, ofLeaves));
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

  private FacetRows rows(LeafReader segment) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    FacetRows known = rows.get(helper.getKey());
    if (known != null && known.fields().equals(fields)) {
      return known;
    }
    FacetRows made = FacetRows.of(segment, fields);
    if (rows.put(helper.getKey(), made) == null) {
      helper.addClosedListener(rows::remove);
    }
    return made;
  }

  /** Makes the rows of a segment that will take the place of others. */
  synchronized void prepare(LeafReader merged) throws IOException {
    if (!fields.isEmpty()) {
      FacetRows unused = rows(merged);
    }
  }

  /** Returns how many bytes of heap the values of all segments take. */
  long memoryBytes() {
    return rows.values().stream().mapToLong(FacetRows::memoryBytes).sum();
  }
}
