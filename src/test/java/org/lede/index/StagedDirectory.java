package org.lede.index;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.lede.index.OptimizeProgress.Stage;

/** A directory in which optimizing waits in one of its stages, or finds the disk full in one. */
final class StagedDirectory extends FilterDirectory {
  private volatile Stage waitsIn = Stage.DONE;
  private volatile Stage fullIn = Stage.DONE;
  private volatile CountDownLatch waiting = new CountDownLatch(0);
  private volatile CountDownLatch goingOn = new CountDownLatch(0);

  StagedDirectory(Directory directory) {
    super(directory);
  }

  /** Lets optimizing wait in a stage until {@link #goOn}. */
  void waitIn(Stage stage) {
    waiting = new CountDownLatch(1);
    goingOn = new CountDownLatch(1);
    waitsIn = stage;
  }

  /** Waits until optimizing waits. */
  void awaitWaiting() {
    await(waiting);
  }

  void goOn() {
    waitsIn = Stage.DONE;
    goingOn.countDown();
  }

  /** Leaves no room for what is written in a stage. */
  void fillIn(Stage stage) {
    fullIn = stage;
  }

  private void enter(Stage stage) {
    if (stage == waitsIn) {
      waiting.countDown();
      await(goingOn);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    Stage stage = context.context() == IOContext.Context.MERGE ? Stage.MERGING : Stage.PREPARING;
    enter(stage);
    return new LimitedOutput(super.createOutput(name, context), () -> stage == fullIn);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    Stage stage = prefix.startsWith("postings") ? Stage.READING : Stage.PREPARING;
    enter(stage);
    return new LimitedOutput(
        super.createTempOutput(prefix, suffix, context), () -> stage == fullIn);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    if (name.contains("start-offsets")) {
      enter(Stage.REORDERING);
    }
    return super.openInput(name, context);
  }
}
