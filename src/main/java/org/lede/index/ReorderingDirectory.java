package org.lede.index;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.lede.index.OptimizeProgress.Stage;

/**
 * The directory of an index, as {@code BPIndexReorderer} sees it. That first writes the words of
 * each article to files, and then reads them again and again while it moves articles about.
 */
final class ReorderingDirectory extends WatchedDirectory {
  /** In the name of the file in which it looks up where the words of an article begin. */
  private static final String LOOKED_UP = "start-offsets";

  private final Optimization run;
  private final long looks;

  /**
   * Watches reordering.
   *
   * @param looks how many times an article is looked at, as expected
   */
  ReorderingDirectory(Directory directory, Optimization run, long looks) {
    super(directory, run);
    this.run = run;
    this.looks = looks;
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    if (!name.contains(LOOKED_UP)) {
      return super.openInput(name, context);
    }
    run.start(Stage.REORDERING, looks);
    return new WatchedInput(super.openInput(name, context), run);
  }
}
