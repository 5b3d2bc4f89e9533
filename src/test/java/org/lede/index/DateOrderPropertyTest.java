package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.lede.search.Order;

/** Compares documents that are found a time span after the other with those of a look at all. */
class DateOrderPropertyTest {
  private static final String WORD = "word";

  /**
   * A document.
   *
   * @param date when it was published, if that is known
   * @param word its only word
   * @param last whether it is the last one of its segment
   */
  record Doc(Optional<Long> date, String word, boolean last) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void findsWhatALookAtAllFinds(
      @ForAll("docs") List<Doc> docs,
      @ForAll("words") String word,
      @ForAll("orders") Order order,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll @IntRange(max = 30) int after)
      throws IOException {
    try (ByteBuffersDirectory directory = index(docs);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query query =
          word.isEmpty() ? MatchAllDocsQuery.INSTANCE : new TermQuery(new Term(WORD, word));
      List<ScoreDoc> all = List.of(new DateOrder(order, 200, searcher, null).best(query).scoreDocs);
      ScoreDoc reached = after == 0 || after > all.size() ? null : all.get(after - 1);

      DateOrder next = new DateOrder(order, limit, searcher, reached);
      int start = reached == null ? 0 : after;
      assertThat(next.bestUncounted(query, 0).scoreDocs)
          .extracting(hit -> hit.doc)
          .isEqualTo(
              all.subList(start, Math.min(start + limit, all.size())).stream()
                  .map(hit -> hit.doc)
                  .toList());
    }
  }

  private static ByteBuffersDirectory index(List<Doc> docs) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int i = 0; i < docs.size(); i++) {
        writer.addDocument(document(docs.get(i), String.valueOf(i * 7_919 % 1_009)));
        if (docs.get(i).last) {
          writer.commit();
        }
      }
    }
    return directory;
  }

  private static Document document(Doc doc, String id) {
    Document document = new Document();
    document.add(new StringField(WORD, doc.word, Store.NO));
    document.add(new SortedDocValuesField(Schema.ID, new BytesRef(id)));
    document.add(new BinaryDocValuesField(Schema.ID_TEXT, new BytesRef(id)));
    doc.date.ifPresent(date -> document.add(new LongField(Schema.PUBLISHED, date, Store.NO)));
    return document;
  }

  @Provide
  Arbitrary<List<Doc>> docs() {
    Arbitrary<Boolean> last = Arbitraries.frequency(Tuple.of(1, true), Tuple.of(20, false));
    Arbitrary<Doc> doc =
        Combinators.combine(dates(), Arbitraries.of("often", "often", "rare"), last).as(Doc::new);
    return RandomArticles.lists(doc, 0, 120);
  }

  /** Returns dates of days, of which many are alike, some that are far off, and none. */
  private static Arbitrary<Optional<Long>> dates() {
    Arbitrary<Long> far = Arbitraries.longs().between(-1L << 45, 1L << 45);
    Arbitrary<Long> days = Arbitraries.longs().between(0, 300).map(day -> day * 86_400_000);
    return Arbitraries.frequencyOf(
        Tuple.of(8, days.map(Optional::of)),
        Tuple.of(1, far.map(Optional::of)),
        Tuple.of(1, Arbitraries.just(Optional.empty())));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("", "often", "rare", "never");
  }

  @Provide
  Arbitrary<Order> orders() {
    return Arbitraries.of(Order.NEWEST, Order.OLDEST);
  }
}
