package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.Total;

/**
 * The first documents that a search finds, in its order, or the first behind some document.
 *
 * @param docs the documents; their scores mean nothing if they are ordered by date
 * @param total how many match and are admitted, as far as it was seen
 * @param more whether others come behind them
 * @param all all documents that match, admitted or not, if they were wanted and each was seen
 */
record BestHits(List<ScoreDoc> docs, Total total, boolean more, Optional<int[]> all) {
  static final BestHits NONE = new BestHits(List.of(), new Total.AtLeast(0), false);

  BestHits(List<ScoreDoc> docs, Total total, boolean more) {
    this(docs, total, more, Optional.empty());
  }

  /** Finds them from the beginning. */
  static BestHits of(Search search, Query query, IndexSearcher searcher) throws IOException {
    return of(search, query, searcher, null, TopHits.Wanted.BEST, TopHits.Admission.ALL);
  }

  /**
   * Finds them.
   *
   * @param after the document behind which to start, or null for the beginning
   * @param wanted what is wanted of all that matches, if the order is by relevance
   * @param admission which documents may be among the best; all, if the order is by date
   */
  static BestHits of(
      Search search,
      Query query,
      IndexSearcher searcher,
      @Nullable ScoreDoc after,
      TopHits.Wanted wanted,
      TopHits.Admission admission)
      throws IOException {
    if (search.limit() == 0) {
      return NONE;
    }
    int most = search.limit() + (search.paged() ? 1 : 0); // one more tells whether there are more
    int limit = Math.min(most, Math.max(1, searcher.getIndexReader().maxDoc()));
    BestHits found =
        search.order() == Order.RELEVANCE
            ? byRelevance(limit, query, searcher, after, wanted, admission)
            : byDate(search, limit, query, searcher, after);
    return found.docs.size() <= search.limit()
        ? found
        : new BestHits(found.docs.subList(0, search.limit()), found.total, true, found.all);
  }

  private static BestHits byRelevance(
      int limit,
      Query query,
      IndexSearcher searcher,
      @Nullable ScoreDoc after,
      TopHits.Wanted wanted,
      TopHits.Admission admission)
      throws IOException {
    TopHits top =
        searcher.search(
            query, TopHits.manager(limit, searcher.getLeafContexts(), after, wanted, admission));
    List<ScoreDoc> docs = top.scoreDocs();
    boolean admitsAll = admission.equals(TopHits.Admission.ALL);
    if (!top.sawAll() || isStopped(searcher)) {
      return new BestHits(docs, new Total.AtLeast(admitsAll ? top.collected() : 0), false);
    }
    Optional<int[]> all =
        wanted == TopHits.Wanted.BEST ? Optional.empty() : Optional.of(top.seen());
    Total total = admitsAll ? new Total.Exact(top.collected()) : new Total.AtLeast(0);
    return new BestHits(docs, total, false, all);
  }

  private static boolean isStopped(IndexSearcher searcher) {
    return searcher instanceof MeteredSearcher metered && metered.wasStopped();
  }

  private static BestHits byDate(
      Search search, int limit, Query query, IndexSearcher searcher, @Nullable ScoreDoc after)
      throws IOException {
    DateOrder order = new DateOrder(search.order(), limit, searcher, after);
    boolean countedLater = Counting.isNeededOrTotal(search);
    TopFieldDocs top = countedLater ? order.bestUncounted(query, DateOrder.FEW) : order.best(query);
    TotalHits counted = top.totalHits;
    boolean exact = counted.relation() == TotalHits.Relation.EQUAL_TO && !isStopped(searcher);
    Total total = exact ? new Total.Exact(counted.value()) : new Total.AtLeast(counted.value());
    return new BestHits(List.of(top.scoreDocs), total, false);
  }
}
