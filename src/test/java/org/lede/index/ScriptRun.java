package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.search.Receipt;
import org.lede.search.Search;

/** Does the steps of a script to a real index and to a naive one, and compares their answers. */
final class ScriptRun implements AutoCloseable {
  /** Nothing is refreshed by the clock, so that what a receipt brings can be told. */
  private static final IndexSettings SETTINGS =
      IndexSettings.defaults()
          .withThreads(2)
          .withWriteBufferMegabytes(1)
          .withRefreshInterval(Duration.ofHours(1))
          .withFrequentWords(3)
          .withClock(() -> NaiveRanking.NOW);

  /** From how many articles those indexes learn that do. */
  private static final int ENOUGH = 3;

  private final IndexSettings settings;
  private final Optional<Path> folder;
  private final boolean learns;
  private final NaiveIndex naive = new NaiveIndex();
  private ArticleIndex index;

  /** The last write, unless everything was refreshed since. */
  private Optional<Receipt> unseen = Optional.empty();

  /**
   * Whether articles were replaced or removed that Lucene may still count when it tells rare words
   * from frequent ones.
   */
  private boolean haunted;

  /** Whether optimizing has brought articles into another order. */
  private boolean reordered;

  /**
   * Starts with an empty index.
   *
   * @param parallel whether searches may run on several threads
   * @param learns whether it learns from few articles which words are frequent
   * @param facetMegabytes how much heap there is for facets; without any, they are counted from the
   *     files
   */
  ScriptRun(boolean onDisk, boolean parallel, boolean learns, int facetMegabytes)
      throws IOException {
    this.learns = learns;
    IndexSettings some = SETTINGS.withFacetMegabytes(facetMegabytes);
    settings = parallel ? some.withExecutor(ForkJoinPool.commonPool()) : some;
    folder = onDisk ? Optional.of(Files.createTempDirectory("script")) : Optional.empty();
    index = open();
  }

  private ArticleIndex open() {
    int enough = learns ? ENOUGH : PairLearner.ENOUGH;
    return folder
        .map(path -> ArticleIndex.open(path, settings, enough))
        .orElseGet(() -> ArticleIndex.inMemory(settings, enough));
  }

  void run(List<Script.Step> steps) {
    steps.forEach(this::run);
    checkAll();
  }

  private void run(Script.Step step) {
    switch (step) {
      case Script.Step.Add(var article) -> add(article);
      case Script.Step.AddAll(var articles) -> addAll(articles);
      case Script.Step.Remove(var id) -> wrote(index.remove(id), naive.remove(id));
      case Script.Step.RemoveAll(var query) ->
          wrote(index.removeAll(query), naive.removeAll(query));
      case Script.Step.Commit commit -> index.commit();
      case Script.Step.Refresh refresh -> refresh();
      case Script.Step.Optimize optimize -> optimize();
      case Script.Step.Reopen reopen -> reopen();
      case Script.Step.Find(var search) -> find(search);
      case Script.Step.FindReadOnly(var search) -> findReadOnly(search);
      case Script.Step.CheckAll checkAll -> checkAll();
    }
  }

  private void wrote(Receipt receipt, boolean overOthers) {
    unseen = folder.map(path -> receipt);
    haunted |= overOthers || learns; // what is learned from is written twice
  }

  private void add(Article article) {
    wrote(index.add(article), naive.add(article));
  }

  private void addAll(List<Article> articles) {
    BulkReport report = index.addAll(articles);

    long replaced = articles.stream().filter(naive::add).count();
    assertThat(report.replaced()).as("replaced").isEqualTo(replaced);
    assertThat(report.added()).as("added").isEqualTo(articles.size() - replaced);
    assertThat(report.rejects()).as("rejects").isEmpty();
    wrote(report.receipt(), replaced > 0);
  }

  private void refresh() {
    index.refresh();
    unseen = Optional.empty();
  }

  private void optimize() {
    refresh();
    List<String> before = Orders.ids(index);
    assertThat(index.optimize()).as("optimized").isTrue();
    reordered |= !Orders.ids(index).equals(before);
    haunted = false;
  }

  boolean reordered() {
    return reordered;
  }

  private void reopen() {
    if (folder.isPresent()) {
      index.close();
      index = open();
      unseen = Optional.empty();
    }
  }

  private void find(Search search) {
    Search seeing = unseen.map(search::seeing).orElse(search);
    new Agreement(index, naive, !haunted).check(seeing);
  }

  /** Asks somebody who looks at the same folder, if there is one. */
  private void findReadOnly(Search search) {
    if (folder.isPresent()) {
      index.commit();
      try (ArticleIndex reader = ArticleIndex.openReadOnly(folder.get(), settings)) {
        new Agreement(reader, naive, !haunted).check(search);
      }
    }
  }

  private void checkAll() {
    refresh();
    assertThat(index.size()).as("size").isEqualTo(naive.size());
    for (Article article : naive.articles()) {
      assertThat(index.article(article.id())).as("article %s", article.id()).contains(article);
    }
    Search all = Search.of(Query.everything()).facets(index.facets().toArray(Facet[]::new));
    new Agreement(index, naive, true).check(all.facetSize(1_000).limit(1_000));
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (folder.isPresent()) {
      try (Stream<Path> files = Files.walk(folder.get())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
