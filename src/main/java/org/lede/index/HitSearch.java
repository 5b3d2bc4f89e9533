package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.lede.search.Order;
import org.lede.search.Search;

/**
 * Finds the best hits of one search, in the way that takes the least time: alone, together with all
 * that matches, or of what was found already.
 */
final class HitSearch {
  private final Snapshot snapshot;
  private final Search search;
  private final QueryPlan plan;
  private final Selections selections;
  private final @Nullable ScoreDoc after;
  private final boolean slow;

  /**
   * Makes a search for hits.
   *
   * @param selections what is selected, if facets or times are counted
   * @param table the facet values in memory, or null if there are none
   * @param after the document behind which the page starts, or null for the first page
   */
  HitSearch(
      Snapshot snapshot,
      Search search,
      QueryPlan plan,
      Selections selections,
      @Nullable FacetTable table,
      @Nullable ScoreDoc after) {
    this.snapshot = snapshot;
    this.search = search;
    this.plan = plan;
    this.selections = selections;
    this.after = after;
    boolean isInMemory =
        Counting.isNeeded(search) && table != null && TermSets.haveAllOf(plan.base(), table);
    slow = Matches.isSlow(plan.base()) && !isInMemory;
  }

  /**
   * Tells whether it takes longer to find all that matches than to score it, so that it had better
   * not be found twice.
   */
  boolean isSlow() {
    return slow;
  }

  /** Tells whether {@link #best} finds all that matches as well, and is expected to. */
  boolean findsAll() throws IOException {
    return search.order() == Order.RELEVANCE
        && (plan.selections().isEmpty() || selections.areInMemory())
        && (slow || TermUnion.isOfFew(plan.base(), snapshot.reader()));
  }

  /**
   * Finds the best hits, and all that matches as well where that had better not be found twice:
   * because it takes long, or because there is little. If something is selected, all is what would
   * match without that.
   */
  BestHits best(MeteredSearcher searcher) throws IOException {
    if (selections.areInMemory() && findsAll()) {
      List<Query> narrowing =
          slow ? selections.narrowing(snapshot.reader()).stream().toList() : List.of();
      return BestHits.of(
          search,
          plan.scored(narrowing),
          searcher,
          after,
          slow ? TopHits.Wanted.ALL : TopHits.Wanted.ALL_OF_FEW,
          selections::all);
    }
    TopHits.Wanted wanted = TopHits.Wanted.BEST;
    if (Counting.isNeededOrTotal(search) && plan.selections().isEmpty()) {
      wanted = slow ? TopHits.Wanted.ALL : TopHits.Wanted.ALL_IF_FEW;
    }
    Query scored = selections.areInMemory() ? plan.scored(selections.queries()) : plan.scored();
    return BestHits.of(search, scored, searcher, after, wanted, TopHits.Admission.ALL);
  }

  /** Finds the best hits of what was found, after all that matches. */
  BestHits bestOf(Counting found, MeteredSearcher searcher) throws IOException {
    boolean areFew = found.total().count() <= TopHits.COUNTED;
    return BestHits.of(
        search,
        plan.scored(List.of(found.found())),
        searcher,
        after,
        areFew ? TopHits.Wanted.ALL_OF_FEW : TopHits.Wanted.BEST,
        TopHits.Admission.ALL);
  }
}
