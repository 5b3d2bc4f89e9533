package org.lede.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.lede.IndexTooOld;
import org.lede.LedeException;
import org.lede.NotAnIndex;
import org.lede.SchemaMismatch;

/**
 * The folder of an index on disk: what it holds before anything is changed, and who has it open.
 */
final class IndexFolder {
  private static final String HOLDER = "lede.holder";

  private final Path path;

  IndexFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  Directory directory() throws IOException {
    return FSDirectory.open(path);
  }

  /**
   * Checks that the folder can become an index, or is one of this schema.
   *
   * @throws LedeException if not
   */
  void checkWritable(Schema schema) throws IOException {
    if (holdsIndex()) {
      check(schema, commitData());
    } else if (Files.exists(path)) {
      checkEmpty();
    }
  }

  /**
   * Checks that the folder is an index that can be read.
   *
   * @throws LedeException if not
   */
  void checkReadable() throws IOException {
    if (!holdsIndex()) {
      throw new NotAnIndex(
          "there is no index in " + path + "; make one with ArticleIndex.open, or lede index");
    }
    Map<String, String> commitData = commitData();
    check(Schema.of(commitData), commitData);
  }

  private boolean holdsIndex() throws IOException {
    return Files.isDirectory(path)
        && files().stream().anyMatch(file -> file.startsWith("segments_"));
  }

  private void checkEmpty() throws IOException {
    if (!Files.isDirectory(path)) {
      throw new NotAnIndex(path + " is a file; an index needs a folder of its own");
    }
    List<String> others =
        files().stream().filter(file -> !isLeftover(file)).sorted().limit(3).toList();
    if (!others.isEmpty()) {
      throw new NotAnIndex(
          "%s holds other files, such as %s, and no index; an index needs an empty folder of its own"
              .formatted(path, String.join(", ", others)));
    }
  }

  /** Tells whether a file is what a program leaves that ended before its first commit. */
  private static boolean isLeftover(String file) {
    return file.equals(HOLDER) || file.equals("write.lock") || file.startsWith("pending_segments_");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void check(Schema schema, Map<String, String> commitData) {
    schema
        .mismatch(commitData)
        .ifPresent(mismatch -> {
          String message = "the folder " + path + " " + mismatch.reason();
          throw switch (mismatch.kind()) {
            case FOREIGN -> new NotAnIndex(message + "; choose another folder");
            case OLD -> new IndexTooOld(message);
            case OTHER -> new SchemaMismatch(message);
          };
        });
  }

  private Map<String, String> commitData() throws IOException {
    try (Directory directory = directory()) {
      return SegmentInfos.readLatestCommit(directory).getUserData();
    } catch (IndexFormatTooOldException e) {
      throw new IndexTooOld(
          "the index %s was written by a version too old to be read (%s); index the articles anew"
              .formatted(path, e.getMessage()));
    } catch (IndexFormatTooNewException e) {
      throw new SchemaMismatch(
          "the index %s was written by a newer version (%s); use that version"
              .formatted(path, e.getMessage()));
    }
  }

  /** Writes down that this program has the index open for writing. */
  void writeHolder() throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Files.writeString(
        path.resolve(HOLDER), "process %d since %s".formatted(ProcessHandle.current().pid(), now));
  }

  void deleteHolder() throws IOException {
    Files.deleteIfExists(path.resolve(HOLDER));
  }

  /** Returns who has the index open for writing, as far as that was written down. */
  String holder() {
    try {
      String holder = Files.readString(path.resolve(HOLDER)).strip();
      return holder.isEmpty() ? "another program" : holder;
    } catch (IOException e) {
      return "another program"; // it has the lock, but has not yet said who it is
    }
  }
}
