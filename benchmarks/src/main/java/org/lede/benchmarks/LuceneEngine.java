package org.lede.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.QueryBuilder;

/**
 * Plain Lucene, as its own documentation recommends it: a query made of the text by its {@code
 * QueryBuilder}, {@code IndexSearcher.search(query, 10)}, and {@code IndexSearcher.count}. Words
 * near each other are spans; facets, months and snippets are as {@link LuceneFacets}, {@link
 * LuceneMonths} and {@link LuceneSnippets} say.
 *
 * <p>Lucene's cache of queries is off: as the same questions are asked again and again, it would be
 * the cache that is measured. Lede has none.
 */
final class LuceneEngine implements Engine<LuceneEngine.Found> {
  private final DirectoryReader reader;
  private final ExecutorService threads;
  private final IndexSearcher searcher;
  private final QueryBuilder queries = new QueryBuilder(new EnglishText());
  private final LuceneFacets facets;
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

    static Found of(long total, List<Answer.Month> months) {
      return new Found(LuceneFacets.NONE, List.of(), total, List.of(), months, List.of());
    }
  }

  private LuceneEngine(DirectoryReader reader, int threads) throws IOException {
    this.reader = reader;
    this.threads = Executors.newFixedThreadPool(threads);
    searcher = threads > 1 ? new IndexSearcher(reader, this.threads) : new IndexSearcher(reader);
    searcher.setQueryCache(null);
    facets = LuceneFacets.of(searcher, threads > 1 ? this.threads : null);
    months = LuceneMonths.of(reader);
    snippets = new LuceneSnippets(searcher);
  }

  /** Opens an index for questions that use so many threads each. */
  static LuceneEngine open(Path folder, int threads) throws IOException {
    return new LuceneEngine(DirectoryReader.open(FSDirectory.open(folder)), threads);
  }

  /** Makes an engine of a reader that is closed by the caller, rather than with the engine. */
  static LuceneEngine on(DirectoryReader reader, int threads) throws IOException {
    return new LuceneEngine(reader, threads);
  }

  DirectoryReader reader() {
    return reader;
  }

  @Override
  public Found ask(Question question, Wanted wanted) throws IOException {
    Query query = query(question);
    return switch (wanted) {
      case BEST -> best(query);
      case COUNT -> Found.of(searcher.count(query), List.of());
      case FACETS -> found(facets.best(query));
      case SIDEWAYS -> found(facets.sideways(query, question.selected()));
      case NEWEST -> found(facets.newest(query));
      case MONTHS -> months(query);
      case SNIPPETS -> bestWithSnippets(query);
    };
  }

  private Found best(Query query) throws IOException {
    TopDocs top = searcher.search(query, HITS);
    return Found.of(top, ids(top.scoreDocs));
  }

  private Found found(LuceneFacets.Counted counted) throws IOException {
    List<String> ids = ids(counted.top().scoreDocs);
    return new Found(counted.top(), ids, counted.total(), counted.facets(), List.of(), List.of());
  }

  private Found months(Query query) throws IOException {
    LuceneMonths.Counts counts = searcher.search(query, months);
    return Found.of(counts.total(), months.months(counts));
  }

  private Found bestWithSnippets(Query query) throws IOException {
    TopDocs top = searcher.search(query, HITS);
    List<List<LuceneSnippets.Marked>> passages = snippets.of(query, top);
    return new Found(top, ids(top.scoreDocs), Answer.NOT_COUNTED, List.of(), List.of(), passages);
  }

  @Override
  public Set<String> matches(Question question) throws IOException {
    Query query = LuceneFacets.narrowed(query(question), question.selected());
    TopDocs all = searcher.search(query, Math.max(reader.maxDoc(), 1));
    return new HashSet<>(ids(all.scoreDocs));
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
          case EVERYTHING -> MatchAllDocsQuery.INSTANCE;
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
    Query query = LuceneFacets.narrowed(query(question), question.selected());
    TopDocs top = searcher.search(query, HITS, sort, true);
    return Found.of(top, ids(top.scoreDocs));
  }

  @Override
  public Answer answer(Found found, Wanted wanted) {
    return answerOf(found, wanted);
  }

  static Answer answerOf(Found found, Wanted wanted) {
    List<Answer.Hit> hits = wanted == Wanted.NEWEST ? Answer.inOrder(found.ids()) : hits(found);
    return new Answer(
        found.total(),
        hits,
        found.facets().stream().map(LuceneEngine::values).toList(),
        found.months(),
        found.passages().stream().map(LuceneEngine::marks).toList());
  }

  private static List<Answer.Hit> hits(Found found) {
    return IntStream.range(0, found.ids().size())
        .mapToObj(i -> new Answer.Hit(found.ids().get(i), found.top().scoreDocs[i].score))
        .toList();
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
  public long facetBytes() {
    return facets.memoryBytes();
  }

  @Override
  public void close() throws IOException {
    try (threads) {
      IOUtils.close(reader, reader.directory());
    }
  }
}
