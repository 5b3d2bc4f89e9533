package org.lede.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.query.Budget;
import org.lede.query.Notice;
import org.lede.query.Parsed;
import org.lede.query.Query.Everything;
import org.lede.query.Query.Match;
import org.lede.query.Query.Words;
import org.lede.query.QuerySyntax;
import org.lede.search.Order;
import org.lede.search.Ranking;
import org.lede.search.Search;

/**
 * Makes the {@link QueryPlan} of a search, for one snapshot.
 *
 * <p>What a program built is taken as it is, or refused. What a person typed is always taken: less
 * of it, if it is over the budget, and if no article holds all of its words, most of them.
 */
final class Planner {
  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final Supplier<QuerySyntax> syntax;
  private final Deadline deadline;
  private final Instant now;

  Planner(
      Snapshot snapshot,
      TextAnalysis analysis,
      Budget budget,
      Supplier<QuerySyntax> syntax,
      Deadline deadline,
      Instant now) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.budget = budget;
    this.syntax = syntax;
    this.deadline = deadline;
    this.now = now;
  }

  /**
   * Makes a plan.
   *
   * @throws BudgetExceeded if what a program built is too much
   * @throws TimeUp if the deadline comes first
   */
  QueryPlan plan(Search search) throws IOException {
    deadline.check();
    LuceneQueries built = queries(search);
    Query query = built.of(search.query());
    List<Query> filters =
        search.filter() instanceof Everything ? List.of() : List.of(built.of(search.filter()));
    SequencedMap<Facet, Query> selections = new LinkedHashMap<>();
    search
        .selections()
        .forEach((facet, values) -> selections.put(facet, built.aboutAny(facet, values)));
    if (search.typed().isEmpty()) {
      Query base = QueryPlan.narrowed(query, filters);
      return new QueryPlan(
          search.query(),
          List.of(),
          "",
          base,
          selections,
          marker(search.query(), built),
          scoring(search, search.query()));
    }
    if (!(search.query() instanceof Everything)) {
      filters = new ArrayList<>(filters);
      filters.add(query);
    }
    return typed(search, filters, selections);
  }

  /** Makes queries of what a program built, with words that count as a search ranks them. */
  LuceneQueries queries(Search search) {
    return queries(search, LuceneQueries.Leniency.NONE);
  }

  private LuceneQueries queries(Search search, LuceneQueries.Leniency leniency) {
    return new LuceneQueries(snapshot, analysis, budget, deadline, leniency, search.ranking());
  }

  private QueryPlan.Scoring scoring(Search search, org.lede.query.Query asked) {
    return search.order() == Order.RELEVANCE
        ? found ->
            new RankingQueries(snapshot, analysis, budget, search.ranking(), now)
                .scored(asked, found)
        : found -> found;
  }

  /** Makes queries of something begun, of which the most frequent words will do. */
  LuceneQueries lenientQueries() {
    return new LuceneQueries(
        snapshot, analysis, budget, deadline, (part, why) -> {}, Ranking.textOnly());
  }

  private QueryPlan typed(Search search, List<Query> filters, SequencedMap<Facet, Query> selections)
      throws IOException {
    QuerySyntax known = syntax.get();
    int most = Math.min(search.typed().length(), budget.textLength());
    for (int length = most; length > 0; length /= 2) {
      TypedText text = new TypedText(search.typed());
      Parsed parsed =
          org.lede.query.Query.parse(
              search.typed(), known.withBudget(budget.withTextLength(length)));
      text.notices().addAll(parsed.notices());
      try {
        return typed(search, parsed.query(), text, filters, selections);
      } catch (BudgetExceeded e) {
        // it has more words in this index than on its own: less of the text may do
      }
    }
    TypedText text = new TypedText(search.typed());
    text.note(
        Notice.Kind.OVER_BUDGET,
        "nothing of this could be searched within the budget of the index; raise its terms");
    Everything everything = new Everything();
    LuceneQueries queries = new LuceneQueries(snapshot, analysis, budget);
    Query base = QueryPlan.narrowed(queries.of(everything), filters);
    return new QueryPlan(
        everything,
        text.notices(),
        "",
        base,
        selections,
        marker(everything, queries),
        scoring(search, everything));
  }

  private QueryPlan typed(
      Search search,
      org.lede.query.Query parsed,
      TypedText text,
      List<Query> filters,
      SequencedMap<Facet, Query> selections)
      throws IOException {
    deadline.check();
    LuceneQueries queries = queries(search, text::noteCut);
    Query base = QueryPlan.narrowed(queries.of(parsed), filters);
    org.lede.query.Query marked = parsed;
    Optional<Words> plain = plainWords(parsed);
    if (plain.isPresent() && !exists(base)) {
      Optional<Query> most = mostOf(plain.get(), parsed, queries, filters, text);
      if (most.isPresent()) {
        base = most.get();
        marked = replaced(parsed, plain.get());
      }
    }
    String didYouMean = new Respelling(snapshot, analysis, budget, deadline).respelt(parsed, text);
    org.lede.query.Query understood =
        search.query() instanceof Everything ? parsed : search.query().and(parsed);
    return new QueryPlan(
        understood,
        text.inOrder(),
        didYouMean,
        base,
        selections,
        marker(marked, queries),
        scoring(search, parsed));
  }

  private Marker marker(org.lede.query.Query query, LuceneQueries queries) {
    return new Marker(query, queries, analysis, snapshot.searcher());
  }

  /** Returns the words of a question that has nothing else to rank by. */
  private static Optional<Words> plainWords(org.lede.query.Query query) {
    if (query instanceof org.lede.query.Query.AllOf(var parts)) {
      List<org.lede.query.Query> scored = parts.stream().filter(LuceneQueries::isScored).toList();
      return scored.size() == 1 ? plainWords(scored.getFirst()) : Optional.empty();
    }
    return query instanceof Words words && words.match() == Match.ALL
        ? Optional.of(words)
        : Optional.empty();
  }

  private static org.lede.query.Query replaced(org.lede.query.Query query, Words words) {
    if (query instanceof org.lede.query.Query.AllOf(var parts)) {
      return new org.lede.query.Query.AllOf(
          parts.stream().map(part -> replaced(part, words)).toList());
    }
    return query.equals(words) ? new Words(words.text(), Match.ANY) : query;
  }

  /** Returns a query for the articles that lack the fewest words, if any holds one. */
  private Optional<Query> mostOf(
      Words words,
      org.lede.query.Query query,
      LuceneQueries queries,
      List<Query> filters,
      TypedText text)
      throws IOException {
    int count = queries.countWords(words.text());
    List<Query> others = new ArrayList<>(filters);
    if (query instanceof org.lede.query.Query.AllOf(var parts)) {
      others.add(
          queries.of(
              new org.lede.query.Query.AllOf(
                  parts.stream().filter(part -> !part.equals(words)).toList())));
    }
    int few = 0; // too few may be missing
    int many = count; // so many may be missing that one word would do
    while (many - few > 1) {
      int missing = (few + many) >>> 1;
      if (exists(QueryPlan.narrowed(queries.mostOf(words, missing), others))) {
        many = missing;
      } else {
        few = missing;
      }
    }
    Query most = QueryPlan.narrowed(queries.mostOf(words, Math.min(many, count - 1)), others);
    if (count < 2 || (many == count && !exists(most))) {
      return Optional.empty();
    }
    text.note(
        Notice.Kind.NOT_ALL_WORDS,
        "no article holds all of these words, so those that hold most of them were found, %d of %d; leave out what matters least"
            .formatted(count - Math.min(many, count - 1), count));
    return Optional.of(most);
  }

  private boolean exists(Query query) throws IOException {
    return new Matches(snapshot.searcher(null, deadline), query, deadline)
        .any(snapshot.reader().leaves());
  }
}
