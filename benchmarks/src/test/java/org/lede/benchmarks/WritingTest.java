package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
  private static final Corpus CORPUS = new Corpus(Corpus.GENERATED, 500);
  private static final Question EVERYTHING = new Question(Question.Kind.EVERYTHING, "");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene"})
  void writesAllThatCameEvenIfItIsLate(String name) throws IOException, InterruptedException {
    try (GrowingEngine<?> engine = engine(name)) {
      long tenSecondsAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(10);
      Pace pace = new Pace(tenSecondsAgo, 600);
      Writing writing = new Writing(engine, NewArticles.of(CORPUS), pace, 4);

      assertThat(writing.write()).isEqualTo(2_400);
      assertThat(writing.refresh()).isEqualTo(4);

      assertThat(engine.size()).isEqualTo(2_900);
      assertThat(writing.perSecond()).isLessThanOrEqualTo(240); // as it ended ten seconds late
      assertThat(writing.longestRefreshMillis()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene"})
  void othersCanAskMeanwhile(String name) throws Exception {
    try (GrowingEngine<?> engine = engine(name);
        ExecutorService asker = Executors.newSingleThreadExecutor()) {
      NewArticles articles = NewArticles.of(CORPUS);
      Future<Boolean> asked = asker.submit(() -> totalsRise(engine, 1_000));
      while (!asked.isDone()) {
        engine.add(articles.next(10));
        engine.refreshAhead();
      }

      assertThat(asked.get()).isTrue();
    }
  }

  /** Tells whether no question sees less than the one before. */
  private static boolean totalsRise(GrowingEngine<?> engine, int questions) throws IOException {
    long last = 500;
    for (int i = 0; i < questions; i++) {
      long total = engine.answer(EVERYTHING, Wanted.NEWEST).total();
      if (total < last) {
        return false;
      }
      last = total;
    }
    return true;
  }

  private GrowingEngine<?> engine(String name) throws IOException {
    EngineProvider provider = Engines.named(name);
    return provider.openToGrow(new IndexCache(folder, CORPUS, false).filled(provider));
  }
}
