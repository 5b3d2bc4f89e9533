package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.ConcurrentSortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * Searches with facets in plain Lucene, as its own documentation recommends them: {@code
 * FacetsCollectorManager} with {@code SortedSetDocValuesFacetCounts}, and {@code DrillSideways} if
 * something is selected. With several threads the counting is that of {@code
 * ConcurrentSortedSetDocValuesFacetCounts}.
 *
 * <p>Of all documents, nothing is collected: they are counted by {@code
 * SortedSetDocValuesFacetCounts(state)}, which is faster, and the newest are found by their dates,
 * where Lucene skips what is older.
 */
final class LuceneFacets {
  static final TopDocs NONE =
      new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);

  /** The newest first, undated documents last, and of the same date those with the smaller ids. */
  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(
              LuceneDocuments.PUBLISHED, true, SortedNumericSelector.Type.MIN, Long.MIN_VALUE),
          new SortField(LuceneDocuments.ID, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final @Nullable ExecutorService threads; // null for the one that asks
  private final @Nullable SortedSetDocValuesReaderState state; // null if no article has a tag
  private final FacetsConfig config = LuceneDocuments.facets();

  private LuceneFacets(
      IndexSearcher searcher,
      @Nullable ExecutorService threads,
      @Nullable SortedSetDocValuesReaderState state) {
    this.searcher = searcher;
    this.threads = threads;
    this.state = state;
  }

  /**
   * Prepares to count in what a searcher sees.
   *
   * @param threads what the searcher uses, or null
   */
  static LuceneFacets of(IndexSearcher searcher, @Nullable ExecutorService threads)
      throws IOException {
    boolean counted =
        FieldInfos.getMergedFieldInfos(searcher.getIndexReader())
                .fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
            != null;
    return new LuceneFacets(
        searcher,
        threads,
        counted
            ? new DefaultSortedSetDocValuesReaderState(
                searcher.getIndexReader(), LuceneDocuments.facets())
            : null);
  }

  /** Returns how much heap is held for counting, in bytes. */
  long memoryBytes() {
    return state == null ? 0 : state.ramBytesUsed();
  }

  /**
   * What was found and counted.
   *
   * @param top the first documents
   * @param total how many match
   * @param facets the most frequent values of each facet
   */
  record Counted(TopDocs top, long total, List<FacetResult> facets) {}

  /** Finds the best, and counts all. */
  Counted best(Query query) throws IOException {
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(searcher, query, Engine.HITS, new FacetsCollectorManager());
    return counted(found);
  }

  private Counted counted(FacetsCollectorManager.FacetsResult found) throws IOException {
    TopDocs top = found.topDocs();
    return new Counted(top, top.totalHits.value(), top(counts(found.facetsCollector())));
  }

  /** Finds the newest, and counts all. */
  Counted newest(Query query) throws IOException {
    if (query instanceof MatchAllDocsQuery) {
      TopDocs top = searcher.search(query, Engine.HITS, NEWEST);
      return new Counted(top, searcher.count(query), top(counts(null)));
    }
    return counted(
        FacetsCollectorManager.search(
            searcher, query, Engine.HITS, NEWEST, new FacetsCollectorManager()));
  }

  /** Finds the best of those that have what is selected, and counts sideways. */
  Counted sideways(Query query, List<Question.Selected> selected) throws IOException {
    if (state == null) {
      return new Counted(NONE, 0, List.of());
    }
    DrillSideways.ConcurrentDrillSidewaysResult<TopDocs> found =
        new DrillSideways(searcher, config, state)
            .search(
                drillDown(query, selected),
                new TopScoreDocCollectorManager(Engine.HITS, Integer.MAX_VALUE));
    TopDocs top = found.collectorResult;
    return new Counted(top, top.totalHits.value(), top(found.facets));
  }

  /** Returns a query for those documents only that have what is selected. */
  static Query narrowed(Query query, List<Question.Selected> selected) {
    return selected.isEmpty() ? query : drillDown(query, selected);
  }

  private static DrillDownQuery drillDown(Query query, List<Question.Selected> selected) {
    DrillDownQuery narrowed = new DrillDownQuery(LuceneDocuments.facets(), query);
    selected.forEach(each -> narrowed.add(each.facet(), each.value()));
    return narrowed;
  }

  /** Counts what was collected, or all if that is null. */
  private @Nullable Facets counts(@Nullable FacetsCollector matches) throws IOException {
    if (state == null) {
      return null;
    }
    if (threads == null) {
      return matches == null
          ? new SortedSetDocValuesFacetCounts(state)
          : new SortedSetDocValuesFacetCounts(state, matches);
    }
    try {
      return matches == null
          ? new ConcurrentSortedSetDocValuesFacetCounts(state, threads)
          : new ConcurrentSortedSetDocValuesFacetCounts(state, matches, threads);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while counting", e);
    }
  }

  private static List<FacetResult> top(@Nullable Facets counts) throws IOException {
    List<FacetResult> results = new ArrayList<>();
    if (counts == null) {
      return results;
    }
    for (String facet : LuceneDocuments.COUNTED) {
      FacetResult result = counts.getTopChildren(Engine.VALUES, facet);
      if (result != null) { // null says that no matching article has a value
        results.add(result);
      }
    }
    return results;
  }
}
