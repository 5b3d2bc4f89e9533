package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lede.search.Order;

/**
 * Finds the newest or the oldest documents, and of equal dates those with the smaller ids.
 *
 * <p>Of many documents, the newest ones are looked for among those of the last days first, and then
 * further and further back, until there are enough. So the newest of all articles are found without
 * going through all of them.
 */
final class DateOrder {
  /** Up to so many documents are all looked at: that takes less time than to look several times. */
  static final int FEW = 5_000;

  /** How many times as many documents as are wanted the first time span may be expected to have. */
  private static final int ENOUGH = 4;

  /** How many times as long each time span is as the one before. */
  private static final int LONGER = 16;

  private final boolean newest;
  private final int limit;
  private final IndexSearcher searcher;
  private final Sort sort;
  private final @Nullable FieldDoc after;

  /** The date of documents that have none, which come last. */
  private final long undated;

  /**
   * Makes an order.
   *
   * @param order by date, newest or oldest first
   * @param limit how many documents are wanted
   * @param after the document behind which to start, or null for the beginning
   */
  DateOrder(Order order, int limit, IndexSearcher searcher, @Nullable ScoreDoc after)
      throws IOException {
    newest = order == Order.NEWEST;
    this.limit = limit;
    this.searcher = searcher;
    undated = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField date =
        LongField.newSortField(Schema.PUBLISHED, newest, SortedNumericSelector.Type.MIN, undated);
    sort = new Sort(date, new SortField(Schema.ID, SortField.Type.STRING));
    this.after = after == null ? null : fields(after.doc);
  }

  /** Returns a document with what it is ordered by. */
  private FieldDoc fields(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedNumericDocValues dates = DocValues.getSortedNumeric(leaf.reader(), Schema.PUBLISHED);
    long date = dates.advanceExact(doc - leaf.docBase) ? dates.nextValue() : undated;
    BytesRef id = new ArticleIds(leaves).bytes(doc);
    return new FieldDoc(doc, Float.NaN, new Object[] {date, id});
  }

  /** Returns the first documents that match, and how many do, up to a thousand or so. */
  TopFieldDocs best(Query query) throws IOException {
    return searcher.search(
        query, new TopFieldCollectorManager(sort, limit, after, TopHits.COUNTED));
  }

  /**
   * Returns the first documents that match; how many do is not counted.
   *
   * @param few up to so many documents are all looked at, usually {@link #FEW}
   */
  TopFieldDocs bestUncounted(Query query, long few) throws IOException {
    byte[] least = PointValues.getMinPackedValue(searcher.getIndexReader(), Schema.PUBLISHED);
    byte[] most = PointValues.getMaxPackedValue(searcher.getIndexReader(), Schema.PUBLISHED);
    long matches = mostMatches(query);
    if (least == null || most == null || matches <= few) {
      return best(query);
    }
    long from = LongPoint.decodeDimension(least, 0);
    long to = LongPoint.decodeDimension(most, 0);
    if (after != null) {
      long reached = (Long) after.fields[0];
      from = newest ? from : Math.max(from, reached);
      to = newest ? Math.min(to, reached) : to;
    }
    double all = Math.max(0, (double) to - from);
    for (double span = all * ENOUGH * limit / matches; span < all / 2; span = span * LONGER + 1) {
      long first = newest ? to - (long) span : from;
      long last = newest ? to : from + (long) span;
      TopFieldDocs best = best(within(query, first, last));
      if (best.scoreDocs.length == limit) {
        return new TopFieldDocs(atLeast(best.totalHits), best.scoreDocs, best.fields);
      }
    }
    return best(query);
  }

  /** Returns how many documents match at most, as far as can be told without looking. */
  private long mostMatches(Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    long matches = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      ScorerSupplier supplier = weight.scorerSupplier(leaf);
      matches += supplier == null ? 0 : supplier.cost();
    }
    return matches;
  }

  private static Query within(Query query, long first, long last) {
    return new BooleanQuery.Builder()
        .add(query, Occur.FILTER)
        .add(LongField.newRangeQuery(Schema.PUBLISHED, first, last), Occur.FILTER)
        .build();
  }

  private static TotalHits atLeast(TotalHits within) {
    return new TotalHits(within.value(), TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO);
  }
}
