package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lede.Article;
import org.lede.StorageFailed;
import org.lede.index.OptimizeProgress.Stage;
import org.lede.query.Query;
import org.lede.search.Hit;
import org.lede.search.Search;

/** Articles of two kinds, in turns and in two segments, that optimizing brings in order. */
class OptimizeTest {
  private static final int ARTICLES = 200;

  @TempDir Path folder;

  private StagedDirectory directory;
  private ArticleIndex index;

  @BeforeEach
  void fill() throws IOException {
    directory = new StagedDirectory(FSDirectory.open(folder));
    index = ArticleIndex.on(directory, folder);
    add(0, ARTICLES / 2);
    index.refresh();
    add(ARTICLES / 2, ARTICLES);
    index.commit();
    index.refresh();
    add(ARTICLES, ARTICLES + 1);
  }

  @AfterEach
  void close() {
    directory.goOn();
    index.close();
  }

  @Test
  void bringsArticlesTogetherThatAreAlike() {
    index.refresh();
    assertThat(changesOfKind()).isEqualTo(ARTICLES);
    List<String> found = found();

    assertThat(index.optimize()).isTrue();

    assertThat(changesOfKind()).isLessThan(ARTICLES / 10);
    assertThat(segments()).hasSize(1);
    assertThat(found()).isEqualTo(found);
  }

  @Test
  void reordersWhatIsOneSegmentAlready() {
    try (ArticleIndex one = ArticleIndex.inMemory()) {
      IntStream.range(0, ARTICLES).forEach(i -> one.add(article(i)));
      assertThat(changesOfKind(one)).isEqualTo(ARTICLES - 1);
      assertThat(one.stats().segments()).isEqualTo(1);

      one.optimize();

      assertThat(changesOfKind(one)).isLessThan(ARTICLES / 10);
    }
  }

  @Test
  void bringsShortArticlesBeforeLongOnes() {
    try (ArticleIndex lengths = ArticleIndex.inMemory()) {
      List<String> shortFirst = new ArrayList<>();
      for (int words = 39; words > 0; words--) { // so short that each length is told apart
        String id = "of %d words".formatted(words);
        shortFirst.addFirst(id);
        lengths.add(Article.builder(id).language("en").body("cable ".repeat(words)).build());
      }
      assertThat(Orders.ids(lengths)).isEqualTo(shortFirst.reversed());

      lengths.optimize();

      assertThat(Orders.ids(lengths)).isEqualTo(shortFirst);
    }
  }

  @Test
  void doesNothingWhenThereIsNothingToDo() {
    index.optimize();
    List<String> segments = segments();
    List<OptimizeProgress> told = new ArrayList<>();

    assertThat(index.optimize(told::add)).isTrue();

    assertThat(segments()).isEqualTo(segments);
    assertThat(told.getLast()).isEqualTo(new OptimizeProgress(Stage.DONE, 1));
  }

  @Test
  void doesItAgainAfterArticlesWereAddedOrRemoved() {
    index.optimize();
    index.remove("0");
    assertThat(index.optimize()).isTrue();
    assertThat(index.stats().segments()).isEqualTo(1);
    assertThat(deleted()).isZero();

    add(0, 1);
    assertThat(index.optimize()).isTrue();
    assertThat(index.stats().segments()).isEqualTo(1);
    assertThat(index.size()).isEqualTo(ARTICLES + 1);
  }

