package org.lede.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Facet;

/** Which fields are kept in memory, and for how long. */
class FacetTablesTest {
  private static final String COUNTRIES = Schema.about(Facet.COUNTRY);
  private static final String TOPICS = Schema.about(Facet.TOPIC);
  private static final Term WORD = new Term(Schema.text("en"), "news");
  private static final int ARTICLES = 100;

  /** Suffices for one field of all articles, one value each, but not for two. */
  private static final int ONE_FIELD = ARTICLES * 2 * Integer.BYTES;

  private final Directory directory = new ByteBuffersDirectory();
  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    writer = new IndexWriter(directory, new IndexWriterConfig());
    addArticles();
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  private void addArticles() throws IOException {
    for (int i = 0; i < ARTICLES; i++) {
      Document document = new Document();
      document.add(new KeywordField(COUNTRIES, "IR", Store.NO));
      document.add(new KeywordField(TOPICS, "internet", Store.NO));
      document.add(new KeywordField(WORD.field(), WORD.text(), Store.NO));
      writer.addDocument(document);
    }
    writer.commit();
  }

  @Test
  void haveTheValuesThatArticlesAreAboutBeforeAnybodyAsks() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = new Snapshot("one", reader, FrequentWords.NONE, tables);
      assertThat(tables.isMissing()).isTrue();

      tables.prepare(snapshot);

      assertThat(tables.isMissing()).isFalse();
      assertThat(has(snapshot, COUNTRIES)).isTrue();
      assertThat(has(snapshot, TOPICS)).isTrue();
      assertThat(snapshot.facetBytes()).isPositive();
    }
  }

  @Test
  void haveOtherFieldsOnceSomebodyAsked() throws IOException {
    String mentions = Schema.mentions(Facet.COUNTRY);
    FacetTables tables = new FacetTables(Long.MAX_VALUE);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      assertThat(has(snapshot, mentions)).isFalse();

      snapshot.use(mentions);
      assertThat(tables.isMissing()).isTrue();
      tables.prepare(snapshot);

      assertThat(has(snapshot, mentions)).isTrue();
    }
  }

  @Test
  void haveWhatIsAskedForMostIfThereIsNoRoomForAll() throws IOException {
    FacetTables tables = new FacetTables(ONE_FIELD);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      assertThat(has(snapshot, COUNTRIES)).isTrue();
      assertThat(has(snapshot, TOPICS)).isFalse();

      for (int i = 0; i < 10; i++) {
        snapshot.use(TOPICS);
      }
      tables.prepare(snapshot);

      assertThat(has(snapshot, COUNTRIES)).isFalse();
      assertThat(has(snapshot, TOPICS)).isTrue();
      assertThat(tables.memoryBytes()).isPositive().isLessThan(ONE_FIELD);
    }
  }

  @Test
  void haveNothingIfThereIsNoRoom() throws IOException {
    FacetTables tables = new FacetTables(0);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = new Snapshot("one", reader, FrequentWords.NONE, tables);

      tables.prepare(snapshot);

      assertThat(has(snapshot, COUNTRIES)).isFalse();
    }
  }

  @Test
  void keepTheRowsOfASegmentAsLongAsItIsRead() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE);
    DirectoryReader first = DirectoryReader.open(directory); // as a writer keeps segments open
    Snapshot snapshot = new Snapshot("one", first, FrequentWords.NONE, tables);
    tables.prepare(snapshot);
    FacetRows rows = requireNonNull(snapshot.table()).rows(0);
    addArticles();
    DirectoryReader second = requireNonNull(DirectoryReader.openIfChanged(first));

    Snapshot newer = snapshot.newer("two", second, FrequentWords.NONE);

    assertThat(requireNonNull(newer.table()).rows(0)).isSameAs(rows);
    long both = tables.memoryBytes();
    first.close();
    assertThat(tables.memoryBytes()).isEqualTo(both);
    second.close();
    assertThat(tables.memoryBytes()).isZero();
  }

  @Test
  void haveTheRowsOfAMergedSegmentBeforeItIsSearched() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot unused = prepared(reader, tables);
      long before = tables.memoryBytes();
      addArticles();
      writer.forceMerge(1);
      try (DirectoryReader merged = requireNonNull(DirectoryReader.openIfChanged(reader))) {
        tables.prepare(merged.leaves().getFirst().reader());

        assertThat(tables.memoryBytes()).isGreaterThan(2 * before);
        assertThat(merged.leaves()).hasSize(1);
      }
    }
  }

  @Test
  void haveTheCountsOfTermsALittleLater() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE, 1);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      assertThat(counted(snapshot)).isFalse();
      long before = tables.memoryBytes();

      tables.countTerms(snapshot);

      assertThat(counted(snapshot)).isTrue();
      assertThat(tables.memoryBytes()).isGreaterThan(before);
    }
  }

  @Test
  void haveCountsThatWereMadeForAnEarlierSnapshot() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE, 1);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      addArticles();
      try (DirectoryReader more = requireNonNull(DirectoryReader.openIfChanged(reader))) {
        Snapshot newer = snapshot.newer("two", more, FrequentWords.NONE);
        tables.countTerms(snapshot);
        assertThat(counted(newer)).isFalse();

        tables.countTerms(newer);

        assertThat(requireNonNull(newer.table()).terms(0).has(WORD)).isTrue();
        assertThat(requireNonNull(newer.table()).terms(1).has(WORD)).isTrue();
      }
    }
  }

  @Test
  void countNoMoreTermsWhenTheyAreHurried() throws IOException {
    FacetTables tables = new FacetTables(Long.MAX_VALUE, 1);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      tables.hurry();

      tables.countTerms(snapshot);

      assertThat(counted(snapshot)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 1_000, 2_000, 4_000, 8_000, 100_000})
  void stayWithinTheirMemoryAsArticlesCome(int maxBytes) throws IOException {
    FacetTables tables = new FacetTables(maxBytes, 1);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Snapshot snapshot = prepared(reader, tables);
      tables.countTerms(snapshot);
      assertThat(tables.memoryBytes()).isLessThanOrEqualTo(maxBytes);
      for (int i = 0; i < 20; i++) {
        addArticles();
      }
      try (DirectoryReader more = requireNonNull(DirectoryReader.openIfChanged(reader))) {
        Snapshot newer = snapshot.newer("two", more, FrequentWords.NONE);
        tables.countTerms(newer);
        tables.prepare(newer);
        FacetTable table = requireNonNull(newer.table());
        tables.countTerms(newer);

        assertThat(newer.table()).as("what was counted is kept").isSameAs(table);
        assertThat(counted(newer)).isEqualTo(maxBytes >= 100_000);
        assertThat(tables.memoryBytes()).isLessThanOrEqualTo(maxBytes);
      }
    }
  }

  private static Snapshot prepared(DirectoryReader reader, FacetTables tables) throws IOException {
    Snapshot snapshot = new Snapshot("one", reader, FrequentWords.NONE, tables);
    tables.prepare(snapshot);
    return snapshot;
  }

  private static boolean counted(Snapshot snapshot) {
    return requireNonNull(snapshot.table()).counts(List.of(WORD));
  }

  private static boolean has(Snapshot snapshot, String field) {
    return requireNonNull(snapshot.table()).has(field);
  }
}
