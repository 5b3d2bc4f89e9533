package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest {@link Snapshot}, and knows which writes it shows.
 *
 * <p>Whoever lets go of a snapshot last deletes the files that only it needed, and to delete files
 * is to look at the lock of the folder. If the thread that does so is interrupted, that lock is
 * lost, and with it everything that is not yet committed. So no search ever lets go last: a
 * snapshot that is no longer the latest stays open until nobody searches it, and is closed by the
 * next refresh.
 */
final class Snapshots extends ReferenceManager<Snapshot> {
  /** Marks this opening. */
  private final String opening = UUID.randomUUID().toString();

  private final @Nullable IndexWriter writer;
  private final KnownIds ids;

  /** The last write that the latest snapshot shows. */
  private volatile long shown;

  private long showing;

  /** Snapshots that were the latest, and may still be searched. */
  private final List<Snapshot> earlier = new ArrayList<>();

  private Snapshots(
      DirectoryReader reader, @Nullable IndexWriter writer, KnownIds ids, FacetTables tables)
      throws IOException {
    this.writer = writer;
    this.ids = ids;
    current = new Snapshot(key(reader), reader, frequentWords(reader), tables);
  }

  private FrequentWords frequentWords(DirectoryReader reader) throws IOException {
    return FrequentWords.of(
        writer == null
            ? reader.getIndexCommit().getUserData().entrySet()
            : writer.getLiveCommitData());
  }

  /**
   * Returns a key for what a reader shows. What is committed has the same one whoever opens it, so
   * that somebody who looks at it again can go on where they were; what is not committed has one of
   * this opening.
   */
  private String key(DirectoryReader reader) {
    if (writer != null) {
      return opening + "-" + reader.getVersion();
    }
    StringBuilder segments = new StringBuilder();
    for (LeafReaderContext leaf : reader.leaves()) {
      SegmentReader segment = (SegmentReader) FilterLeafReader.unwrap(leaf.reader());
      segments
          .append(StringHelper.idToString(segment.getSegmentInfo().info.getId()))
          .append(segment.getSegmentInfo().getDelGen());
    }
    return UUID.nameUUIDFromBytes(segments.toString().getBytes(UTF_8)).toString();
  }

  /**
   * Shows what a writer has written, committed or not.
   *
   * @param reader shows what it has written so far
   */
  static Snapshots of(DirectoryReader reader, IndexWriter writer, KnownIds ids, FacetTables tables)
      throws IOException {
    return new Snapshots(reader, writer, ids, tables);
  }

  /** Shows what is committed in a directory. */
  static Snapshots of(DirectoryReader reader, FacetTables tables) throws IOException {
    return new Snapshots(reader, null, new KnownIds(), tables);
  }

  /** Tells whether the latest snapshot shows a write. */
  boolean shows(long sequence) {
    return sequence <= shown;
  }

  @Override
  protected @Nullable Snapshot refreshIfNeeded(Snapshot latest) throws IOException {
    // first of all, so that a write that happens meanwhile is counted as not yet shown
    showing = writer == null ? 0 : writer.getMaxCompletedSequenceNumber();
    ids.startRefresh();
    closeEarlier();
    DirectoryReader newer = DirectoryReader.openIfChanged(latest.reader());
    if (newer == null) {
      return null;
    }
    try {
      Snapshot snapshot = latest.newer(key(newer), newer, frequentWords(newer));
      latest.reader().incRef();
      earlier.add(latest);
      return snapshot;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(newer);
      throw e;
    }
  }

  /** Closes the earlier snapshots that only this holds. */
  private void closeEarlier() throws IOException {
    for (Snapshot snapshot : List.copyOf(earlier)) {
      if (snapshot.reader().getRefCount() == 1) {
        earlier.remove(snapshot);
        snapshot.reader().decRef();
      }
    }
  }

  /** Runs when this is closed. */
  @Override
  protected void afterClose() throws IOException {
    for (Snapshot snapshot : earlier) {
      snapshot.reader().decRef();
    }
    earlier.clear();
  }

  /** Runs when a refresh has succeeded, and not when it has failed; refreshes run one at a time. */
  @Override
  protected void afterMaybeRefresh() {
    shown = Math.max(shown, showing);
    ids.endRefresh();
  }

  @Override
  protected boolean tryIncRef(Snapshot snapshot) {
    return snapshot.reader().tryIncRef();
  }

  @Override
  protected void decRef(Snapshot snapshot) throws IOException {
    snapshot.reader().decRef();
  }

  @Override
  protected int getRefCount(Snapshot snapshot) {
    return snapshot.reader().getRefCount();
  }
}