  @Test
  void optimizesAnEmptyIndex() {
    try (ArticleIndex empty = ArticleIndex.inMemory()) {
      assertThat(empty.optimize()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PREPARING", "READING", "REORDERING", "MERGING"})
  void tellsHowFarItIs(Stage stage) {
    directory.waitIn(stage);
    List<OptimizeProgress> told = new ArrayList<>();

    boolean done =
        index.optimize(progress -> {
          if (progress.stage() == stage) {
            directory.goOn();
          }
          return told.add(progress);
        });

    assertThat(done).isTrue();
    assertThat(told).extracting(OptimizeProgress::stage).contains(stage).isSorted();
    assertThat(told).extracting(OptimizeProgress::fraction).isSorted();
    assertThat(told.getFirst().fraction()).isBetween(0.0, 1.0);
    assertThat(told.getLast()).isEqualTo(new OptimizeProgress(Stage.DONE, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"PREPARING", "READING", "REORDERING", "MERGING"})
  void leavesTheIndexAsItWasWhenStopped(Stage stage) throws IOException {
    directory.waitIn(stage);

    boolean done =
        index.optimize(progress -> {
          if (progress.stage() == stage) {
            directory.goOn();
          }
          return progress.stage() != stage;
        });

    assertThat(done).isFalse();
    assertThat(segments()).hasSize(3);
    checkGoesOn();
  }

  @Test
  void stopsWhenTheListenerThrows() throws IOException {
    directory.waitIn(Stage.MERGING);
    OptimizeListener failing =
        progress -> {
          if (progress.stage() == Stage.MERGING) {
            directory.goOn();
            throw new IllegalArgumentException("the window was closed");
          }
          return true;
        };

    assertThatThrownBy(() -> index.optimize(failing)).hasMessage("the window was closed");

    assertThat(segments()).hasSize(3);
    checkGoesOn();
  }

  @ParameterizedTest
  @EnumSource(names = {"READING", "MERGING"})
  void losesNothingWhenTheDiskIsFull(Stage stage) throws IOException {
    directory.fillIn(stage);

    assertThatThrownBy(() -> index.optimize())
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("no space left on device")
        .hasMessageContaining("nothing is lost");

    directory.fillIn(Stage.DONE);
    checkGoesOn();
  }

  @Test
  void keepsWhatIsWrittenMeanwhile() {
    directory.waitIn(Stage.MERGING);

    index.optimize(progress -> {
      if (progress.stage() == Stage.MERGING) {
        index.remove("0");
        index.add(article(1).toBuilder().body("changed").build());
        add(ARTICLES + 1, ARTICLES + 3);
        directory.goOn();
      }
      return true;
    });

    assertThat(index.article("0")).isEmpty();
    assertThat(index.article("1").orElseThrow().body()).isEqualTo("changed");
    assertThat(index.size()).isEqualTo(ARTICLES + 2);
    index.optimize();
    assertThat(index.size()).isEqualTo(ARTICLES + 2);
    assertThat(segments()).hasSize(1);
  }

  @Test
  void waitsForItsTurn() {
    directory.waitIn(Stage.MERGING);
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> index.optimize());
    directory.awaitWaiting();

    List<Stage> told = new ArrayList<>();
    boolean second =
        index.optimize(progress -> {
          told.add(progress.stage());
          directory.goOn();
          return true;
        });

    assertThat(second).isTrue();
    assertThat(first.join()).isTrue();
    assertThat(told).containsOnly(Stage.PREPARING, Stage.DONE);
  }

  @Test
  void canBeStoppedWhileItWaitsForItsTurn() {
    directory.waitIn(Stage.MERGING);
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> index.optimize());
    directory.awaitWaiting();

    assertThat(index.optimize(progress -> false)).isFalse();

    directory.goOn();
    assertThat(first.join()).isTrue();
  }

  @Test
  void stopsWhenTheIndexIsClosed() {
    directory.waitIn(Stage.MERGING);
    CompletableFuture<Boolean> optimizing = CompletableFuture.supplyAsync(() -> index.optimize());
    directory.awaitWaiting();
    Thread closing = new Thread(index::close);
    closing.start();
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    directory.goOn();

    assertThat(optimizing.join()).isFalse();
    index.close();
    try (ArticleIndex again = ArticleIndex.open(folder)) {
      assertThat(again.size()).isEqualTo(ARTICLES + 1);
      assertThat(again.optimize()).isTrue();
    }
  }

  @Test
  void isNotForReaders() {
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      assertThatThrownBy(() -> reader.optimize())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("open for reading only");
    }
  }

  /** Checks that nothing is lost, nothing left behind, and that the index still works. */
  private void checkGoesOn() throws IOException {
    assertThat(found()).hasSize(ARTICLES + 1);
    add(ARTICLES + 1, ARTICLES + 2);
    index.commit();
    List<String> needed = new ArrayList<>(SegmentInfos.readLatestCommit(directory).files(true));
    needed.add(IndexWriter.WRITE_LOCK_NAME);
    needed.add("lede.holder");
    assertThat(needed).contains(directory.listAll());

    assertThat(index.optimize()).isTrue();

    assertThat(segments()).hasSize(1);
    assertThat(found()).hasSize(ARTICLES + 2);
    assertThat(changesOfKind()).isLessThan(ARTICLES / 10);
    index.close();
    try (ArticleIndex again = ArticleIndex.open(folder)) {
      assertThat(again.size()).isEqualTo(ARTICLES + 2);
    }
  }

  private void add(int from, int to) {
    IntStream.range(from, to).forEach(i -> index.add(article(i)));
  }

  private static Article article(int number) {
    String words =
        number % 2 == 0
            ? "cable sea ship anchor harbour depth repair"
            : "ballot vote party seat coalition poll district";
    return Article.builder("" + number)
        .headline(words)
        .body("Report " + words)
        .language("en")
        .build();
  }

  private List<String> found() {
    index.refresh();
    Search search = Search.of(Query.words("report")).limit(1_000);
    return index.search(search).hits().stream().map(Hit::article).map(Article::id).toList();
  }

  /** Returns the segments that searches see. */
  private List<String> segments() {
    return index.withLucene(searcher ->
        searcher.getIndexReader().leaves().stream()
            .map(leaf -> ((SegmentReader) FilterLeafReader.unwrap(leaf.reader())).getSegmentName())
            .toList());
  }

  private int deleted() {
    return index.withLucene(searcher -> searcher.getIndexReader().numDeletedDocs());
  }

  private int changesOfKind() {
    return changesOfKind(index);
  }

  /** Returns how many articles are of another kind than the one before them. */
  private static int changesOfKind(ArticleIndex index) {
    List<String> ids = Orders.ids(index);
    return (int)
        IntStream.range(1, ids.size())
            .filter(i -> kind(ids.get(i)) != kind(ids.get(i - 1)))
            .count();
  }

  private static int kind(String id) {
    return Integer.parseInt(id) % 2;
  }
}
