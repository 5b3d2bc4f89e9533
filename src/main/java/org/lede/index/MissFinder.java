package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.search.Miss;
import org.lede.search.Miss.From;
import org.lede.search.Search;

/**
 * Finds out why a search does not return an article, by asking the index for each clause whether
 * the article matches it: the index itself, so that what is told is what happens.
 */
final class MissFinder {
  private final Snapshot snapshot;
  private final LuceneQueries queries;
  private final String id;
  private final int doc;
  private final List<Miss> misses = new ArrayList<>();

  private MissFinder(Snapshot snapshot, LuceneQueries queries, String id, int doc) {
    this.snapshot = snapshot;
    this.queries = queries;
    this.id = id;
    this.doc = doc;
  }

  /** Returns all reasons. */
  static List<Miss> misses(
      String id, Search search, QueryPlan plan, Snapshot snapshot, LuceneQueries queries)
      throws IOException {
    int doc = snapshot.doc(id);
    return doc == Snapshot.NONE
        ? List.of(new Miss.NoSuchArticle(id))
        : new MissFinder(snapshot, queries, id, doc).misses(search, plan);
  }

  private List<Miss> misses(Search search, QueryPlan plan) throws IOException {
    if (!matches(plan.base())) {
      find(plan.understood(), From.QUERY, UnaryOperator.identity());
      find(search.filter(), From.FILTER, UnaryOperator.identity());
    }
    for (var selection : plan.selections().entrySet()) {
      if (!matches(selection.getValue())) {
        Facet facet = selection.getKey();
        Set<String> selected = search.selections().getOrDefault(facet, new LinkedHashSet<>());
        misses.add(new Miss.NotSelected(facet, selected, values(facet)));
      }
    }
    if (misses.isEmpty()) {
      findRank(search, plan);
    }
    return List.copyOf(misses);
  }

  private void findRank(Search search, QueryPlan plan) throws IOException {
    Search most = search.limit(Search.MAX_LIMIT);
    List<ScoreDoc> found = BestHits.of(most, plan.scored(), snapshot.searcher()).docs();
    int rank = found.stream().map(each -> each.doc).toList().indexOf(doc) + 1;
    if (rank == 0 || rank > search.limit()) {
      misses.add(new Miss.RankedLower(rank == 0 ? Miss.RankedLower.BEYOND : rank, search.limit()));
    }
  }

  private boolean matches(org.apache.lucene.search.Query query) throws IOException {
    TermQuery article = new TermQuery(new Term(Schema.ID, id));
    return new Matches(
            snapshot.searcher(null, Deadline.NONE),
            QueryPlan.narrowed(query, List.of(article)),
            Deadline.NONE)
        .any(snapshot.reader().leaves());
  }

  /**
   * Finds the smallest parts of a query that keep the article out.
   *
   * @param within puts a part into the zones that it is in
   */
  private void find(Query query, From from, UnaryOperator<Query> within) throws IOException {
    if (matches(queries.of(within.apply(query)))) {
      return;
    }
    int before = misses.size();
    switch (query) {
      case Query.AllOf(var parts) -> findAll(parts, from, within);
      case Query.AnyOf(var parts) when parts.size() == 1 -> findAll(parts, from, within);
      case Query.In(var zone, var inner) ->
          find(inner, from, part -> within.apply(Query.in(zone, part)));
      case Query.Words(var text, var match) when match == Match.ALL && text.indexOf(' ') > 0 ->
          findAll(Stream.of(text.split(" ")).map(Query::words).toList(), from, within);
      case Query.Not(var excluded) -> misses.add(new Miss.Excluded(within.apply(excluded), from));
      case Query.Published span -> misses.add(new Miss.OutOfTime(span, published(), from));
      default -> {} // told below
    }
    if (misses.size() == before) {
      misses.add(new Miss.Unmatched(within.apply(query), from));
    }
  }

  private void findAll(List<Query> parts, From from, UnaryOperator<Query> within)
      throws IOException {
    for (Query part : parts) {
      find(part, from, within);
    }
  }

  private Optional<java.time.Instant> published() throws IOException {
    Document stored = snapshot.searcher().storedFields().document(doc);
    return ArticleDocuments.article(stored).published();
  }

  private Set<String> values(Facet facet) throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Schema.about(facet));
    Set<String> all = new TreeSet<>();
    if (values.advanceExact(doc - leaf.docBase)) {
      for (int left = values.docValueCount(); left > 0; left--) {
        all.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return all;
  }
}
