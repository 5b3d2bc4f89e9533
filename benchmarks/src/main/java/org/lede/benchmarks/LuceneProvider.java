package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;

/** Plain Lucene. */
final class LuceneProvider implements EngineProvider {
  @Override
  public String name() {
    return "lucene";
  }

  /** Equal scores come in the order of the documents. */
  @Override
  public boolean ordersEqualScores() {
    return false;
  }

  @Override
  public int mostThreads() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    LuceneIndexing.make(folder, articles, optimized);
  }

  @Override
  public Engine<?> open(Path folder, int threads) throws IOException {
    return LuceneEngine.open(folder, threads);
  }

  @Override
  public boolean canGrow() {
    return true;
  }

  @Override
  public GrowingEngine<?> openToGrow(Path folder) throws IOException {
    return GrowingLucene.open(folder);
  }
}
