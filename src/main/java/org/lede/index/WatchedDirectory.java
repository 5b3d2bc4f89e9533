package org.lede.index;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * The directory of an index, as an {@link OptimizingMerge} sees it: bytes written are steps of the
 * run, and writing ends when that is stopped.
 *
 * <p>A file that cannot be written stops the run as well. Otherwise Lucene would take the whole
 * writer for broken, with all that was not committed, although nothing but the merge is: and
 * merging everything is when a disk gets full.
 */
class WatchedDirectory extends FilterDirectory {
  private final Optimization run;
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  WatchedDirectory(Directory directory, Optimization run) {
    super(directory);
    this.run = run;
  }

  /** Deletes what a stopped merge has left behind; Lucene does not until the next opening. */
  final void deleteWhatWasWritten() {
    IOUtils.deleteFilesIgnoringExceptions(in, written);
  }

  @Override
  public final IndexOutput createOutput(String name, IOContext context) throws IOException {
    run.checkGoesOn();
    try {
      return watched(super.createOutput(name, context));
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
  }

  @Override
  public final IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    run.checkGoesOn();
    try {
      return watched(super.createTempOutput(prefix, suffix, context));
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
  }

  private IndexOutput watched(IndexOutput output) {
    written.add(output.getName());
    return new WatchedOutput(output, run);
  }
}
