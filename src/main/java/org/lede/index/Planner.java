package org.lede.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.lucene.search.Query;
import org.lede.Facet;
import org.lede.query.Budget;
import org.lede.query.Notice;
import org.lede.query.Parsed;
import org.lede.query.Query.Everything;
import org.lede.query.QuerySyntax;
import org.lede.search.Search;

/** Makes the {@link QueryPlan} of a search, for one snapshot. */
final class Planner {
  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final QuerySyntax syntax;
  private final Deadline deadline;

  Planner(
      Snapshot snapshot,
      TextAnalysis analysis,
      Budget budget,
      QuerySyntax syntax,
      Deadline deadline) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.budget = budget;
    this.syntax = syntax;
    this.deadline = deadline;
  }

  /**
   * Makes a plan.
   *
   * @throws TimeUp if the deadline comes first
   */
  QueryPlan plan(Search search) {
    deadline.check();
    List<Notice> notices = new ArrayList<>();
    org.lede.query.Query understood = understood(search, notices);
    LuceneQueries queries = new LuceneQueries(snapshot, analysis, budget);
    Query base = queries.of(understood);
    List<Query> filters =
        search.filter() instanceof Everything ? List.of() : List.of(queries.of(search.filter()));
    SequencedMap<Facet, Query> selections = new LinkedHashMap<>();
    search
        .selections()
        .forEach((facet, values) -> selections.put(facet, queries.aboutAny(facet, values)));
    return new QueryPlan(understood, notices, QueryPlan.narrowed(base, filters), selections);
  }

  private org.lede.query.Query understood(Search search, List<Notice> notices) {
    if (search.typed().isEmpty()) {
      return search.query();
    }
    Parsed parsed = org.lede.query.Query.parse(search.typed(), syntax);
    notices.addAll(parsed.notices());
    return search.query() instanceof Everything
        ? parsed.query()
        : search.query().and(parsed.query());
  }
}
