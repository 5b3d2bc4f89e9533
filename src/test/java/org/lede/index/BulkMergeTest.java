package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.SegmentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Search;
import org.lede.search.Total;

/** What becomes of the segments of a large batch. */
class BulkMergeTest {
  private static final int LARGE = 12_000;

  private static final IndexSettings SMALL_SEGMENTS =
      IndexSettings.defaults().withThreads(1).withWriteBufferMegabytes(1);

  @TempDir Path folder;

  @Test
  void leavesFewSegments() {
    try (ArticleIndex index = ArticleIndex.open(folder, SMALL_SEGMENTS)) {
      index.addAll(articles(0, LARGE));
    }
    assertThat(names()).hasSizeBetween(1, 2); // what is merged when the index closes stays apart
  }

  @Test
  void leavesTheIndexAloneAfterSmallBatches() {
    try (ArticleIndex index = ArticleIndex.open(folder, SMALL_SEGMENTS)) {
      index.addAll(articles(0, LARGE));
    }
    List<String> before = names();
    try (ArticleIndex index = ArticleIndex.open(folder, SMALL_SEGMENTS)) {
      index.addAll(articles(LARGE, 10));
    }
    assertThat(names()).containsAll(before);
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(index.search(Search.of(Query.words("story")).limit(0).withExactTotal()).total())
          .isEqualTo(new Total.Exact(LARGE + 10));
    }
  }

  private static Stream<Article> articles(int first, int number) {
    return IntStream.range(first, first + number)
        .mapToObj(i ->
            Article.builder("article " + i)
                .language("en")
                .headline("The story of number " + i)
                .body("A story of the numbers " + i * 31 + " and " + i * 37 + " for the reader.")
                .build());
  }

  /** Returns the names of all segments. */
  private List<String> names() {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      return index.withLucene(searcher ->
          searcher.getIndexReader().leaves().stream()
              .map(
                  leaf -> ((SegmentReader) FilterLeafReader.unwrap(leaf.reader())).getSegmentName())
              .toList());
    }
  }
}
