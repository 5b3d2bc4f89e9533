package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.CursorExpired;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.Cursor;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;

class CursorTest {
  private static final Search CABLES = Search.of(Query.words("cable")).limit(10);

  /** Returns an article; many have the same date and score. */
  private static Article article(int number) {
    return Article.builder("a" + number)
        .headline("Cable " + (number % 3 == 0 ? "cut" : "laid"))
        .body("cable ".repeat(number % 5))
        .published(Instant.ofEpochSecond(number % 7))
        .country(number % 2 == 0 ? "IR" : "RU")
        .build();
  }

  private static ArticleIndex index(int articles) {
    ArticleIndex index = ArticleIndex.inMemory();
    fill(index, articles);
    return index;
  }

  private static void fill(ArticleIndex index, int articles) {
    List<Article> all = new ArrayList<>();
    for (int number = 0; number < articles; number++) {
      all.add(article(number));
    }
    index.addAll(all);
  }

  /** Returns the ids of all pages. */
  private static List<String> page(ArticleIndex index, Search search) {
    List<String> ids = new ArrayList<>();
    SearchResult page = index.search(search.withPages());
    ids.addAll(page.ids());
    while (page.next().isPresent()) {
      page = index.search(search.after(page.next().get()));
      assertThat(page.ids()).hasSizeBetween(1, search.limit());
      ids.addAll(page.ids());
    }
    return ids;
  }

  @ParameterizedTest
  @EnumSource
  void pagesThroughAllThatIsFound(Order order) {
    try (ArticleIndex index = index(1_234)) {
      Search search = CABLES.order(order).selected(Facet.COUNTRY, "IR").limit(100);

      assertThat(page(index, search))
          .hasSize(617)
          .isEqualTo(index.search(search.limit(10_000)).ids());
    }
  }

