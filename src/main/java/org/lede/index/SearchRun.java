package org.lede.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.lucene.search.Query;
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

  /**
   * Whether it takes longer to find all that matches than to score it, so that it had better not be
   * found twice.
   */
  private boolean slow;

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
    Selections selections =
        Counting.isNeeded(search)
            ? Selections.of(searcher, search, plan.selections(), table, deadline)
            : Selections.NONE; // the plan has them for the best hits
    begin(Stage.HITS);
    slow = Matches.isSlow(plan.base()) && !(Counting.isNeeded(search) && isInMemory(plan.base()));
    if (Counting.isNeeded(search)) {
      boolean inAnyOrder = deadline.isNone() && !isFoundOnce(plan, selections);
      if (inAnyOrder && searcher.isParallel()) {
        findAndCountAtTheSameTime(plan, counting, selections, searcher);
        offerMore(result);
      } else if (inAnyOrder && selections.areInMemory()) {
        counting.find(searcher, plan.base(), selections);
        best = bestOfFound(plan, counting, searcher);
        offerMore(result);
        counting.countFacets(searcher);
      } else {
        findBest(plan, selections, searcher, result);
        begin(Stage.COUNTS);
        count(plan, counting, selections, searcher, best.all());
      }
      if (!search.timelines().isEmpty()) {
        begin(Stage.TIMELINE);
        counting.countTimes();
      }
    } else {
      findBest(plan, selections, searcher, result);
      if (search.exactTotal() && !(best.total() instanceof Total.Exact)) {
        begin(Stage.COUNTS);
        Total total = new Total.Exact(searcher.count(plan.selected()));
        checkStopped(searcher);
        best = new BestHits(best.docs(), total, best.more());
      }
    }
  }

  /**
   * Asks both questions, if there is no deadline: with one, hits matter more than counts. The best
   * hits are found on one thread, unless that takes long: if several look for them, each has to
   * find good ones before it can skip others.
   */
  private void findAndCountAtTheSameTime(
      QueryPlan plan, Counting counting, Selections selections, MeteredSearcher searcher)
      throws IOException {
    MeteredSearcher one = slow ? searcher : snapshot.searcher(null, deadline);
    IORunnable hits = () -> best = best(plan, selections, one);
    IORunnable counts = () -> count(plan, counting, selections, searcher, Optional.empty());
    searcher.forEach(List.of(hits, counts), IORunnable::run);
  }

  private void findBest(
      QueryPlan plan, Selections selections, MeteredSearcher searcher, SearchResult.Builder result)
      throws IOException {
    best = best(plan, selections, searcher);
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

  /**
   * Finds all, and counts facets.
   *
   * @param known all that matches, whatever is selected, if that is known
   */
  private void count(
      QueryPlan plan,
      Counting counting,
      Selections selections,
      MeteredSearcher searcher,
      Optional<int[]> known)
      throws IOException {
    if (known.isPresent()) {
      counting.findAmong(known.get(), searcher, selections);
    } else {
      counting.find(searcher, plan.base(), selections);
    }
    counting.countFacets(searcher);
  }

  /** Tells whether {@link #best} finds all that matches as well, and is expected to. */
  private boolean isFoundOnce(QueryPlan plan, Selections selections) throws IOException {
    return search.order() == Order.RELEVANCE
        && (plan.selections().isEmpty() || selections.areInMemory())
        && (slow || TermUnion.isOfFew(plan.base(), snapshot.reader()));
  }

  private boolean isInMemory(Query base) {
    return table != null && TermSets.haveAllOf(base, table);
  }

  /**
   * Finds the best hits, and all that matches as well where that had better not be found twice:
   * because it takes long, or because there is little. If something is selected, all is what would
   * match without that.
   */
  private BestHits best(QueryPlan plan, Selections selections, MeteredSearcher searcher)
      throws IOException {
    if (selections.areInMemory() && isFoundOnce(plan, selections)) {
      List<Query> narrowing =
          slow ? selections.narrowing(snapshot.reader()).stream().toList() : List.of();
      return BestHits.of(
          search,
          plan.scored(narrowing),
          searcher,
          after(),
          slow ? TopHits.Wanted.ALL : TopHits.Wanted.ALL_OF_FEW,
          selections::all);
    }
    TopHits.Wanted wanted = TopHits.Wanted.BEST;
    if (Counting.isNeededOrTotal(search) && plan.selections().isEmpty()) {
      wanted = slow ? TopHits.Wanted.ALL : TopHits.Wanted.ALL_IF_FEW;
    }
    Query scored = selections.areInMemory() ? plan.scored(selections.queries()) : plan.scored();
    return BestHits.of(search, scored, searcher, after(), wanted, TopHits.Admission.ALL);
  }

  /** Finds the best hits of what was found, after all that matches. */
  private BestHits bestOfFound(QueryPlan plan, Counting counting, MeteredSearcher searcher)
      throws IOException {
    boolean areFew = counting.total().count() <= TopHits.COUNTED;
    return BestHits.of(
        search,
        plan.scored(List.of(counting.found())),
        searcher,
        after(),
        areFew ? TopHits.Wanted.ALL_OF_FEW : TopHits.Wanted.BEST,
        TopHits.Admission.ALL);
  }

  private static void checkStopped(MeteredSearcher searcher) {
    if (searcher.wasStopped()) {
      throw new TimeUp();
    }
  }

  private @Nullable ScoreDoc after() {
    return start == null ? null : new ScoreDoc(start.doc(), start.score());
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
