package org.lede.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.lede.Facet;
import org.lede.query.Notice;

/**
 * What is asked of Lucene to answer a search.
 *
 * @param understood the query, as it was given or as typed text was understood
 * @param notices what had to be changed of what was typed
 * @param didYouMean what may have been meant instead of what was typed; empty if nothing is known
 * @param base the query and the filter, without the selections
 * @param selections what each selection admits
 * @param marker finds in articles what the query, without filter and selections, looked for; of
 *     words that no article holds all of, any
 * @param scoring scores as the search ranks
 */
record QueryPlan(
    org.lede.query.Query understood,
    List<Notice> notices,
    String didYouMean,
    Query base,
    SequencedMap<Facet, Query> selections,
    Marker marker,
    Scoring scoring) {

  /** A way to score. */
  @FunctionalInterface
  interface Scoring {
    /** Returns a query that finds what another does, and scores it this way. */
    Query of(Query found) throws IOException;
  }

  /** Returns a query for all that the search finds, scored as the search ranks it. */
  Query scored() throws IOException {
    return scored(selections.values());
  }

  /**
   * Returns a query for all that the search would find if nothing were selected, scored as the
   * search ranks it.
   *
   * @param filters only documents that all of these find matter
   */
  Query scored(Collection<Query> filters) throws IOException {
    return scoring.of(narrowed(base, filters));
  }

  /** Returns a query for all that the search finds, scored by its text alone. */
  Query selected() {
    return narrowed(base, selections.values());
  }

  /**
   * Returns a query narrowed by others; as it is, if there are none, because every layer costs
   * time.
   */
  static Query narrowed(Query query, Collection<Query> filters) {
    if (filters.isEmpty()) {
      return query;
    }
    boolean many =
        Stream.concat(Stream.of(query), filters.stream()).mapToInt(RankingQueries::clauses).sum()
            > LuceneQueries.MAX_CLAUSES;
    BooleanQuery.Builder all =
        new BooleanQuery.Builder().add(many ? new WholeQuery(query) : query, Occur.MUST);
    filters.forEach(filter -> all.add(many ? new WholeQuery(filter) : filter, Occur.FILTER));
    return all.build();
  }
}
