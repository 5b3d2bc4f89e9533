package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.index.BulkReport.Reject;
import org.lede.search.Receipt;

/**
 * Adds a batch of articles on several threads.
 *
 * <p>The calling thread reads the articles and deals them out by id: those of one id go to the same
 * worker, one after the other, so that the later one stays.
 */
final class BulkAdd {
  private static final int WAITING = 64;
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ArticleWriter writer;
  private final ProgressListener listener;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Future<Tally>> tallies = new ArrayList<>();

  BulkAdd(ArticleWriter writer, int threads, ProgressListener listener) {
    this.writer = writer;
    this.listener = listener;
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
  }

  /** What one worker has done. */
  private static final class Tally {
    private long added;
    private long replaced;
    private long rejected;
    private long sequence;
    private @Nullable Throwable failure;
    private final List<Reject> rejects = new ArrayList<>();
  }

  /** One article and its place in the batch; no article at the end of the batch. */
  private record Item(long position, Optional<Article> article) {
    static final Item END = new Item(-1, Optional.empty());

    boolean isEnd() {
      return position < 0;
    }
  }

  /** Adds all articles and waits until that is done, even if reading them fails. */
  BulkReport run(Iterator<Article> articles, OwnThreads threads, String index) throws IOException {
    workers.forEach(worker -> tallies.add(threads.start(worker::work)));
    try {
      deal(articles);
    } finally {
      for (Worker worker : workers) {
        worker.put(Item.END);
      }
      for (Future<Tally> tally : tallies) {
        OwnThreads.await(tally);
      }
    }
    return report(index);
  }

  private void deal(Iterator<Article> articles) {
    long position = 0;
    long lastTold = System.nanoTime();
    while (articles.hasNext()) {
      @Nullable Article article = articles.next();
      if (workers.stream().anyMatch(worker -> worker.failed)) {
        return; // awaiting the workers throws what failed
      }
      String id = article == null ? "" : article.id();
      Worker worker = workers.get(Math.floorMod(spread(id.hashCode()), workers.size()));
      worker.put(new Item(position++, Optional.ofNullable(article)));
      if (System.nanoTime() - lastTold > PROGRESS_NANOS) {
        lastTold = System.nanoTime();
        listener.taken(position);
      }
    }
    listener.taken(position);
  }

  /**
   * Makes the choice of worker independent of the choice of lock, which uses the low bits of the
   * hash.
   */
  private static int spread(int hash) {
    return (hash * 0x9E3779B9) >>> 16;
  }

  private BulkReport report(String index) throws IOException {
    Tally sum = new Tally();
    sum.sequence = writer.lastSequence(); // so that an empty batch, too, shows all writes before it
    for (Future<Tally> future : tallies) {
      Tally tally = OwnThreads.await(future);
      if (tally.failure != null) {
        throw OwnThreads.failure(tally.failure);
      }
      sum.added += tally.added;
      sum.replaced += tally.replaced;
      sum.rejected += tally.rejected;
      sum.sequence = Math.max(sum.sequence, tally.sequence);
      sum.rejects.addAll(tally.rejects);
    }
    sum.rejects.sort(Comparator.comparingLong(Reject::position));
    List<Reject> first =
        sum.rejects.subList(0, Math.min(sum.rejects.size(), BulkReport.MAX_REJECTS));
    return new BulkReport(
        sum.added, sum.replaced, sum.rejected, first, new Receipt(index, sum.sequence));
  }

  private final class Worker {
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(WAITING);

    /** Whether this has stopped taking articles, because none can be written any more. */
    private volatile boolean failed;

    /** Waits for room, however often this thread is interrupted. */
    void put(Item item) {
      boolean interrupted = false;
      while (true) {
        try {
          items.put(item);
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /**
     * Takes articles until the end of the batch; after a failure, only so that the calling thread
     * need not wait for room.
     */
    Tally work() {
      Tally tally = new Tally();
      for (Item item = next(); !item.isEnd(); item = next()) {
        if (!failed) {
          take(item, tally);
          failed = tally.failure != null;
        }
      }
      return tally;
    }

    private Item next() {
      try {
        return items.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException("a thread of the index was interrupted", e);
      }
    }
  }

  private void take(Item item, Tally tally) {
    if (item.article().isEmpty()) {
      reject(new Reject(item.position(), "", "there is no article, but null"), tally);
      return;
    }
    Article article = item.article().get();
    try {
      count(writer.add(article), tally);
    } catch (IOException | AlreadyClosedException | Error e) {
      tally.failure = e; // of the index, not of this article
    } catch (RuntimeException e) {
      reject(new Reject(item.position(), article.id(), String.valueOf(e.getMessage())), tally);
    }
  }

  private static void count(ArticleWriter.Written written, Tally tally) {
    tally.sequence = Math.max(tally.sequence, written.sequence());
    if (written.replaced()) {
      tally.replaced++;
    } else {
      tally.added++;
    }
  }

  private static void reject(Reject reject, Tally tally) {
    tally.rejected++;
    if (tally.rejects.size() < BulkReport.MAX_REJECTS) {
      tally.rejects.add(reject);
    }
  }
}
