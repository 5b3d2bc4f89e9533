package org.lede.index;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy.MergeAbortedException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.lede.index.OptimizeProgress.Stage;

/** Optimizes an index, one run after the other. */
final class Optimizer {
  private static final long MILLIS_BETWEEN_CALLS = 100;

  private final IndexWriter writer;
  private final OptimizingPolicy policy;
  private final Snapshots snapshots;
  private final Set<Optimization> runs = ConcurrentHashMap.newKeySet();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closing;

  Optimizer(IndexWriter writer, OptimizingPolicy policy, Snapshots snapshots) {
    this.writer = writer;
    this.policy = policy;
    this.snapshots = snapshots;
  }

  /**
   * Optimizes, and tells the listener on this thread how far it is.
   *
   * @return whether it was done, rather than stopped
   */
  boolean run(OptimizeListener listener, OwnThreads threads, Failures failures) throws IOException {
    Optimization run = new Optimization();
    runs.add(run);
    try {
      if (closing) {
        run.stop();
      }
      boolean done = run(run, listener, threads);
      run.failure()
          .ifPresent(failure -> {
            throw failures.unmerged(failure);
          });
      if (done) {
        listener.goesOn(run.progress());
      }
      return done;
    } finally {
      runs.remove(run);
    }
  }

  private boolean run(Optimization run, OptimizeListener listener, OwnThreads threads)
      throws IOException {
    Future<Boolean> work = threads.start(() -> inTurn(run));
    try {
      return OwnThreads.await(work, MILLIS_BETWEEN_CALLS, () -> tell(listener, run));
    } finally {
      OwnThreads.await(work); // still stopping, if the listener has thrown
    }
  }

  private static void tell(OptimizeListener listener, Optimization run) {
    if (!run.isStopped()) {
      boolean goesOn = false;
      try {
        goesOn = listener.goesOn(run.progress());
      } finally {
        if (!goesOn) {
          run.stop();
        }
      }
    }
  }

  private boolean inTurn(Optimization run) throws IOException {
    try {
      while (!turn.tryLock(MILLIS_BETWEEN_CALLS, TimeUnit.MILLISECONDS)) {
        if (run.isStopped()) {
          return false;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("a thread of the index was interrupted", e);
    }
    try {
      policy.start(run);
      merge();
      snapshots.maybeRefreshBlocking();
    } finally {
      turn.unlock();
    }
    if (run.isComplete()) {
      run.start(Stage.DONE, 0);
    }
    return run.isComplete();
  }

  private void merge() throws IOException {
    try {
      writer.forceMerge(1);
    } catch (IOException e) {
      @Nullable Throwable reason = e.getCause();
      if (!(reason instanceof MergeAbortedException)) {
        throw reason instanceof IOException failure ? failure : e;
      }
    } catch (IllegalStateException e) {
      if (writer.isOpen()) {
        throw e;
      }
      throw new AlreadyClosedException(String.valueOf(e.getMessage()), writer.getTragicException());
    }
  }

  /** Stops what is running, and what would start from now on. */
  void stop() {
    closing = true;
    runs.forEach(Optimization::stop);
  }
}
