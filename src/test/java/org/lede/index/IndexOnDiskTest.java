package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;
import org.lede.Facet;
import org.lede.IndexDamaged;
import org.lede.IndexLocked;
import org.lede.IndexTooOld;
import org.lede.NotAnIndex;
import org.lede.SchemaMismatch;
import org.lede.Tag;
import org.lede.query.Query;
import org.lede.search.Receipt;
import org.lede.search.Search;

class IndexOnDiskTest {
  private static final IndexSettings NEVER_REFRESHED =
      IndexSettings.defaults().withRefreshInterval(Duration.ofHours(1));

  @TempDir Path folder;

  @Test
  void keepsWhatWasCommitted() {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      index.add(article("a"));
      index.commit();
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.article("a")).contains(article("a"));
    }
  }

  @Test
  void commitsOnClosing() {
    try (ArticleIndex index = ArticleIndex.open(folder.resolve("new").resolve("archive"))) {
      index.add(article("a"));
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder.resolve("new").resolve("archive"))) {
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void showsAWriteToASearchThatHoldsItsReceipt() {
    try (ArticleIndex index = ArticleIndex.open(folder, NEVER_REFRESHED)) {
      Receipt added = index.add(article("a"));

      assertThat(index.search(everything()).ids()).isEmpty();
      assertThat(index.search(everything().seeing(added)).ids()).containsExactly("a");

      Receipt removed = index.remove("a");
      assertThat(index.search(everything()).ids()).containsExactly("a");
      assertThat(index.search(everything().seeing(removed)).ids()).isEmpty();

      Receipt batch = index.addAll(List.of(article("b"), article("c"))).receipt();
      assertThat(index.search(everything().seeing(batch)).ids()).containsExactly("b", "c");

      index.add(article("d"));
      Receipt nothing = index.addAll(List.of()).receipt();
      assertThat(index.search(everything().seeing(nothing)).ids()).containsExactly("b", "c", "d");

      Receipt emptied = index.removeAll(Query.everything());
      assertThat(index.search(everything().seeing(emptied)).ids()).isEmpty();
    }
  }

  @Test
  void refreshesInTheBackground() throws InterruptedException {
    IndexSettings settings = IndexSettings.defaults().withRefreshInterval(Duration.ofMillis(10));
    try (ArticleIndex index = ArticleIndex.open(folder, settings)) {
      index.add(article("a"));

      while (index.size() == 0) { // the test's own time limit is that of the build
        Thread.sleep(1);
      }
      assertThat(index.search(everything()).ids()).containsExactly("a");
    }
  }

  @Test
  void refreshesWhileABatchIsAddedOnlyIfSomebodyLooks() {
    IndexSettings settings = IndexSettings.defaults().withRefreshInterval(Duration.ofMillis(10));
    try (ArticleIndex index = ArticleIndex.open(folder, settings)) {
      AtomicReference<Set<String>> unwatched = new AtomicReference<>(Set.of());
      Stream<Article> batch =
          IntStream.rangeClosed(1, 20)
              .mapToObj(number -> {
                if (number == 10) {
                  pause(100); // ten refreshes, if there were any
                  unwatched.set(Set.of(folder.toFile().list()));
                }
                while (number == 20 && index.size() == 0) {
                  pause(1);
                }
                return article("a" + number);
              });

      index.addAll(batch);

      assertThat(unwatched.get()).noneMatch(name -> name.endsWith(".si"));
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesAReceiptOfAnotherOpening() {
    Receipt receipt;
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      receipt = index.add(article("a"));
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThatThrownBy(() -> index.search(everything().seeing(receipt)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not of this opening");
    }
  }

  @Test
  void knowsWhatIsReplacedAcrossRefreshesAndOpenings() {
    try (ArticleIndex index = ArticleIndex.open(folder, NEVER_REFRESHED)) {
      assertThat(index.addAll(List.of(article("a"), article("b"))).added()).isEqualTo(2);
      assertThat(index.addAll(List.of(article("a"), article("c"))).replaced()).isEqualTo(1);
      index.refresh();
      assertThat(index.addAll(List.of(article("a"), article("d"))).replaced()).isEqualTo(1);
      index.remove("a");
      assertThat(index.addAll(List.of(article("a"))).added()).isEqualTo(1);
      index.removeAll(Query.everything());
      assertThat(index.addAll(List.of(article("a"))).added()).isEqualTo(1);
    }
    try (ArticleIndex index = ArticleIndex.open(folder, NEVER_REFRESHED)) {
      assertThat(index.addAll(List.of(article("a"))).replaced()).isEqualTo(1);
      index.refresh();
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void tellsASecondWriterWhoHasTheIndex() {
    try (ArticleIndex first = ArticleIndex.open(folder)) {
      first.add(article("a"));

      assertThatThrownBy(() -> ArticleIndex.open(folder))
          .isInstanceOfSatisfying(
              IndexLocked.class,
              locked -> {
                assertThat(locked.path()).isEqualTo(folder.toString());
                assertThat(locked.holder())
                    .startsWith("process " + ProcessHandle.current().pid() + " since ");
              })
          .hasMessageContaining("open for writing by process");
    }
    ArticleIndex.open(folder).close();
  }

  @Test
  void readsBesideAWriter() {
    try (ArticleIndex writer = ArticleIndex.open(folder);
        ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      writer.add(article("a"));
      reader.refresh();
      assertThat(reader.size()).isZero();

      writer.commit();
      reader.refresh();
      assertThat(reader.search(everything()).ids()).containsExactly("a");
      assertThatThrownBy(() -> reader.add(article("b")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("open for reading only");
    }
  }

  @Test
  void leavesAFolderWithOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(NotAnIndex.class)
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> ArticleIndex.openReadOnly(folder)).isInstanceOf(NotAnIndex.class);
    assertThatThrownBy(() -> ArticleIndex.open(folder.resolve("notes.txt")))
        .isInstanceOf(NotAnIndex.class);
    assertThat(contents()).containsOnlyKeys("notes.txt");
  }

  @Test
  void makesNoFolderForReading() {
    assertThatThrownBy(() -> ArticleIndex.openReadOnly(folder.resolve("none")))
        .isInstanceOf(NotAnIndex.class)
        .hasMessageContaining("there is no index in");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void leavesAnotherProgramsIndexAlone() throws IOException {
    writeCommit(Map.of());
    Map<String, Long> before = contents();

    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(NotAnIndex.class)
        .hasMessageContaining("another program wrote");
    assertThatThrownBy(() -> ArticleIndex.openReadOnly(folder)).isInstanceOf(NotAnIndex.class);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void refusesAnotherSchemaBeforeAnythingIsChanged() throws IOException {
    ArticleIndex.open(folder).close();
    Map<String, Long> before = contents();

    assertThatThrownBy(
            () -> ArticleIndex.open(folder, IndexSettings.defaults().withAboutThreshold(0.7)))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("about threshold 0.5, but is opened with 0.7");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void readsAnIndexOfAnyThreshold() {
    try (ArticleIndex index =
        ArticleIndex.open(folder, IndexSettings.defaults().withAboutThreshold(0.7))) {
      index.add(Article.builder("a").country("IR", 0.6).build());
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(index.search(Query.about(Facet.COUNTRY, "IR")).ids()).isEmpty();
      assertThat(index.search(Query.mentions(Facet.COUNTRY, "IR")).ids()).containsExactly("a");
    }
  }

  @Test
  void refusesOtherFieldsNewerAndOlderFormats() throws IOException {
    Map<String, String> ours = new Schema(0.5).commitData();

    writeCommit(with(ours, "lede.schema", "0000"));
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("other fields");

    writeCommit(with(ours, "lede.format", "99"));
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("newer version");
    assertThatThrownBy(() -> ArticleIndex.openReadOnly(folder)).isInstanceOf(SchemaMismatch.class);

    writeCommit(with(ours, "lede.format", "0"));
    Map<String, Long> before = contents();
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(IndexTooOld.class)
        .hasMessageContaining("format 0");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void saysThatFilesAreDamaged() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      index.add(article("a"));
    }
    String segment =
        contents().keySet().stream().filter(file -> file.endsWith(".si")).findFirst().orElseThrow();
    Files.delete(folder.resolve(segment));

    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOf(IndexDamaged.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void closingWaitsForARunningSearch() throws InterruptedException {
    ArticleIndex index = ArticleIndex.open(folder);
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicReference<Integer> seen = new AtomicReference<>();
    Thread search =
        Thread.ofPlatform()
            .start(() ->
                seen.set(
                    index.withLucene(searcher -> {
                      searching.countDown();
                      awaitQuietly(goOn);
                      return searcher.getIndexReader().numDocs();
                    })));
    searching.await();
    Thread close = Thread.ofPlatform().start(index::close);
    close.join(50); // it must still be waiting, however long we wait for it
    assertThat(close.isAlive()).isTrue();
    goOn.countDown();
    search.join();
    close.join();
    assertThat(seen.get()).isZero();
  }

  @Test
  void refusesToBeClosedByWhatItRuns() {
    ArticleIndex index = ArticleIndex.open(folder);

    assertThatThrownBy(() -> index.withLucene(searcher -> closed(index)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be closed by what it is running");
    index.close();
  }

  private static boolean closed(ArticleIndex index) {
    index.close();
    return true;
  }

  @Test
  void interruptingWritersAndSearchersHarmsNothing() throws InterruptedException {
    try (ArticleIndex index =
        ArticleIndex.open(folder, IndexSettings.defaults().withWriteBufferMegabytes(1))) {
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(number -> Thread.ofPlatform().start(() -> writeAndSearch(index, number)))
              .toList();
      while (threads.stream().anyMatch(Thread::isAlive)) {
        threads.forEach(Thread::interrupt);
        TimeUnit.MICROSECONDS.sleep(200);
      }
      index.commit();
      index.refresh();
      assertThat(index.size()).isEqualTo(4 * 60);
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(index.size()).isEqualTo(4 * 60);
    }
  }

  private static void writeAndSearch(ArticleIndex index, int number) {
    for (int i = 0; i < 20; i++) {
      Receipt receipt = index.add(article(number + "-" + i));
      index.search(everything().seeing(receipt));
      index.addAll(List.of(article(number + "-" + i + "-x"), article(number + "-" + i + "-y")));
      if (i % 5 == 0) {
        index.commit();
      }
    }
  }

  @Test
  void addsOnSeveralThreadsAndTheLaterOfTwoStays() {
    try (ArticleIndex index = ArticleIndex.open(folder, IndexSettings.defaults().withThreads(4))) {
      List<Article> articles =
          IntStream.range(0, 2_000)
              .mapToObj(i -> Article.builder("" + i % 500).headline("version " + i / 500).build())
              .toList();
      AtomicReference<Long> told = new AtomicReference<>(0L);

      BulkReport report = index.addAll(articles.stream(), told::set);

      assertThat(report.added()).isEqualTo(500);
      assertThat(report.replaced()).isEqualTo(1_500);
      assertThat(told.get()).isEqualTo(2_000);
      assertThat(
              index
                  .search(
                      Search.of(Query.words("version 3")).withExactTotal().seeing(report.receipt()))
                  .total()
                  .count())
          .isEqualTo(500);
    }
  }

  @Test
  void leavesNoFileBehindThatNothingNeeds() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      for (int i = 0; i < 3; i++) { // the same articles, so that those of before are all replaced
        BulkReport report = index.addAll(IntStream.range(0, 1_200).mapToObj(n -> article("" + n)));
        assertThat(index.search(everything().seeing(report.receipt())).hits()).isNotEmpty();
      }
    }

    assertNothingIsLeftBehind();
  }

  @Test
  void leavesNoFileBehindWhileItRefreshes() throws IOException {
    IndexSettings often = IndexSettings.defaults().withRefreshInterval(Duration.ofMillis(10));
    for (int i = 0; i < 30; i++) {
      try (ArticleIndex index = ArticleIndex.open(folder, often)) {
        index.addAll(IntStream.range(0, 400).mapToObj(n -> article("" + n)));
      }
      assertNothingIsLeftBehind();
    }
  }

  private void assertNothingIsLeftBehind() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder)) {
      Set<String> needed =
          new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true)); // with segments_N
      needed.add(IndexWriter.WRITE_LOCK_NAME);
      assertThat(directory.listAll()).containsExactlyInAnyOrderElementsOf(needed);
    }
  }

  @Test
  void takesWhatWasReadBeforeReadingFails() {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      Stream<Article> failing =
          IntStream.range(0, 10)
              .mapToObj(i -> {
                if (i == 7) {
                  throw new IllegalStateException("the feed broke off");
                }
                return article("" + i);
              });

      assertThatThrownBy(() -> index.addAll(failing)).hasMessage("the feed broke off");
      index.refresh();
      assertThat(index.size()).isEqualTo(7);
    }
  }

  @Test
  void mergesIntoOneSegment() {
    try (ArticleIndex index = ArticleIndex.open(folder, NEVER_REFRESHED)) {
      for (int i = 0; i < 3; i++) {
        index.add(article("" + i));
        index.refresh();
      }
      index.remove("0");
      assertThat(index.stats().segments()).isEqualTo(3);

      index.optimize();

      IndexStats stats = index.stats();
      assertThat(stats.segments()).isEqualTo(1);
      assertThat(stats.articles()).isEqualTo(2);
      assertThat(stats.values()).containsEntry(Facet.named("desk"), 1L);
      assertThat(stats.bytes()).containsOnlyKeys("articles", "words", "values", "dates", "other");
      assertThat(stats.bytes().get("articles")).isPositive();
      assertThat(stats.bytes().get("words")).isPositive();
      assertThat(stats.memoryBytes()).isPositive();
    }
  }

  private static Search everything() {
    return Search.of(Query.everything()).limit(1_000);
  }

  private static Article article(String id) {
    return Article.builder(id)
        .headline("Headline of " + id)
        .tag(Tag.of(Facet.named("desk"), "Night"))
        .build();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> changed = new TreeMap<>(data);
    changed.put(key, value);
    return changed;
  }

  /** Writes an empty index as another program, or another version, would. */
  private void writeCommit(Map<String, String> data) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  /** Returns the files of the folder with their sizes. */
  private Map<String, Long> contents() throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return contents;
  }
}
