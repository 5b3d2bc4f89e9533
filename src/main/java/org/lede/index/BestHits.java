package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.Total;

/**
 * The first documents that a search finds, in its order.
 *
 * @param docs the documents; their scores mean nothing if they are ordered by date
 * @param total how many match, as far as it was seen
 */
record BestHits(List<ScoreDoc> docs, Total total) {
  static final BestHits NONE = new BestHits(List.of(), new Total.AtLeast(0));

  /** Finds them. */
  static BestHits of(Search search, Query query, IndexSearcher searcher) throws IOException {
    if (search.limit() == 0) {
      return NONE;
    }
    return search.order() == Order.RELEVANCE
        ? byRelevance(search, query, searcher)
        : byDate(search, query, searcher);
  }

  private static BestHits byRelevance(Search search, Query query, IndexSearcher searcher)
      throws IOException {
    int limit = Math.min(search.limit(), Math.max(1, searcher.getIndexReader().numDocs()));
    TopHits top = searcher.search(query, TopHits.manager(limit, searcher.getLeafContexts()));
    Total total =
        top.sawAll() ? new Total.Exact(top.collected()) : new Total.AtLeast(top.collected());
    return new BestHits(List.of(top.scoreDocs()), total);
  }

  private static BestHits byDate(Search search, Query query, IndexSearcher searcher)
      throws IOException {
    int limit = Math.min(search.limit(), Math.max(1, searcher.getIndexReader().maxDoc()));
    TopFieldDocs top =
        searcher.search(query, new TopFieldCollectorManager(sort(search.order()), limit, 1_000));
    TotalHits counted = top.totalHits;
    boolean exact = counted.relation() == TotalHits.Relation.EQUAL_TO;
    Total total = exact ? new Total.Exact(counted.value()) : new Total.AtLeast(counted.value());
    return new BestHits(List.of(top.scoreDocs), total);
  }

  private static Sort sort(Order order) {
    boolean newest = order == Order.NEWEST;
    long undated = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField date =
        LongField.newSortField(Schema.PUBLISHED, newest, SortedNumericSelector.Type.MIN, undated);
    return new Sort(date, new SortField(Schema.ID, SortField.Type.STRING));
  }
}
