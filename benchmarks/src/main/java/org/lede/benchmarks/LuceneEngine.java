package org.lede.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Plain Lucene, as its own documentation recommends it: a query made of the text by its {@code
 * QueryBuilder}, {@code IndexSearcher.search(query, 10)}, and for facets {@code
 * FacetsCollectorManager} with {@code SortedSetDocValuesFacetCounts}.
 */
final class LuceneEngine implements Engine<LuceneEngine.Found> {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final QueryBuilder queries = new QueryBuilder(new EnglishText());
  private final @Nullable SortedSetDocValuesReaderState facets; // null if no article has a tag

  /**
   * What Lucene found.
   *
   * @param top the best documents
   * @param ids their article ids, in the same order
   * @param facets the counts, if they were asked for
   * @param counted whether every match was counted
   */
  record Found(TopDocs top, List<String> ids, List<FacetResult> facets, boolean counted) {}

  private LuceneEngine(DirectoryReader reader) throws IOException {
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    facets =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
                == null
            ? null
            : new DefaultSortedSetDocValuesReaderState(reader, LuceneDocuments.facets());
  }

  static LuceneEngine open(Path folder) throws IOException {
    return new LuceneEngine(DirectoryReader.open(FSDirectory.open(folder)));
  }

  DirectoryReader reader() {
    return reader;
  }

  @Override
  public Found best(Question question) throws IOException {
    TopDocs top = searcher.search(query(question), HITS);
    return new Found(top, ids(top.scoreDocs), List.of(), false);
  }

  @Override
  public Found bestWithFacets(Question question) throws IOException {
    FacetsCollectorManager.FacetsResult result =
        FacetsCollectorManager.search(
            searcher, query(question), HITS, new FacetsCollectorManager());
    TopDocs top = result.topDocs();
    return new Found(top, ids(top.scoreDocs), counts(result.facetsCollector()), true);
  }

  private List<FacetResult> counts(FacetsCollector matches) throws IOException {
    List<FacetResult> results = new ArrayList<>();
    if (facets == null) {
      return results;
    }
    Facets counts = new SortedSetDocValuesFacetCounts(facets, matches);
    for (String facet : LuceneDocuments.COUNTED) {
      FacetResult result = counts.getTopChildren(VALUES, facet);
      if (result != null) { // null says that no matching article has a value
        results.add(result);
      }
    }
    return results;
  }

  private Query query(Question question) {
    Query query =
        switch (question.kind()) {
          case TERM, AND ->
              queries.createBooleanQuery(LuceneDocuments.TEXT, question.text(), Occur.MUST);
          case OR ->
              queries.createBooleanQuery(LuceneDocuments.TEXT, question.text(), Occur.SHOULD);
          case PHRASE -> queries.createPhraseQuery(LuceneDocuments.TEXT, question.text());
        };
    return requireNonNull(query, () -> "there is no word in the question " + question);
  }

  /** Reads ids from the first document to the last, so that each segment is asked but once. */
  private List<String> ids(ScoreDoc[] hits) throws IOException {
    String[] ids = new String[hits.length];
    int[] inDocumentOrder =
        IntStream.range(0, hits.length)
            .boxed()
            .sorted((one, other) -> Integer.compare(hits[one].doc, hits[other].doc))
            .mapToInt(Integer::intValue)
            .toArray();
    int segment = -1;
    SortedDocValues values = null;
    for (int place : inDocumentOrder) {
      int doc = hits[place].doc;
      int segmentOfDoc = ReaderUtil.subIndex(doc, reader.leaves());
      LeafReaderContext leaf = reader.leaves().get(segmentOfDoc);
      if (values == null || segmentOfDoc != segment) {
        values = requireNonNull(leaf.reader().getSortedDocValues(LuceneDocuments.ID));
        segment = segmentOfDoc;
      }
      values.advanceExact(doc - leaf.docBase);
      ids[place] = values.lookupOrd(values.ordValue()).utf8ToString();
    }
    return Arrays.asList(ids);
  }

  /**
   * Finds the best articles by score, and of equal scores those with the smaller ids, by scoring
   * and sorting every match: what any engine's answer has to be compared with.
   */
  Found reference(Question question) throws IOException {
    Sort sort =
        new Sort(SortField.FIELD_SCORE, new SortField(LuceneDocuments.ID, SortField.Type.STRING));
    TopDocs top = searcher.search(query(question), HITS, sort, true);
    return new Found(top, ids(top.scoreDocs), List.of(), false);
  }

  @Override
  public Answer answer(Found found) {
    List<Answer.Hit> hits =
        IntStream.range(0, found.ids().size())
            .mapToObj(i -> new Answer.Hit(found.ids().get(i), found.top().scoreDocs[i].score))
            .toList();
    long total = found.counted() ? found.top().totalHits.value() : Answer.NOT_COUNTED;
    return new Answer(total, hits, found.facets().stream().map(LuceneEngine::values).toList());
  }

  private static Answer.Values values(FacetResult result) {
    return new Answer.Values(
        result.dim,
        result.childCount,
        Arrays.stream(result.labelValues)
            .map(labelled -> new Answer.Value(labelled.label, labelled.value.longValue()))
            .toList());
  }

  @Override
  public long size() {
    return reader.numDocs();
  }

  @Override
  public int segments() {
    return reader.leaves().size();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, reader.directory());
  }
}
