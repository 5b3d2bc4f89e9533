package org.lede.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Plain Lucene, as its own documentation recommends it: a query made of the text by its {@code
 * QueryBuilder}, {@code IndexSearcher.search(query, 10)}, and for facets {@code
 * FacetsCollectorManager} with {@code SortedSetDocValuesFacetCounts}. Words near each other are
 * spans; months and snippets are as {@link LuceneMonths} and {@link LuceneSnippets} say.
 */
final class LuceneEngine implements Engine<LuceneEngine.Found> {
  private static final TopDocs NONE =
      new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final QueryBuilder queries = new QueryBuilder(new EnglishText());
  private final @Nullable SortedSetDocValuesReaderState facets; // null if no article has a tag
  private final LuceneMonths months;
  private final LuceneSnippets snippets;

  /**
   * What Lucene found.
   *
   * @param top the best documents
   * @param ids their article ids, in the same order
   * @param total how many match, or {@link Answer#NOT_COUNTED}
   * @param facets the counts, if they were asked for
   * @param months the counts, if they were asked for
   * @param passages those of each hit, if they were asked for
   */
  record Found(
      TopDocs top,
      List<String> ids,
      long total,
      List<FacetResult> facets,
      List<Answer.Month> months,
      List<List<LuceneSnippets.Marked>> passages) {
    static Found of(TopDocs top, List<String> ids) {
      return new Found(top, ids, Answer.NOT_COUNTED, List.of(), List.of(), List.of());
    }
  }

  private LuceneEngine(DirectoryReader reader) throws IOException {
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    facets =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
                == null
            ? null
            : new DefaultSortedSetDocValuesReaderState(reader, LuceneDocuments.facets());
    months = LuceneMonths.of(reader);
    snippets = new LuceneSnippets(searcher);
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
    return Found.of(top, ids(top.scoreDocs));
  }

  @Override
  public Found bestWithFacets(Question question) throws IOException {
    FacetsCollectorManager.FacetsResult result =
        FacetsCollectorManager.search(
            searcher, query(question), HITS, new FacetsCollectorManager());
    TopDocs top = result.topDocs();
    List<FacetResult> counts = counts(result.facetsCollector());
    return new Found(top, ids(top.scoreDocs), top.totalHits.value(), counts, List.of(), List.of());
  }

  @Override
  public Found months(Question question) throws IOException {
    LuceneMonths.Counts counts = searcher.search(query(question), months);
    return new Found(NONE, List.of(), counts.total(), List.of(), months.months(counts), List.of());
  }

  @Override
  public Found bestWithSnippets(Question question) throws IOException {
    Query query = query(question);
    TopDocs top = searcher.search(query, HITS);
    List<List<LuceneSnippets.Marked>> passages = snippets.of(query, top);
    return new Found(top, ids(top.scoreDocs), Answer.NOT_COUNTED, List.of(), List.of(), passages);
  }

  @Override
  public Set<String> matches(Question question) throws IOException {
    TopDocs all = searcher.search(query(question), Math.max(reader.maxDoc(), 1));
    return new HashSet<>(ids(all.scoreDocs));
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

  private Query query(Question question) throws IOException {
    Query query =
        switch (question.kind()) {
          case TERM, AND ->
              queries.createBooleanQuery(LuceneDocuments.TEXT, question.text(), Occur.MUST);
          case OR ->
              queries.createBooleanQuery(LuceneDocuments.TEXT, question.text(), Occur.SHOULD);
          case PHRASE -> queries.createPhraseQuery(LuceneDocuments.TEXT, question.text());
          case NEAR -> near(question.text());
        };
    return requireNonNull(query, () -> "there is no word in the question " + question);
  }

  private static Query near(String words) throws IOException {
    SpanNearQuery.Builder near = SpanNearQuery.newUnorderedNearQuery(LuceneDocuments.TEXT);
    try (EnglishText english = new EnglishText()) {
      for (String word : english.words(words)) {
        near.addClause(new SpanTermQuery(new Term(LuceneDocuments.TEXT, word)));
      }
    }
    return near.setSlop(NEAR - 1).build();
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
    return Found.of(top, ids(top.scoreDocs));
  }

  @Override
  public Answer answer(Found found, Wanted wanted) {
    List<Answer.Hit> hits =
        IntStream.range(0, found.ids().size())
            .mapToObj(i -> new Answer.Hit(found.ids().get(i), found.top().scoreDocs[i].score))
            .toList();
    return new Answer(
        found.total(),
        hits,
        found.facets().stream().map(LuceneEngine::values).toList(),
        found.months(),
        found.passages().stream().map(LuceneEngine::marks).toList());
  }

  private static List<String> marks(List<LuceneSnippets.Marked> passages) {
    return passages.stream().flatMap(passage -> passage.marks().stream()).toList();
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
