package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Into which parts a segment is divided, for several threads. */
class MeteredSearcherTest {
  @Property(tries = 20)
  void partsTakeEachDocumentOnce(
      @ForAll @IntRange(min = 1, max = 500) int articles,
      @ForAll @LongRange(max = 100L * MeteredSearcher.PART) long docs)
      throws IOException {
    List<MeteredSearcher.Part> parts = parts(articles, docs, ForkJoinPool.commonPool());

    int end = 0;
    for (MeteredSearcher.Part part : parts) {
      assertThat(part.from()).isEqualTo(end).isLessThan(part.to());
      assertThat(part.from() % Long.SIZE).isZero();
      end = part.to();
    }
    assertThat(end).isEqualTo(articles);
  }

  @Test
  void onlyWhatTakesLongIsDivided() throws IOException {
    ForkJoinPool pool = ForkJoinPool.commonPool();

    assertThat(parts(400, MeteredSearcher.PART, pool)).hasSize(1);
    assertThat(parts(400, 4L * MeteredSearcher.PART, pool)).hasSize(4);
    assertThat(parts(400, 4L * MeteredSearcher.PART, null)).hasSize(1);
  }

  /**
   * Returns the parts of a segment.
   *
   * @param articles how many documents it has
   * @param docs how many will be gone through
   */
  private static List<MeteredSearcher.Part> parts(
      int articles, long docs, @Nullable Executor executor) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < articles; i++) {
        writer.addDocument(new Document());
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        MeteredSearcher searcher = new MeteredSearcher(reader, executor, Deadline.NONE);
        List<MeteredSearcher.Part> parts = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
          parts.addAll(searcher.parts(leaf, docs));
        }
        return parts;
      }
    }
  }
}
