package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
import org.apache.lucene.util.IOConsumer;
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

  /**
   * How many documents are gone through on one thread at least, if there are several: to take or to
   * count fewer takes not much longer than to ask another thread for it.
   */
  static final int PART = 1 << 17;

  private final boolean parallel;
  private final Deadline deadline;
  private volatile boolean stopped;

  /**
   * Makes a searcher.
   *
   * @param executor runs the parts of a search, or null to run them on the calling thread
   */
  MeteredSearcher(IndexReader reader, @Nullable Executor executor, Deadline deadline) {
    super(reader, executor);
    parallel = executor != null;
    this.deadline = deadline;
    setQueryCache(null); // Lucene's is shared by the whole process
  }

  /** Tells whether there is an executor. */
  boolean isParallel() {
    return parallel;
  }

  /** Returns the deadline of what a searcher runs. */
  static Deadline deadline(IndexSearcher searcher) {
    return searcher instanceof MeteredSearcher metered ? metered.deadline : Deadline.NONE;
  }

  /**
   * Does the parts of some work, at the same time if there is an executor, and otherwise one after
   * the other.
   *
   * @throws TimeUp if the deadline comes first
   */
  <T> void forEach(List<T> parts, IOConsumer<T> work) throws IOException {
    if (parallel && parts.size() > 1) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (T part : parts) {
        tasks.add(() -> {
          work.accept(part);
          return true;
        });
      }
      getTaskExecutor().invokeAll(tasks);
    } else {
      for (T part : parts) {
        work.accept(part);
      }
    }
  }

  /**
   * Some of the documents of a segment.
   *
   * @param from the first document, a multiple of 64
   * @param to the document behind the last one
   */
  record Part(LeafReaderContext leaf, int from, int to) {}

  /**
   * Returns a segment in parts that are worth a thread of their own; whole, if there is no
   * executor.
   *
   * @param docs how many documents take as long to be gone through as those that will be
   */
  List<Part> parts(LeafReaderContext leaf, long docs) {
    int maxDoc = leaf.reader().maxDoc();
    long most = parallel ? Math.max(docs / PART, 1) : 1;
    int step = Math.toIntExact((maxDoc / most / Long.SIZE + 1) * Long.SIZE);
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < maxDoc; from += step) {
      parts.add(new Part(leaf, from, Math.min(maxDoc - from, step) + from));
    }
    return parts;
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
        if (collector instanceof TopHits hits) {
          hits.expect(supplier);
        }
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
