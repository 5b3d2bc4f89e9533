package org.lede.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IORunnable;
import org.jspecify.annotations.Nullable;
import org.lede.search.Completeness;
import org.lede.search.Completeness.Stage;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Answers one search on one snapshot, stage by stage.
 *
 * <p>The best hits and the counts are two questions, asked separately: for the best hits Lucene
 * skips most documents, but has to score; for the counts every match is needed, but no score. If
 * there is no deadline, both are asked at the same time where there is an executor; otherwise,
 * where what is selected is in memory, which leaves few, the best hits are looked for among all
 * that matches.
 */
final class SearchRun {
  /** How long it may take after the deadline to read the articles that were found before it. */
  private static final Duration GRACE = Duration.ofMillis(20);

  private final Snapshot snapshot;
  private final Search search;
  private final @Nullable PageStart start;
  private final Instant now;
  private final Planner planner;
  private final HeldSnapshots held;
  private final @Nullable Executor executor;
  private final Deadline deadline;

  /** The one table for the whole run, as a newer one may come meanwhile. */
  private final @Nullable FacetTable table;

  /** What is being done. */
  private Stage stage = Stage.QUERY;

  private final List<Hit> hits = new ArrayList<>();
  private BestHits best = BestHits.NONE;
  private @Nullable Marker marker;

  /**
   * Plans a run.
   *
   * @param start where the page starts, or null for the first page
   * @param now when the first page was asked for
   * @param held keeps the snapshot if there is a next page
   * @param executor runs the parts of the search, or null to run them on the calling thread
   */
  SearchRun(
      Snapshot snapshot,
      Search search,
      @Nullable PageStart start,
      Instant now,
      Planner planner,
      HeldSnapshots held,
      @Nullable Executor executor,
      Deadline deadline) {
    this.snapshot = snapshot;
    this.search = search;
    this.start = start;
    this.now = now;
    this.planner = planner;
    this.held = held;
    this.executor = executor;
    this.deadline = deadline;
    table = snapshot.table();
  }

  SearchResult result() throws IOException {
    SearchResult.Builder result = SearchResult.builder(search.query());
    Counting counting = new Counting(snapshot, table, search, deadline);
    try {
      QueryPlan plan = planner.plan(search);
      marker = plan.marker();
      result = SearchResult.builder(plan.understood()).notices(plan.notices());
      if (!plan.didYouMean().isEmpty()) {
        result.didYouMean(plan.didYouMean());
      }
      find(plan, counting, result);
      stage = Stage.ARTICLES;
    } catch (TimeUp e) {
      result.completeness(new Completeness.Partial(stage));
    }
    counting.timeline().ifPresent(result::timeline);
    result.total(total(counting)).facets(counting.facets());
    try {
      if (marker != null) { // or there was no time to find anything
        new HitReader(snapshot, search, marker).read(best.docs(), hits, deadline.later(GRACE));
      }
    } catch (TimeUp e) {
      result.completeness(new Completeness.Partial(stage));
    }
    return result.hits(hits).build();
  }

  private void find(QueryPlan plan, Counting counting, SearchResult.Builder result)
      throws IOException {
    MeteredSearcher searcher = snapshot.searcher(executor, deadline);
    if (Counting.isNeeded(search)) {
      findAndCount(plan, counting, searcher, result);
    } else {
      findWithTotal(plan, searcher, result);
    }
  }

  private void findWithTotal(QueryPlan plan, MeteredSearcher searcher, SearchResult.Builder result)
      throws IOException {
    begin(Stage.HITS);
    findBest(hitSearch(plan, Selections.NONE), searcher, result); // the plan has them
    if (search.exactTotal() && !(best.total() instanceof Total.Exact)) {
      begin(Stage.COUNTS);
      Total total = new Total.Exact(searcher.count(plan.selected()));
      checkStopped(searcher);
      best = new BestHits(best.docs(), total, best.more());
    }
  }

  private void findAndCount(
      QueryPlan plan, Counting counting, MeteredSearcher searcher, SearchResult.Builder result)
      throws IOException {
    Selections selections = Selections.of(searcher, search, plan.selections(), table, deadline);
    begin(Stage.HITS);
    HitSearch hitSearch = hitSearch(plan, selections);
    boolean inAnyOrder = deadline.isNone() && !hitSearch.findsAll();
    if (inAnyOrder && searcher.isParallel()) {
      findAndCountAtTheSameTime(
          hitSearch, () -> count(plan, counting, selections, searcher), searcher);
      offerMore(result);
    } else if (inAnyOrder && selections.areInMemory()) {
      counting.find(searcher, plan.base(), selections);
      best = hitSearch.bestOf(counting, searcher);
      offerMore(result);
      counting.countFacets(searcher);
    } else {
      findBest(hitSearch, searcher, result);
      begin(Stage.COUNTS);
      if (best.all().isPresent()) {
        counting.findAmong(best.all().get(), searcher, selections);
        counting.countFacets(searcher);
      } else {
        count(plan, counting, selections, searcher);
      }
    }
    if (!search.timelines().isEmpty()) {
      begin(Stage.TIMELINE);
      counting.countTimes();
    }
  }

  private HitSearch hitSearch(QueryPlan plan, Selections selections) {
    ScoreDoc after = start == null ? null : new ScoreDoc(start.doc(), start.score());
    return new HitSearch(snapshot, search, plan, selections, table, after);
  }

  /**
   * Asks both questions, if there is no deadline: with one, hits matter more than counts. The best
   * hits are found on one thread, unless that takes long: if several look for them, each has to
   * find good ones before it can skip others.
   */
  private void findAndCountAtTheSameTime(
      HitSearch hitSearch, IORunnable counts, MeteredSearcher searcher) throws IOException {
    MeteredSearcher one = hitSearch.isSlow() ? searcher : snapshot.searcher(null, deadline);
    IORunnable hits = () -> best = hitSearch.best(one);
    searcher.forEach(List.of(hits, counts), IORunnable::run);
  }

  private void findBest(HitSearch hitSearch, MeteredSearcher searcher, SearchResult.Builder result)
      throws IOException {
    best = hitSearch.best(searcher);
    checkStopped(searcher);
    offerMore(result);
  }

  /** Says where the next page starts, if there is one. */
  private void offerMore(SearchResult.Builder result) throws IOException {
    if (best.more()) {
      result.next(next(best.docs().getLast()).cursor());
      held.hold(snapshot);
    }
  }

  private static void count(
      QueryPlan plan, Counting counting, Selections selections, MeteredSearcher searcher)
      throws IOException {
    counting.find(searcher, plan.base(), selections);
    counting.countFacets(searcher);
  }

  private static void checkStopped(MeteredSearcher searcher) {
    if (searcher.wasStopped()) {
      throw new TimeUp();
    }
  }

  private PageStart next(ScoreDoc last) {
    float score = search.order() == Order.RELEVANCE ? last.score : 0;
    return new PageStart(
        snapshot.key(), PageStart.fingerprint(search), now.toEpochMilli(), last.doc, score);
  }

  /** Returns the better of what is known of the total from the best hits and from counting. */
  private Total total(Counting counting) {
    Total counted = counting.total();
    boolean better = counted instanceof Total.Exact || counted.count() > best.total().count();
    return better && !(best.total() instanceof Total.Exact) ? counted : best.total();
  }

  private void begin(Stage next) {
    stage = next;
    deadline.check();
  }
}
