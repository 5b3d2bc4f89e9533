package org.lede.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lede.Country;

/**
 * The threads of an index, which nobody interrupts.
 *
 * <p>Interrupting a thread closes the file channel it is writing to, and with it goes the whole
 * {@code IndexWriter}, or even its lock. So whatever may write or open files runs here, and the
 * caller waits; an interrupt of the caller is kept for it until the work is done.
 */
final class OwnThreads implements AutoCloseable {
  /** How many things can be repeated at the same time: one may take long, and all else is short. */
  private static final int REPEATING = 2;

  private final ExecutorService workers;
  private final ScheduledExecutorService clock;

  OwnThreads(String name) {
    workers = Executors.newCachedThreadPool(daemons("lede-write " + name));
    clock = Executors.newScheduledThreadPool(REPEATING, daemons("lede-refresh " + name));
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true); // a program that forgets to close an index must still be able to end
      return thread;
    };
  }

  /** Work that may fail on files. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Starts work. */
  <T> Future<T> start(Work<T> work) {
    return workers.submit(work::run);
  }

  /** Does work and waits for it. */
  <T> T call(Work<T> work) throws IOException {
    return await(start(work));
  }

  /** Does work on several threads at the same time, and waits for all of them even if one fails. */
  <T> void call(Work<T> work, int number) throws IOException {
    List<Callable<T>> each = Collections.nCopies(number, work::run);
    for (Future<T> done : await(workers.submit(() -> workers.invokeAll(each)))) {
      await(done);
    }
  }

  /**
   * Reads the names of countries in all languages, unless that was done before: it takes about a
   * second, for which the first question with such a name should not have to wait.
   */
  void warmUp() {
    Future<?> unused = start(() -> Country.find("names in all languages"));
  }

  /**
   * Does something again and again, with a pause in between, until that is ended. What it throws is
   * passed over.
   *
   * @param first how long to wait before it is done for the first time
   */
  void repeat(Duration first, Duration pause, Work<?> work) {
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(
            () -> passOver(work), first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Repeats nothing any more, and waits for what is being done. */
  void endRepeating() throws IOException {
    clock.shutdown();
    await(workers.submit(() -> clock.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)));
  }

  private static void passOver(Work<?> work) {
    try {
      work.run();
    } catch (IOException | RuntimeException ignored) {
      // whoever needs it done meets the same failure on a thread that can tell somebody
    }
  }

  /** Waits for work, however often this thread is interrupted. */
  static <T> T await(Future<T> future) throws IOException {
    return await(future, Long.MAX_VALUE, () -> {});
  }

  /** Waits for work, and does something else again and again until that is done. */
  static <T> T await(Future<T> future, long millis, Runnable meanwhile) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          meanwhile.run();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Throws what failed on another thread, or returns it to be thrown. */
  static IOException failure(@Nullable Throwable cause) throws IOException {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw cause instanceof IOException e ? e : new IOException(cause);
  }

  /** Lets go of the threads; nothing may be running. */
  @Override
  public void close() {
    clock.shutdown();
    workers.shutdown();
  }
}
