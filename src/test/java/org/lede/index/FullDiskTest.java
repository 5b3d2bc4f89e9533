package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;
import org.lede.StorageFailed;

/**
 * What happens when there is no room left: nothing that was committed is lost, and the message says
 * what to do.
 */
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void losesNothingThatWasCommitted() throws IOException {
    try (Disk disk = new Disk(FSDirectory.open(folder))) {
      ArticleIndex index = ArticleIndex.on(disk, folder);
      index.add(article("committed"));
      index.commit();
      index.refresh();
      disk.isFull = true;

      assertThatThrownBy(() -> addAndCommit(index))
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("no space left on device")
          .hasMessageContaining("what was committed is safe");
      assertThatThrownBy(() -> index.addAll(List.of(article("too late"))))
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("stopped writing after an earlier failure");
      assertThat(index.article("committed")).isPresent();
      index.close();
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.article("committed")).contains(article("committed"));
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void saysSoWhenClosing() throws IOException {
    try (Disk disk = new Disk(FSDirectory.open(folder))) {
      ArticleIndex index = ArticleIndex.on(disk, folder);
      index.add(article("lost"));
      disk.isFull = true;

      assertThatThrownBy(index::close)
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("could not close");
      index.close();
    }
    ArticleIndex.open(folder).close();
  }

  private static void addAndCommit(ArticleIndex index) {
    index.add(article("lost"));
    index.commit();
  }

  private static Article article(String id) {
    return Article.builder(id).headline("Headline of " + id).build();
  }

  /** A directory whose disk can be full. */
  private static final class Disk extends FilterDirectory {
    private volatile boolean isFull;

    private Disk(Directory directory) {
      super(directory);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return new LimitedOutput(super.createOutput(name, context), () -> isFull);
    }
  }
}
