package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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

/** Keeps the latest {@link Snapshot}, and knows which writes it shows. */
final class Snapshots extends ReferenceManager<Snapshot> {
  /** Marks this opening. */
  private final String opening = UUID.randomUUID().toString();

  private final @Nullable IndexWriter writer;
  private final KnownIds ids;

  /** The last write that the latest snapshot shows. */
  private volatile long shown;

  private long showing;

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

  /** Shows what a writer has written, committed or not. */
  static Snapshots of(IndexWriter writer, KnownIds ids, FacetTables tables) throws IOException {
    return new Snapshots(DirectoryReader.open(writer), writer, ids, tables);
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
    DirectoryReader newer = DirectoryReader.openIfChanged(latest.reader());
    if (newer == null) {
      return null;
    }
    try {
      return latest.newer(key(newer), newer, frequentWords(newer));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(newer);
      throw e;
    }
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
