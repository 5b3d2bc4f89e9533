package org.lede.benchmarks;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.IndexDamaged;
import org.lede.IndexTooOld;
import org.lede.NotAnIndex;
import org.lede.SchemaMismatch;

/** Lede. */
final class LedeProvider implements EngineProvider {
  @Override
  public String name() {
    return "lede";
  }

  /** Lede has a way of its own to score words near each other, and no score without words. */
  @Override
  public boolean scoresAsLucene(Question.Kind kind) {
    return kind != Question.Kind.NEAR && kind != Question.Kind.EVERYTHING;
  }

  @Override
  public int mostThreads() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) {
    LedeEngine.make(folder, articles, optimized);
  }

  @Override
  public boolean canOpen(Path folder) {
    try (LedeEngine engine = LedeEngine.open(folder, 1)) {
      return engine.segments() > 0;
    } catch (SchemaMismatch | IndexTooOld | IndexDamaged | NotAnIndex e) {
      return false; // left by another version
    }
  }

  @Override
  public Engine<?> open(Path folder, int threads) {
    return LedeEngine.open(folder, threads);
  }

  @Override
  public boolean canGrow() {
    return true;
  }

  @Override
  public GrowingEngine<?> openToGrow(Path folder) {
    return LedeEngine.openToGrow(folder);
  }
}
