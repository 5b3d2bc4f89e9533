package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Compares the best hits, and all that were seen, with every match, scored one by one. */
class TopHitsPropertyTest {
  private static final String TEXT = "text";
  private static final int MOST = 6_000;

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void keepsTheBestAndSeesAllItSaysItSaw(
      @ForAll @IntRange(min = 1, max = MOST) int articles,
      @ForAll @IntRange(min = 1, max = 3) int oneOf,
      @ForAll @IntRange(min = 1, max = 3) int otherOf,
      @ForAll @IntRange(min = 1, max = 20) int limit,
      @ForAll @IntRange(min = 1, max = 4) int oneAdmittedOf,
      @ForAll TopHits.Wanted wanted,
      @ForAll boolean parallel,
      @ForAll long seed)
      throws IOException {
    Query both =
        new BooleanQuery.Builder()
            .add(word("one"), Occur.MUST)
            .add(word("other"), Occur.MUST)
            .build();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (ByteBuffersDirectory directory =
            index(articles, oneOf, otherOf, new Random(seed)); // the same articles for a seed
        DirectoryReader reader = DirectoryReader.open(directory)) {
      MeteredSearcher searcher =
          new MeteredSearcher(reader, parallel ? executor : null, Deadline.NONE);
      List<ScoreDoc> expected = everyMatch(searcher, both);
      List<ScoreDoc> admitted =
          expected.stream().filter(hit -> hit.doc % oneAdmittedOf == 0).limit(limit).toList();
      TopHits top =
          searcher.search(
              both,
              TopHits.manager(
                  limit,
                  reader.leaves(),
                  null,
                  wanted,
                  leaf -> doc -> (leaf.docBase + doc) % oneAdmittedOf == 0));

      assertThat(top.scoreDocs())
          .usingRecursiveFieldByFieldElementComparatorOnFields("doc", "score")
          .containsExactlyElementsOf(admitted);
      if (top.sawAll()) {
        assertThat(top.collected()).isEqualTo(expected.size());
        if (wanted != TopHits.Wanted.BEST) {
          assertThat(top.seen())
              .isEqualTo(expected.stream().mapToInt(hit -> hit.doc).sorted().toArray());
        }
      } else {
        assertThat(expected).hasSizeGreaterThan(TopHits.COUNTED);
      }
      if (wanted == TopHits.Wanted.ALL && !parallel && expected.size() <= docFreq(reader) / 2) {
        assertThat(top.sawAll()).isTrue();
      }
    } finally {
      executor.close();
    }
  }

  private static TermQuery word(String word) {
    return new TermQuery(new Term(TEXT, word));
  }

  /** Returns how many documents may have both words. */
  private static int docFreq(DirectoryReader reader) throws IOException {
    int docs = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      docs +=
          Math.min(
              leaf.reader().docFreq(new Term(TEXT, "one")),
              leaf.reader().docFreq(new Term(TEXT, "other")));
    }
    return docs;
  }

  private static List<ScoreDoc> everyMatch(MeteredSearcher searcher, Query query)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    List<ScoreDoc> matches = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      @Nullable Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          matches.add(new ScoreDoc(leaf.docBase + doc, scorer.score()));
        }
      }
    }
    matches.sort(
        Comparator.<ScoreDoc>comparingDouble(hit -> -hit.score).thenComparing(hit -> id(hit.doc)));
    return matches;
  }

  /** Ids are in another order than documents, and none comes twice. */
  private static String id(int doc) {
    return "%05d".formatted(doc * 7_919L % 100_003);
  }

  private static ByteBuffersDirectory index(int articles, int oneOf, int otherOf, Random random)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new WhitespaceAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE))) { // documents keep their numbers
      for (int i = 0; i < articles; i++) {
        String text =
            (random.nextInt(oneOf) == 0 ? "one " : "")
                + (random.nextInt(otherOf) == 0 ? "other " : "")
                + "word ".repeat(random.nextInt(5));
        Document document = new Document();
        document.add(new TextField(TEXT, text, Store.NO));
        document.add(new SortedDocValuesField(Schema.ID, new BytesRef(id(i))));
        document.add(new BinaryDocValuesField(Schema.ID_TEXT, new BytesRef(id(i))));
        writer.addDocument(document);
        if (random.nextInt(MOST / 4) == 0) {
          writer.flush();
        }
      }
    }
    return directory;
  }
}
