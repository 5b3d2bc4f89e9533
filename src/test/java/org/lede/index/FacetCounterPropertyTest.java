package org.lede.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.lede.Facet;

/**
 * Compares what is counted from memory with what is counted from the files, and both with what the
 * documents were given.
 */
class FacetCounterPropertyTest {
  private static final String ID = "id";
  private static final List<Facet> FACETS =
      List.of(Facet.COUNTRY, Facet.ORGANISATION, Facet.named("desk"));
  private static final List<String> FIELDS = FACETS.stream().map(Schema::about).toList();

  private final Map<String, List<Set<String>>> given = new HashMap<>();

  /**
   * Few and many values, frequent ones and rare ones, from none to 50 of a document; segments with
   * and without deletions; and of each, sets of documents from none to all.
   *
   * @param magnitude how many values there may be, as a power of ten
   * @param skew how much more frequent the first values are than the last
   */
  @Property(tries = 100)
  void countsFromMemoryWhatIsInTheFiles(
      @ForAll @IntRange(min = 1, max = 2_000) int articles,
      @ForAll @IntRange(max = 5) int magnitude,
      @ForAll @IntRange(max = 50) int most,
      @ForAll @DoubleRange(min = 1, max = 8) double skew,
      @ForAll boolean deletes,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      given.clear();
      for (int i = 0; i < articles; i++) {
        writer.addDocument(document(i, (int) Math.pow(10, magnitude), most, skew, random));
        if (random.nextInt(500) == 0) {
          writer.flush();
        }
      }
      for (int i = 0; deletes && i < articles / 10; i++) {
        writer.deleteDocuments(new Term(ID, Integer.toString(random.nextInt(articles))));
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        for (double part : new double[] {0, 0.001, 0.02, 0.3, 0.6, 0.99, 1}) {
          List<DocSet> docs = docs(reader, part, random);
          check(reader, docs, random);
          checkSelected(reader, docs, random);
        }
      }
    }
  }

  /** More than 65,536 values take more than two bytes each. */
  @Test
  void countsAHundredThousandValues() throws IOException {
    Random random = new Random(5);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int article = 0; article < 2_000; article++) {
        Document document = new Document();
        document.add(new KeywordField(ID, Integer.toString(article), Store.YES));
        for (String field : FIELDS) {
          Set<String> values = new TreeSet<>();
          for (int i = 0; i < 50; i++) {
            values.add("v" + (article * 50 + i));
          }
          values.add("v" + random.nextInt(100));
          add(document, field, values);
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        FacetTable table = requireNonNull(snapshot(reader, Long.MAX_VALUE).table());
        assertThat(table.ordinals(0).size()).isEqualTo(100_000);
        for (double part : new double[] {0.01, 0.3, 0.9}) {
          List<DocSet> docs = docs(reader, part, random);
          check(reader, docs, random);
          checkSelected(reader, docs, random);
        }
      }
    }
  }

  private void check(DirectoryReader reader, List<DocSet> docs, Random random) throws IOException {
    List<String> wanted = new ArrayList<>(FIELDS);
    Collections.shuffle(wanted, random);
    List<String> fields = wanted.subList(0, 1 + random.nextInt(FIELDS.size()));
    FacetCounter fromMemory = counter(reader, docs, Long.MAX_VALUE);
    FacetCounter fromFiles = counter(reader, docs, 0);

    fromMemory.count(fields);
    fromFiles.count(fields);

    for (String field : fields) {
      Map<String, Integer> expected = expected(field, reader, docs);
      assertThat(counts(fromMemory, field)).isEqualTo(expected);
      assertThat(counts(fromFiles, field)).isEqualTo(expected);
      for (int number : new int[] {0, 1, 10}) {
        assertThat(requireNonNull(fromMemory.of(field)).mostFrequent(number))
            .isEqualTo(requireNonNull(fromFiles.of(field)).mostFrequent(number));
      }
    }
  }

  /**
   * Compares the documents that have values, as they are in memory, with those given such values.
   */
  private void checkSelected(DirectoryReader reader, List<DocSet> docs, Random random)
      throws IOException {
    FacetTable table = snapshot(reader, Long.MAX_VALUE).table();
    for (Facet facet : FACETS) {
      Set<String> values = values(1_000, random.nextInt(4), 3, random);
      SelectedValues selected = SelectedValues.of(table, facet, values).orElseThrow();
      for (LeafReaderContext leaf : reader.leaves()) {
        DocSet some = docs.get(leaf.ord);
        List<Integer> expected = new ArrayList<>();
        FixedBitSet bits = some.toBits();
        for (int doc = 0; doc < bits.length(); doc++) {
          if (bits.get(doc)
              && !Collections.disjoint(given(Schema.about(facet), leaf, doc), values)) {
            expected.add(doc);
          }
        }
        DocSet found = selected.among(some, leaf.ord, Deadline.NONE);
        assertThat(DocSetPropertyTest.docs(found)).isEqualTo(expected);
        if (selected.docs(leaf.ord).isPresent()) {
          DocSet known = selected.docs(leaf.ord).get();
          assertThat(DocSetPropertyTest.docs(some.and(known))).isEqualTo(expected);
          assertThat(known.size()).isLessThanOrEqualTo((int) selected.size(leaf.ord));
        }
      }
    }
  }

  private Set<String> given(String field, LeafReaderContext leaf, int doc) throws IOException {
    int article = Integer.parseInt(leaf.reader().storedFields().document(doc).get(ID));
    return requireNonNull(given.get(field)).get(article);
  }

  private static FacetCounter counter(DirectoryReader reader, List<DocSet> docs, long maxBytes)
      throws IOException {
    Snapshot snapshot = snapshot(reader, maxBytes);
    return new FacetCounter(
        snapshot, snapshot.table(), snapshot.searcher(null, Deadline.NONE), docs, Deadline.NONE);
  }

  private static Snapshot snapshot(DirectoryReader reader, long maxBytes) throws IOException {
    FacetTables tables = new FacetTables(maxBytes, 1);
    FIELDS.forEach(tables::use);
    Snapshot snapshot = new Snapshot("one", reader, FrequentWords.NONE, tables);
    tables.prepare(snapshot);
    tables.countTerms(snapshot);
    return snapshot;
  }

  private static Map<String, Integer> counts(FacetCounter counter, String field) {
    FieldCounts counts = requireNonNull(counter.of(field));
    Map<String, Integer> all = new TreeMap<>();
    counts.forEach(each -> all.put(counts.ordinals().value(each.ordinal()), each.count()));
    counts.forEach(each -> assertThat(counts.count(each.ordinal())).isEqualTo(each.count()));
    assertThat(counts.distinct()).isEqualTo(all.size());
    return all;
  }

  private Map<String, Integer> expected(String field, DirectoryReader reader, List<DocSet> docs)
      throws IOException {
    Map<String, Integer> expected = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet bits = docs.get(leaf.ord).toBits();
      for (int doc = 0; doc < bits.length(); doc++) {
        if (bits.get(doc)) {
          for (String value : given(field, leaf, doc)) {
            expected.merge(value, 1, Integer::sum);
          }
        }
      }
    }
    return expected;
  }

  private static List<DocSet> docs(DirectoryReader reader, double part, Random random) {
    List<DocSet> docs = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      int maxDoc = leaf.reader().maxDoc();
      Bits live = leaf.reader().getLiveDocs();
      FixedBitSet bits = new FixedBitSet(maxDoc);
      DocSet.ListBuilder list = new DocSet.ListBuilder();
      for (int doc = 0; doc < maxDoc; doc++) {
        if ((live == null || live.get(doc)) && random.nextDouble() < part) {
          bits.set(doc);
          list.add(doc);
        }
      }
      docs.add(DocSet.isFew(bits.cardinality(), maxDoc) ? list.build(maxDoc) : DocSet.of(bits));
    }
    return docs;
  }

  private Document document(int id, int different, int most, double skew, Random random) {
    Document document = new Document();
    document.add(new KeywordField(ID, Integer.toString(id), Store.YES));
    for (String field : FIELDS) {
      Set<String> values =
          random.nextBoolean()
              ? new HashSet<>()
              : values(different, random.nextInt(most + 1), skew, random);
      add(document, field, values);
    }
    return document;
  }

  private void add(Document document, String field, Set<String> values) {
    values.forEach(value -> document.add(new KeywordField(field, value, Store.NO)));
    given.computeIfAbsent(field, name -> new ArrayList<>()).add(values);
  }

  private static Set<String> values(int different, int number, double skew, Random random) {
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < number; i++) {
      values.add("v" + (int) (different * Math.pow(random.nextDouble(), skew)));
    }
    return values;
  }
}
