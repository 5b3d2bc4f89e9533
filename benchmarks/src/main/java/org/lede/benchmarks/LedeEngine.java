package org.lede.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.index.BulkReport;
import org.lede.index.IndexSettings;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.Hit;
import org.lede.search.Interval;
import org.lede.search.Ranking;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Timeline;
import org.lede.search.Total;

/** Lede, through its public API. */
final class LedeEngine implements GrowingEngine<SearchResult> {
  /** The longest passage, in characters: the usual length of a sentence or two. */
  private static final int PASSAGE_LENGTH = 200;

  private final ArticleIndex index;
  private final ExecutorService threads;

  private LedeEngine(ArticleIndex index, ExecutorService threads) {
    this.index = index;
    this.threads = threads;
  }

  /** Opens an index for questions that use so many threads each. */
  static LedeEngine open(Path folder, int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    IndexSettings settings = IndexSettings.defaults();
    return new LedeEngine(
        ArticleIndex.openReadOnly(folder, threads > 1 ? settings.withExecutor(executor) : settings),
        executor);
  }

  /** Opens an index that can be written to. */
  static LedeEngine openToGrow(Path folder) {
    return new LedeEngine(
        ArticleIndex.open(folder, settings()), Executors.newSingleThreadExecutor());
  }

  @Override
  public void add(List<Article> articles) {
    articles.forEach(index::add);
  }

  @Override
  public void refresh() {
    index.refresh();
  }

  /** Indexes articles as fast as Lede can. */
  static void index(Path folder, Iterable<Article> articles, IndexSettings settings) {
    try (ArticleIndex index = ArticleIndex.open(folder, settings)) {
      check(index.addAll(articles));
    }
  }

  /** Makes an index to be searched. */
  static void make(Path folder, Stream<Article> articles, boolean optimized) {
    try (ArticleIndex index = ArticleIndex.open(folder, settings())) {
      check(index.addAll(articles));
      if (optimized) {
        index.optimize();
      }
    }
  }

  private static IndexSettings settings() {
    return IndexSettings.defaults()
        .withThreads(1)
        .withWriteBufferMegabytes(LuceneIndexing.BUFFER_MEGABYTES)
        // a refresh cuts off a piece of the index, at a moment that differs from run to run
        .withRefreshInterval(Duration.ofHours(1));
  }

  private static void check(BulkReport report) {
    if (report.rejected() > 0) {
      throw new IllegalStateException(
          "lede rejected %,d articles, so the engines would hold different ones; the first: %s"
              .formatted(report.rejected(), report.rejects().getFirst()));
    }
  }

  @Override
  public SearchResult ask(Question question, Wanted wanted) {
    Search search = search(question);
    return index.search(
        switch (wanted) {
          case BEST -> search.withIdsOnly();
          case COUNT -> search.withIdsOnly().limit(0).withExactTotal();
          case FACETS, SIDEWAYS -> counted(search);
          case NEWEST -> counted(search).newestFirst();
          case MONTHS -> search.withIdsOnly().limit(0).timeline(Interval.MONTH);
          case SNIPPETS -> search.snippets(PASSAGES, PASSAGE_LENGTH);
        });
  }

  private static Search counted(Search search) {
    return search
        .withIdsOnly()
        .facets(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC)
        .facetSize(VALUES);
  }

  @Override
  public Set<String> matches(Question question) {
    Search pages =
        search(question).withIdsOnly().limit(Search.MAX_LIMIT).withExactTotal().withPages();
    SearchResult page = index.search(pages);
    Set<String> ids = new HashSet<>(page.ids());
    while (page.next().isPresent()) {
      page = index.search(pages.after(page.next().get()));
      ids.addAll(page.ids());
    }
    long total = exact(page.total());
    if (total != ids.size()) {
      throw new IllegalStateException(
          "lede counts %,d articles for %s, but finds %,d".formatted(total, question, ids.size()));
    }
    return ids;
  }

  private static Search search(Question question) {
    // what else Lede ranks by, plain Lucene does not: both are to do the same work
    Search search = Search.of(query(question)).ranking(Ranking.textOnly()).limit(HITS);
    for (Question.Selected selected : question.selected()) {
      search = search.selected(Facet.named(selected.facet()), selected.value());
    }
    return search;
  }

  private static Query query(Question question) {
    return switch (question.kind()) {
      case TERM, AND -> Query.words(question.text());
      case OR -> Query.anyWord(question.text());
      case PHRASE -> Query.phrase(question.text());
      case NEAR -> near(question.text().split(" ", 2));
      case EVERYTHING -> Query.everything();
    };
  }

  private static Query near(String[] words) {
    return Query.near(Query.words(words[0]), Query.words(words[1]), NEAR);
  }

  @Override
  public Answer answer(SearchResult result, Wanted wanted) {
    return new Answer(
        wanted.hasTotal() ? exact(result.total()) : Answer.NOT_COUNTED,
        wanted == Wanted.NEWEST ? Answer.inOrder(result.ids()) : hits(result),
        result.facets().stream()
            .filter(counts -> counts.distinct() > 0) // as plain Lucene leaves out the others
            .map(LedeEngine::values)
            .toList(),
        wanted == Wanted.MONTHS ? months(result.timeline()) : List.of(),
        wanted == Wanted.SNIPPETS
            ? result.hits().stream().map(LedeEngine::marks).toList()
            : List.of());
  }

  private static List<Answer.Hit> hits(SearchResult result) {
    return result.hits().stream().map(hit -> new Answer.Hit(hit.id(), hit.score())).toList();
  }

  private static List<Answer.Month> months(Timeline timeline) {
    return timeline.points().stream()
        .map(point -> new Answer.Month(YearMonth.from(point.from()).toString(), point.count()))
        .toList();
  }

  private static List<String> marks(Hit hit) {
    return hit.snippets().stream()
        .flatMap(snippet ->
            snippet.spans().stream()
                .map(span -> snippet.text().substring(span.start(), span.end())))
        .toList();
  }

  private static long exact(Total total) {
    return switch (total) {
      case Total.Exact exact -> exact.count();
      case Total.AtLeast atLeast ->
          throw new IllegalStateException("lede does not tell the exact total: " + atLeast);
    };
  }

  private static Answer.Values values(FacetCounts counts) {
    return new Answer.Values(
        counts.facet().name(),
        counts.distinct(),
        counts.values().stream()
            .limit(VALUES) // what is selected comes behind them, however rare it is
            .filter(value -> value.count() > 0)
            .map(value -> new Answer.Value(value.value(), value.count()))
            .toList());
  }

  @Override
  public long size() {
    return index.size();
  }

  @Override
  public int segments() {
    return index.stats().segments();
  }

  @Override
  public long facetBytes() {
    return index.stats().facetBytes();
  }

  @Override
  public void close() {
    try (threads) {
      index.close();
    }
  }
}
