package org.lede.index;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A searcher that looks at the clock every few thousand documents.
 *
 * <p>Lucene's own timeout looks at it after stretches of documents that grow without bound, which
 * is too seldom for queries that read positions.
 */
final class MeteredSearcher extends IndexSearcher {
  /** How many documents are gone through between two looks at the clock. */
  static final int STRETCH = 2_048;

  private final Deadline deadline;
  private volatile boolean stopped;

  /**
   * Makes a searcher.
   *
   * @param executor runs the parts of a search, or null to run them on the calling thread
   */
  MeteredSearcher(IndexReader reader, @Nullable Executor executor, Deadline deadline) {
    super(reader, executor);
    this.deadline = deadline;
    setQueryCache(null); // Lucene's is shared by the whole process
  }

  /** Returns the deadline of what a searcher runs. */
  static Deadline deadline(IndexSearcher searcher) {
    return searcher instanceof MeteredSearcher metered ? metered.deadline : Deadline.NONE;
  }

  /** Tells whether the deadline came before a search was done; it then returned what it had. */
  boolean wasStopped() {
    return stopped;
  }

  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
      throws IOException {
    if (stopped) {
      return;
    }
    try {
      deadline.check();
      LeafCollector collecting = collector.getLeafCollector(leaf);
      ScorerSupplier supplier = weight.scorerSupplier(leaf);
      if (supplier != null) {
        supplier.setTopLevelScoringClause();
        score(supplier.bulkScorer(), collecting, leaf, from, to);
      }
      collecting.finish();
    } catch (CollectionTerminatedException e) {
      // the collector has all it wants of this segment
    } catch (TimeUp e) {
      stopped = true; // so that what was collected is not lost
    }
  }

  private void score(
      BulkScorer scorer, LeafCollector collecting, LeafReaderContext leaf, int from, int to)
      throws IOException {
    score(scorer, collecting, leaf, from, to, deadline);
  }

  /** Scores documents of a segment, and stops when the deadline has come. */
  static void score(
      BulkScorer scorer,
      LeafCollector collecting,
      LeafReaderContext leaf,
      int from,
      int to,
      Deadline deadline)
      throws IOException {
    int end = Math.min(to, leaf.reader().maxDoc());
    if (deadline.isNone()) {
      scorer.score(collecting, leaf.reader().getLiveDocs(), from, end);
      return;
    }
    for (int next = from; next < end; ) {
      deadline.check();
      int stop = Math.min(end, next + STRETCH);
      int after = scorer.score(collecting, leaf.reader().getLiveDocs(), next, stop);
      if (after == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
      next = Math.max(stop, after);
    }
  }
}
