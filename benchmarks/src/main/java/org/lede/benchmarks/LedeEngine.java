package org.lede.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.index.BulkReport;
import org.lede.index.IndexSettings;
import org.lede.query.Query;
import org.lede.search.FacetCounts;
import org.lede.search.Ranking;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/** Lede, through its public API. */
final class LedeEngine implements Engine<SearchResult> {
  private final ArticleIndex index;

  private LedeEngine(ArticleIndex index) {
    this.index = index;
  }

  static LedeEngine open(Path folder) {
    return new LedeEngine(ArticleIndex.openReadOnly(folder));
  }

  /** Indexes articles as fast as Lede can. */
  static void index(Path folder, Iterable<Article> articles, IndexSettings settings) {
    try (ArticleIndex index = ArticleIndex.open(folder, settings)) {
      check(index.addAll(articles));
    }
  }

  /** Makes an index to be searched. */
  static void make(Path folder, Stream<Article> articles, boolean optimized) {
    IndexSettings settings =
        IndexSettings.defaults()
            .withThreads(1)
            .withWriteBufferMegabytes(LuceneIndexing.BUFFER_MEGABYTES)
            // a refresh cuts off a piece of the index, at a moment that differs from run to run
            .withRefreshInterval(Duration.ofHours(1));
    try (ArticleIndex index = ArticleIndex.open(folder, settings)) {
      check(index.addAll(articles));
      if (optimized) {
        index.optimize();
      }
    }
  }

  private static void check(BulkReport report) {
    if (report.rejected() > 0) {
      throw new IllegalStateException(
          "lede rejected %,d articles, so the engines would hold different ones; the first: %s"
              .formatted(report.rejected(), report.rejects().getFirst()));
    }
  }

  @Override
  public SearchResult best(Question question) {
    return index.search(search(question));
  }

  @Override
  public SearchResult bestWithFacets(Question question) {
    return index.search(
        search(question).facets(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC).facetSize(VALUES));
  }

  private static Search search(Question question) {
    // what else Lede ranks by, plain Lucene does not: both are to do the same work
    return Search.of(query(question)).ranking(Ranking.textOnly()).limit(HITS).withIdsOnly();
  }

  private static Query query(Question question) {
    return switch (question.kind()) {
      case TERM, AND -> Query.words(question.text());
      case OR -> Query.anyWord(question.text());
      case PHRASE -> Query.phrase(question.text());
    };
  }

  @Override
  public Answer answer(SearchResult result) {
    List<Answer.Hit> hits =
        result.hits().stream().map(hit -> new Answer.Hit(hit.id(), hit.score())).toList();
    if (result.facets().isEmpty()) {
      return new Answer(Answer.NOT_COUNTED, hits, List.of());
    }
    return new Answer(
        exact(result.total()),
        hits,
        result.facets().stream()
            .filter(counts -> counts.distinct() > 0) // as plain Lucene leaves out the others
            .map(LedeEngine::values)
            .toList());
  }

  private static long exact(Total total) {
    return switch (total) {
      case Total.Exact exact -> exact.count();
      case Total.AtLeast atLeast ->
          throw new IllegalStateException("lede counted facets without an exact total: " + atLeast);
    };
  }

  private static Answer.Values values(FacetCounts counts) {
    return new Answer.Values(
        counts.facet().name(),
        counts.distinct(),
        counts.values().stream()
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
  public void close() {
    index.close();
  }
}