  @Test
  void pagesAHundredThousandHitsDeep() {
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      index.addAll(
          IntStream.range(0, 100_001)
              .mapToObj(number -> Article.builder("a" + number).headline("Cable").build()));
      Search search = CABLES.limit(10_000).withIdsOnly();

      assertThat(page(index, search)).hasSize(100_001).doesNotHaveDuplicates();
      assertThat(page(index, search.newestFirst())).hasSize(100_001).doesNotHaveDuplicates();
    }
  }

  @Test
  void countsTheSameOnEveryPage() {
    try (ArticleIndex index = index(50)) {
      Search search = CABLES.facets(Facet.COUNTRY).withExactTotal();
      SearchResult first = index.search(search.withPages());

      SearchResult second = index.search(search.after(first.next().orElseThrow()));

      assertThat(second.total()).isEqualTo(first.total());
      assertThat(second.facets()).isEqualTo(first.facets());
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherSkipsNorRepeatsWhileOthersWrite(Order order) throws InterruptedException {
    try (ArticleIndex index = index(2_000)) {
      Search search = CABLES.order(order).limit(37);
      List<String> before = index.search(search.limit(10_000)).ids();
      SearchResult first = index.search(search.withPages());
      AtomicBoolean done = new AtomicBoolean();
      AtomicLong written = new AtomicLong();
      Thread writer = new Thread(() -> write(index, done, written));
      writer.start();

      List<String> ids = new ArrayList<>(first.ids());
      for (SearchResult page = first; page.next().isPresent(); ) {
        long seen = written.get();
        page = index.search(search.after(page.next().get()));
        ids.addAll(page.ids());
        while (written.get() == seen) { // so that something changes between any two pages
          Thread.onSpinWait();
        }
      }
      done.set(true);
      writer.join();

      assertThat(ids).isEqualTo(before);
      assertThat(index.search(search.limit(10_000)).ids()).isNotEqualTo(before);
    }
  }

  /** Adds, replaces and removes articles. */
  private static void write(ArticleIndex index, AtomicBoolean done, AtomicLong written) {
    for (int number = 0; !done.get(); number++) {
      index.add(article(number % 4_000).toBuilder().lead("cable cable").build());
      index.remove("a" + number * 7 % 2_000);
      if (number % 50 == 0) {
        index.refresh();
      }
      written.incrementAndGet();
    }
  }

  @Test
  void refusesTheCursorOfAnotherSearch() {
    try (ArticleIndex index = index(50)) {
      Cursor cursor = index.search(CABLES.withPages()).next().orElseThrow();

      for (Search other :
          List.of(
              CABLES.newestFirst(),
              CABLES.selected(Facet.COUNTRY, "IR"),
              Search.of(Query.words("cut")),
              CABLES.filtered(Query.words("cut")))) {
        assertThatThrownBy(() -> index.search(other.after(cursor)))
            .isInstanceOf(CursorExpired.class)
            .hasMessageContaining("another search");
      }
      assertThat(index.search(CABLES.limit(3).after(cursor)).ids()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "????", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesWhatIsNoCursor(String text) {
    try (ArticleIndex index = index(50)) {
      assertThatThrownBy(() -> index.search(CABLES.after(new Cursor(text))))
          .isInstanceOf(CursorExpired.class);
    }
  }

  @Test
  void refusesACursorOfAnIndexThatWasClosed() {
    Cursor cursor;
    try (ArticleIndex index = index(50)) {
      cursor = index.search(CABLES.withPages()).next().orElseThrow();
    }
    try (ArticleIndex index = index(50)) {
      assertThatThrownBy(() -> index.search(CABLES.after(cursor)))
          .isInstanceOf(CursorExpired.class)
          .hasMessageContaining("search again from the start");
    }
  }

  @Test
  void goesOnInAnotherReaderOfTheSameCommit(@TempDir Path folder) {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      fill(index, 50);
    }
    SearchResult first;
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      first = reader.search(CABLES.withPages());
    }
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      SearchResult second = reader.search(CABLES.after(first.next().orElseThrow()));

      assertThat(second.ids()).isEqualTo(reader.search(CABLES.limit(20)).ids().subList(10, 20));
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      index.add(article(99));
    }
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      Cursor cursor = first.next().orElseThrow();
      assertThatThrownBy(() -> reader.search(CABLES.after(cursor)))
          .isInstanceOf(CursorExpired.class);
    }
  }

  @Test
  void letsGoOfSnapshotsAfterTheirTimeAndWhenThereAreTooMany() throws IOException {
    AtomicLong clock = new AtomicLong();
    HeldSnapshots held = new HeldSnapshots(Duration.ofSeconds(5), clock::get);
    try (IndexWriter writer =
        new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig())) {
      Snapshot old = snapshot(writer, "old");
      Snapshot young = snapshot(writer, "young");
      held.hold(old);
      clock.addAndGet(Duration.ofSeconds(3).toNanos());
      held.hold(young);

      clock.addAndGet(Duration.ofSeconds(2).toNanos());
      held.letGo();
      assertThat(old.reader().getRefCount()).isEqualTo(1);
      assertThat(young.reader().getRefCount()).isEqualTo(2);
      assertThatThrownBy(() -> held.acquire("old")).isInstanceOf(CursorExpired.class);

      List<Snapshot> many = new ArrayList<>();
      for (int i = 0; i < HeldSnapshots.MOST; i++) {
        many.add(snapshot(writer, "more " + i));
        held.hold(many.getLast());
      }
      assertThat(young.reader().getRefCount()).isEqualTo(1);
      assertThat(many).allMatch(each -> each.reader().getRefCount() == 2);

      held.close();
      assertThat(many).allMatch(each -> each.reader().getRefCount() == 1);
      many.add(old);
      many.add(young);
      for (Snapshot each : many) {
        each.reader().close();
      }
    }
  }

  private static Snapshot snapshot(IndexWriter writer, String key) throws IOException {
    return new Snapshot(key, DirectoryReader.open(writer), FrequentWords.NONE, new FacetTables(0));
  }
}
