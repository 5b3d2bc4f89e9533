package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Who closes a snapshot. */
class SnapshotsTest {
  @Test
  void areNeverClosedByASearchButByTheNextRefresh() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        Snapshots snapshots =
            Snapshots.of(
                DirectoryReader.open(writer), writer, new KnownIds(), new FacetTables(0))) {
      Snapshot searched = snapshots.acquire();
      refresh(writer, snapshots);
      assertThat(searched.reader().getRefCount()).isEqualTo(2);

      snapshots.release(searched);
      assertThat(searched.reader().getRefCount()).as("while nobody searches it").isEqualTo(1);
      snapshots.maybeRefresh();

      assertThat(searched.reader().getRefCount()).as("after a refresh").isZero();
    }
  }

  @Test
  void stayOpenAsLongAsTheyAreSearched() throws IOException {
    Snapshot searched;
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        Snapshots snapshots =
            Snapshots.of(
                DirectoryReader.open(writer), writer, new KnownIds(), new FacetTables(0))) {
      searched = snapshots.acquire();
      refresh(writer, snapshots);
      refresh(writer, snapshots);
      assertThat(searched.reader().getRefCount()).isEqualTo(2);
      snapshots.release(searched);
    }
    assertThat(searched.reader().getRefCount()).as("after all is closed").isZero();
  }

  private static void refresh(IndexWriter writer, Snapshots snapshots) throws IOException {
    writer.addDocument(new Document());
    snapshots.maybeRefresh();
  }
}
