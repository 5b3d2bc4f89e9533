package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.index.TypedStart.Fit;
import org.lede.query.Query;
import org.lede.query.Zone;
import org.lede.search.FacetCounts;
import org.lede.search.FacetRequest;
import org.lede.search.Search;
import org.lede.search.Suggestion;
import org.lede.search.Suggestion.Kind;

/** Completes what a person has typed so far, within the articles that a search finds. */
final class Suggester {
  private static final List<Facet> FACETS = List.of(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC);

  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{C}]+");

  /** How many more articles are read than headlines wanted, as several may have the same one. */
  private static final int COPIES = 3;

  /** The most words typed that are looked for in headlines; nobody needs more to find one. */
  private static final int MAX_WORDS = 20;

  private final Snapshot snapshot;
  private final QueryPlan within;
  private final LuceneQueries queries;
  private final Deadline deadline;
  private final MeteredSearcher searcher;
  private final List<Fitting> found = new ArrayList<>();

  /**
   * Makes a suggester.
   *
   * @param within what all suggestions must find something of
   * @param queries makes queries of what was typed
   */
  Suggester(Snapshot snapshot, QueryPlan within, LuceneQueries queries, Deadline deadline) {
    this.snapshot = snapshot;
    this.within = within;
    this.queries = queries;
    this.deadline = deadline;
    searcher = snapshot.searcher(null, deadline);
  }

  /** A suggestion, and how well it fits what was typed. */
  private record Fitting(Suggestion suggestion, Fit fit) {
    private static final Comparator<Fitting> BEST_FIRST =
        Comparator.comparing(Fitting::fit)
            .thenComparingLong(fitting -> -fitting.suggestion.count())
            .thenComparing(fitting -> fitting.suggestion.kind())
            .thenComparing(fitting -> fitting.suggestion.label());
  }

  /**
   * Returns the best suggestions; if the deadline comes first, the best of those found till then.
   */
  List<Suggestion> suggest(String typed, int most) throws IOException {
    TypedStart start = TypedStart.of(typed);
    if (start.isEmpty() || most == 0) {
      return List.of();
    }
    try {
      addValues(typed, start, most);
      addHeadlines(typed, most);
    } catch (TimeUp | BudgetExceeded e) {
      // what was found is better than nothing
    }
    return found.stream().sorted(Fitting.BEST_FIRST).limit(most).map(Fitting::suggestion).toList();
  }

  private void addValues(String typed, TypedStart start, int most) throws IOException {
    FacetRequest[] requests =
        FACETS.stream()
            .map(facet -> FacetRequest.of(facet).typed(typed).size(most))
            .toArray(FacetRequest[]::new);
    Counting counting =
        new Counting(
            snapshot, snapshot.table(), Search.of(Query.everything()).facets(requests), deadline);
    counting.find(searcher, within.selected(), Selections.NONE);
    counting.countFacets(searcher);
    for (FacetCounts counts : counting.facets()) {
      for (FacetCounts.Value value : counts.values()) {
        Facet facet = counts.facet();
        String label = facet.hierarchical() ? value.value() : value.label();
        found.add(
            new Fitting(
                new Suggestion(
                    kind(facet),
                    Query.about(facet, value.value()).toString(),
                    label,
                    value.count()),
                start.fit(value.value() + " " + value.label())));
      }
    }
  }

  private static Kind kind(Facet facet) {
    return Kind.valueOf(facet.name().toUpperCase(Locale.ROOT));
  }

  /** Adds headlines that hold the words typed, the last of which may be only begun. */
  private void addHeadlines(String typed, int most) throws IOException {
    List<String> words =
        SPACE
            .splitAsStream(typed)
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .toList();
    if (words.isEmpty()
        || words.size() > MAX_WORDS
        || words.stream().anyMatch(word -> word.length() > Query.MAX_WORD_LENGTH)) {
      return;
    }
    Query begun = Query.prefix(words.getLast());
    Query all =
        Query.allOf(
            Stream.concat(
                    words.subList(0, words.size() - 1).stream().map(Query::words), Stream.of(begun))
                .toArray(Query[]::new));
    Search newest = Search.of(all).newestFirst().limit(Math.min(COPIES * most, Search.MAX_LIMIT));
    BestHits hits = BestHits.of(newest, narrowed(all), searcher);
    for (String headline : headlines(hits.docs())) {
      deadline.check();
      Query phrase = Query.phrase(headline);
      long count = searcher.count(narrowed(phrase));
      if (searcher.wasStopped()) {
        return; // so that no count is wrong
      }
      String text = Query.in(Zone.HEADLINE, phrase).toString();
      found.add(new Fitting(new Suggestion(Kind.HEADLINE, text, headline, count), Fit.START));
    }
  }

  /** Returns a query for headlines, within what all suggestions are of. */
  private org.apache.lucene.search.Query narrowed(Query query) {
    return QueryPlan.narrowed(
        queries.of(Query.in(Zone.HEADLINE, query)), List.of(within.selected()));
  }

  private SequencedSet<String> headlines(List<ScoreDoc> docs) throws IOException {
    StoredFields stored = snapshot.searcher().storedFields();
    SequencedSet<String> headlines = new LinkedHashSet<>();
    for (ScoreDoc doc : docs) {
      headlines.add(ArticleDocuments.article(stored.document(doc.doc)).headline());
    }
    return headlines;
  }
}
