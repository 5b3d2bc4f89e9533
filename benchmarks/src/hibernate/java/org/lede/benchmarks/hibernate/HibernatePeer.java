package org.lede.benchmarks.hibernate;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.cache.QueryCachingConfigurer;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.lede.Article;
import org.lede.benchmarks.Engine;
import org.lede.benchmarks.Peer;

/**
 * Hibernate Search's standalone mapper on its Lucene backend, with files on disk, one thread and
 * one queue for indexing, and no cache of queries; the rest is as it comes.
 */
public final class HibernatePeer implements Peer {
  private static final int BATCH = 1_000;

  /** Makes a peer; the suite does. */
  public HibernatePeer() {}

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) {
    try (CloseableSearchMapping mapping = mapping(folder)) {
      Iterator<Article> all = articles.iterator();
      while (all.hasNext()) {
        addBatch(mapping, all);
      }
      try (SearchSession session = mapping.createSession()) {
        if (optimized) {
          session.workspace().mergeSegments();
        }
        session.workspace().flush();
      }
    }
  }

  private static void addBatch(SearchMapping mapping, Iterator<Article> articles) {
    try (SearchSession session =
        mapping
            .createSessionWithOptions()
            .indexingPlanSynchronizationStrategy(HibernatePeer::waitUntilWritten)
            .build()) {
      for (int i = 0; i < BATCH && articles.hasNext(); i++) {
        session.indexingPlan().addOrUpdate(NewsArticle.of(articles.next()));
      }
    }
  }

  /** Does not commit, which would end a segment after each batch. */
  private static void waitUntilWritten(IndexingPlanSynchronizationStrategyConfigurationContext to) {
    to.documentCommitStrategy(DocumentCommitStrategy.NONE);
    to.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
    to.indexingFutureHandler(HibernatePeer::check);
  }

  private static void check(CompletableFuture<? extends SearchIndexingPlanExecutionReport> batch) {
    batch
        .join()
        .throwable()
        .ifPresent(failure -> {
          throw new IllegalStateException("Hibernate Search could not index articles", failure);
        });
  }

  @Override
  public Engine<?> open(Path folder) {
    return new HibernateEngine(mapping(folder));
  }

  private static CloseableSearchMapping mapping(Path folder) {
    LuceneAnalysisConfigurer analysis =
        context -> context.analyzer(EnglishAnalyzer.NAME).instance(new EnglishAnalyzer());
    QueryCachingConfigurer noCache = context -> context.queryCache(null);
    Map<String, Object> properties =
        Map.of(
            "hibernate.search.backend.lucene_version",
            "LATEST",
            "hibernate.search.backend.analysis.configurer",
            BeanReference.ofInstance(analysis),
            "hibernate.search.backend.query.caching.configurer",
            BeanReference.ofInstance(noCache),
            "hibernate.search.backend.directory.root",
            folder.toAbsolutePath().toString(),
            "hibernate.search.backend.thread_pool.size",
            1,
            "hibernate.search.backend.indexing.queue_count",
            1,
            "hibernate.search.backend.io.commit_interval",
            3_600_000, // ms; the end of making an index is when it is committed
            "hibernate.search.backend.io.writer.ram_buffer_size",
            128, // MB, as the other engines
            // there is no jar in which annotated classes could be looked for
            "hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations",
            false,
            "hibernate.search.mapping.build_missing_discovered_jandex_indexes",
            false);
    return SearchMapping.builder(
            AnnotatedTypeSource.fromClasses(NewsArticle.class), MethodHandles.lookup())
        .properties(properties)
        .build();
  }
}
