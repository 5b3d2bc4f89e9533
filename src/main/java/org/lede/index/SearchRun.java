package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.query.Budget;
import org.lede.query.Query.Everything;
import org.lede.search.FacetCounts;
import org.lede.search.Hit;
import org.lede.search.Order;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Total;

/**
 * Answers one search on one snapshot.
 *
 * <p>The best hits and the counts are two questions, asked separately: for the best hits Lucene
 * skips most documents, but has to score; for the counts every match is needed, but no score.
 */
final class SearchRun {
  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Search search;

  /** The query and the filter, without the selections. */
  private final Query base;

  private final SequencedMap<Facet, Query> selections = new LinkedHashMap<>();

  SearchRun(Snapshot snapshot, TextAnalysis analysis, Budget budget, Search search) {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
    this.search = search;
    LuceneQueries queries = new LuceneQueries(snapshot, analysis, budget);
    base = narrowed(queries.of(search.query()), filters(queries));
    search
        .selections()
        .forEach((facet, values) -> selections.put(facet, queries.aboutAny(facet, values)));
  }

  SearchResult result() throws IOException {
    Top top = top();
    if (search.facets().isEmpty()) {
      boolean count = search.exactTotal() && !(top.total() instanceof Total.Exact);
      Total total = count ? new Total.Exact(searcher.count(selected())) : top.total();
      return new SearchResult(total, top.hits(), List.of());
    }
    return counted(top.hits());
  }

  private List<Query> filters(LuceneQueries queries) {
    return search.filter() instanceof Everything ? List.of() : List.of(queries.of(search.filter()));
  }

  private Query selected() {
    return narrowed(base, selections.values());
  }

  /**
   * Returns a query narrowed by others; as it is, if there are none, because every layer costs
   * time.
   */
  private static Query narrowed(Query query, Collection<Query> filters) {
    if (filters.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  // the best hits

  private record Top(List<Hit> hits, Total total) {}

  private Top top() throws IOException {
    if (search.limit() == 0) {
      return new Top(List.of(), new Total.AtLeast(0));
    }
    return search.order() == Order.RELEVANCE ? byRelevance() : byDate();
  }

  private Top byRelevance() throws IOException {
    int limit = Math.min(search.limit(), Math.max(1, snapshot.reader().numDocs()));
    TopHits top = searcher.search(selected(), TopHits.manager(limit, snapshot.reader().leaves()));
    Total total =
        top.sawAll() ? new Total.Exact(top.collected()) : new Total.AtLeast(top.collected());
    return new Top(hits(top.scoreDocs()), total);
  }

  private Top byDate() throws IOException {
    int limit = Math.min(search.limit(), Math.max(1, snapshot.reader().maxDoc()));
    TopFieldDocs top =
        searcher.search(selected(), new TopFieldCollectorManager(sort(), limit, 1_000));
    TotalHits counted = top.totalHits;
    boolean exact = counted.relation() == TotalHits.Relation.EQUAL_TO;
    Total total = exact ? new Total.Exact(counted.value()) : new Total.AtLeast(counted.value());
    return new Top(hits(top.scoreDocs), total);
  }

  private List<Hit> hits(ScoreDoc[] best) throws IOException {
    boolean scored = search.order() == Order.RELEVANCE;
    List<String> ids = search.idsOnly() ? ids(best) : List.of();
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>(best.length);
    for (int i = 0; i < best.length; i++) {
      float score = scored ? best[i].score : 0;
      hits.add(
          search.idsOnly()
              ? Hit.of(ids.get(i), score)
              : Hit.of(ArticleDocuments.article(stored.document(best[i].doc)), score));
    }
    return hits;
  }

  private List<String> ids(ScoreDoc[] best) throws IOException {
    int[] docs = Arrays.stream(best).mapToInt(each -> each.doc).toArray();
    return new ArticleIds(snapshot.reader().leaves()).texts(docs);
  }

  private Sort sort() {
    boolean newest = search.order() == Order.NEWEST;
    long undated = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField date =
        LongField.newSortField(Schema.PUBLISHED, newest, SortedNumericSelector.Type.MIN, undated);
    return new Sort(date, new SortField(Schema.ID, SortField.Type.STRING));
  }

  // the counts

  private SearchResult counted(List<Hit> hits) throws IOException {
    Matches baseMatches = Matches.of(searcher, base);
    SequencedMap<Facet, Matches> selectionMatches = new LinkedHashMap<>();
    for (Map.Entry<Facet, Query> selection : selections.entrySet()) {
      selectionMatches.put(selection.getKey(), Matches.of(searcher, selection.getValue()));
    }
    List<FacetCounter> counters = new ArrayList<>();
    for (Facet facet : search.facets()) {
      counters.add(new FacetCounter(facet, snapshot.ordinals(facet)));
    }
    long total = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      total += count(leaf, baseMatches, selectionMatches, counters);
    }
    return new SearchResult(new Total.Exact(total), hits, counts(counters));
  }

  /** Counts one segment, and returns how many documents of it match with all selections. */
  private static int count(
      LeafReaderContext leaf,
      Matches base,
      Map<Facet, Matches> selections,
      List<FacetCounter> counters)
      throws IOException {
    FixedBitSet found = base.in(leaf);
    Map<Facet, FixedBitSet> selected = new LinkedHashMap<>();
    for (Map.Entry<Facet, Matches> selection : selections.entrySet()) {
      selected.put(selection.getKey(), selection.getValue().in(leaf));
    }
    FixedBitSet all = withAllBut(null, found, selected);
    for (FacetCounter counter : counters) {
      boolean sideways = selected.containsKey(counter.facet());
      counter.count(leaf, sideways ? withAllBut(counter.facet(), found, selected) : all);
    }
    return all.cardinality();
  }

  /** Returns the documents found that every selection admits, but for that of one facet. */
  private static FixedBitSet withAllBut(
      @Nullable Facet sideways, FixedBitSet found, Map<Facet, FixedBitSet> selected) {
    FixedBitSet bits = found.clone();
    selected.forEach((facet, values) -> {
      if (!facet.equals(sideways)) {
        bits.and(values);
      }
    });
    return bits;
  }

  private List<FacetCounts> counts(List<FacetCounter> counters) throws IOException {
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetCounter counter : counters) {
      SequencedSet<String> selected =
          search.selections().getOrDefault(counter.facet(), new LinkedHashSet<>());
      counts.add(counter.counts(search.facetSize(), selected));
    }
    return counts;
  }
}
