package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;

/**
 * The articles as they were at one moment, and what is derived from them for searching. Never
 * changes.
 */
final class Snapshot {
  /** Stands for no document. */
  static final int NONE = -1;

  private final String key;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final WordStatistics words;
  private final NavigableSet<String> languages = new TreeSet<>();
  private final List<Facet> facets = new ArrayList<>();
  private final FacetTables tables;
  private final Map<String, FacetOrdinals> ordinals = new ConcurrentHashMap<>();
  private volatile @Nullable FacetTable table;
  private volatile @Nullable PublicationTimes times;

  /**
   * Makes a snapshot.
   *
   * @param key what tells it from every other one, of this opening of the index and of others
   * @param frequent the words of which there are pairs; of a segment that has none, its own terms
   *     tell
   */
  Snapshot(String key, DirectoryReader reader, FrequentWords frequent, FacetTables tables) {
    this.key = key;
    this.reader = reader;
    words = new WordStatistics(frequent, reader);
    this.tables = tables;
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // Lucene's is shared by the whole process
    for (String field : FieldInfos.getIndexedFields(reader)) {
      Schema.languageOf(field).ifPresent(languages::add);
      Schema.facetOf(field).filter(facet -> !facets.contains(facet)).ifPresent(facets::add);
    }
    tables.want(facets);
  }

  /**
   * Returns the snapshot of what a newer reader shows, with all that this one has derived for
   * searching.
   */
  Snapshot newer(String newerKey, DirectoryReader newer, FrequentWords newerFrequent)
      throws IOException {
    Snapshot snapshot = new Snapshot(newerKey, newer, newerFrequent, tables);
    for (Map.Entry<String, FacetOrdinals> known : ordinals.entrySet()) {
      snapshot.ordinals.put(
          known.getKey(), FacetOrdinals.of(newer, known.getKey(), known.getValue()));
    }
    tables.prepare(snapshot);
    return snapshot;
  }

  String key() {
    return key;
  }

  DirectoryReader reader() {
    return reader;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /**
   * Returns a searcher that stops when a deadline has come.
   *
   * @param executor runs the parts of a search, or null to run them on the calling thread
   */
  MeteredSearcher searcher(@Nullable Executor executor, Deadline deadline) {
    return new MeteredSearcher(reader, executor, deadline);
  }

  /** Tells which words have {@link WordPairs}, how often words occur, and where. */
  WordStatistics wordStatistics() {
    return words;
  }

  /** Returns the {@link Languages} in which there are articles. */
  NavigableSet<String> languages() {
    return languages;
  }

  /** Returns the facets that any article has a value of. */
  List<Facet> facets() {
    return facets;
  }

  /** Returns the numbering of the facet values in a field over all segments. */
  FacetOrdinals ordinals(String field) throws IOException {
    try {
      return ordinals.computeIfAbsent(field, this::numbered);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private FacetOrdinals numbered(String field) {
    try {
      return FacetOrdinals.of(reader, field, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns when the articles were published.
   *
   * @throws TimeUp if the deadline comes before they are read
   */
  PublicationTimes publicationTimes(Deadline deadline) throws IOException {
    PublicationTimes known = times;
    if (known == null) {
      known = PublicationTimes.of(reader, deadline); // twice, if two searches come together
      times = known;
    }
    return known;
  }

  /** Returns when the articles were published, if that was needed before. */
  Optional<PublicationTimes> knownTimes() {
    return Optional.ofNullable(times);
  }

  /** Returns the facet values in memory, or null as long as nobody has made them. */
  @Nullable FacetTable table() {
    return table;
  }

  void setTable(FacetTable made) {
    table = made;
  }

  /** Notes that the values in a field are counted. */
  void use(String field) {
    tables.use(field);
  }

  /** Returns how many bytes of heap the facet values take that were needed so far. */
  long facetBytes() {
    FacetTable known = table;
    return tables.memoryBytes()
        + (known == null ? 0 : known.memoryBytes())
        + ordinals.values().stream().mapToLong(FacetOrdinals::memoryBytes).sum();
  }

  /** Returns how many bytes of heap the times take, if they were needed so far. */
  long timeBytes() {
    PublicationTimes known = times;
    return known == null ? 0 : known.memoryBytes();
  }

  /** Returns the stored document with an article id, or null. */
  @Nullable Document stored(String id) throws IOException {
    int doc = doc(id);
    return doc == NONE ? null : searcher.storedFields().document(doc);
  }

  /** Tells whether there is an article of an id. */
  boolean contains(String id) throws IOException {
    return doc(id) != NONE;
  }

  /** Returns the document with an article id, or {@link #NONE}. */
  int doc(String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = find(leaf.reader(), term);
      if (doc != NONE) {
        return leaf.docBase + doc;
      }
    }
    return NONE;
  }

  private static int find(LeafReader leaf, BytesRef id) throws IOException {
    Terms ids = leaf.terms(Schema.ID);
    if (ids == null) {
      return NONE;
    }
    TermsEnum terms = ids.iterator();
    if (!terms.seekExact(id)) {
      return NONE;
    }
    Bits live = leaf.getLiveDocs();
    PostingsEnum docs = terms.postings(null, PostingsEnum.NONE);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        return doc;
      }
    }
    return NONE;
  }
}
