package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.query.Zone;
import org.lede.search.ClauseMatch;

/**
 * Finds in articles what a query looked for.
 *
 * <p>An article is analysed once more, as it was for the index, and the same code then looks for
 * the same places in it; so what is marked is what made it match. Facet values, dates and likeness
 * are asked of the index.
 */
final class Marker {
  private final List<Clauses.Clause> clauses;
  private final LuceneQueries queries;
  private final TextAnalysis analysis;
  private final IndexSearcher searcher;
  private final Map<String, Wanted> byLanguage = new HashMap<>();
  private final Map<Query, Weight> weights = new HashMap<>();

  /**
   * Makes a marker.
   *
   * @param query the query, in which the budget found nothing wrong
   * @param queries what it was made into one of Lucene's by
   */
  Marker(Query query, LuceneQueries queries, TextAnalysis analysis, IndexSearcher searcher) {
    clauses = Clauses.of(query);
    this.queries = queries;
    this.analysis = analysis;
    this.searcher = searcher;
  }

  /**
   * What an article matches, and where.
   *
   * @param pieces the pieces of the article
   * @param bylines all its bylines
   * @param language which of {@link Languages#all} it is analysed as
   * @param clauses the clauses that it matches
   */
  record Marked(List<Piece> pieces, Piece bylines, String language, List<MarkedClause> clauses) {
    List<ClauseMatch> matches() {
      return clauses.stream().map(MarkedClause::match).toList();
    }
  }

  /** A clause that an article matches, and the first places where it does, in their order. */
  record MarkedClause(Query query, List<Mark> marks) {
    private ClauseMatch match() {
      return new ClauseMatch(
          query,
          marks.stream()
              .map(mark -> new ClauseMatch.Place(mark.zone(), mark.start(), mark.end()))
              .distinct()
              .toList());
    }
  }

  /**
   * Marks an article.
   *
   * @param doc its number in the index
   * @throws TimeUp if the deadline comes first
   */
  Marked mark(Article article, int doc, Deadline deadline) throws IOException {
    String language = Languages.analysedAs(article.language());
    Wanted here = byLanguage.computeIfAbsent(language, this::wanted);
    List<Piece> pieces = Piece.of(article);
    Piece bylines = Piece.ofBylines(article.bylines());
    ArticleWords text =
        ArticleWords.ofText(
            here.text().isEmpty() ? List.of() : pieces, language, here.text(), analysis, deadline);
    ArticleWords names =
        ArticleWords.ofBylines(
            here.bylines().isEmpty() ? List.of() : article.bylines(),
            bylines,
            here.bylines(),
            analysis,
            deadline);
    List<MarkedClause> marked = new ArrayList<>();
    for (Target target : here.targets()) {
      deadline.check();
      Query clause = target.clause().query();
      boolean inText = target.clause().isInText();
      List<Mark> marks =
          !inText
              ? List.<Mark>of()
              : target.isInBylines()
                  ? marks(target, names, Languages.OTHER)
                  : marks(target, text, language);
      if (inText ? !marks.isEmpty() : holds(clause, doc)) {
        marked.add(new MarkedClause(clause, marks));
      }
    }
    return new Marked(pieces, bylines, language, marked);
  }

  // what is not looked for in the text

  private boolean holds(Query clause, int doc) throws IOException {
    Weight weight = weights.get(clause);
    if (weight == null) {
      weight =
          searcher.createWeight(
              searcher.rewrite(queries.of(clause)), ScoreMode.COMPLETE_NO_SCORES, 1);
      weights.put(clause, weight);
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    ScorerSupplier matches = weight.scorerSupplier(leaf);
    int wanted = doc - leaf.docBase;
    return matches != null && matches.get(1).iterator().advance(wanted) == wanted;
  }

  // words

  /**
   * A clause, and what it looks for in articles of one language.
   *
   * @param places the places of all of which an article must have some
   * @param times how often
   */
  private record Target(Clauses.Clause clause, List<Place> places, int times) {
    private boolean isInBylines() {
      return clause.scope().part() == Zone.Part.BYLINE;
    }
  }

  /**
   * What is looked for in articles of one language.
   *
   * @param text the words of that in headline, lead and body
   * @param bylines those in bylines
   */
  private record Wanted(List<Target> targets, Set<BytesRef> text, Set<BytesRef> bylines) {}

  private Wanted wanted(String language) {
    List<Target> targets = clauses.stream().map(clause -> target(clause, language)).toList();
    Set<BytesRef> text = new HashSet<>();
    Set<BytesRef> bylines = new HashSet<>();
    for (Target target : targets) {
      Set<BytesRef> terms = target.isInBylines() ? bylines : text;
      target.places().stream().flatMap(Place::all).flatMap(Marker::terms).forEach(terms::add);
    }
    return new Wanted(targets, text, bylines);
  }

  private Target target(Clauses.Clause clause, String language) {
    Scope scope = clause.scope();
    if (!clause.isInText() || scope.empty()) {
      return new Target(clause, List.of(), 1);
    }
    String field = scope.part() == null ? Schema.text(language) : field(scope.part(), language);
    return clause.bare() instanceof Query.AtLeast(var many, var times)
        ? new Target(clause, places(many, field, scope), times)
        : new Target(clause, places(clause.bare(), field, scope), 1);
  }

  /** Returns the places in all the text; so a headline is a window as well. */
  private List<Place> places(Query sought, String field, Scope scope) {
    boolean everywhere = scope.equals(Scope.ALL) || scope.part() == Zone.Part.BYLINE;
    List<Place> places = queries.placesOf(sought, field);
    return everywhere
        ? places
        : places.stream().<Place>map(place -> new Place.Within(place, scope)).toList();
  }

  private static String field(Zone.Part part, String language) {
    return switch (part) {
      case HEADLINE -> Schema.headline(language);
      case LEAD, BODY -> Schema.text(language);
      case BYLINE -> Schema.BYLINE_TEXT;
    };
  }

  private static Stream<BytesRef> terms(Place place) {
    return switch (place) {
      case Place.Word(var term) -> Stream.of(term);
      case Place.AnyWord(var terms) -> terms.stream();
      case Place.Phrase(var terms, var positions, var slop) -> terms.stream();
      default -> Stream.empty(); // its parts come as well
    };
  }

  /**
   * Returns the first marks of a clause in their order; none if the article does not match it. Of
   * words anywhere, function words such as "the" are marked only if there is nothing else to mark:
   * they are all over an article.
   */
  private List<Mark> marks(Target target, ArticleWords words, String language) throws IOException {
    Set<Mark> marks = new TreeSet<>();
    for (Place place : target.places()) {
      PlaceReader reader = PlaceReader.of(place, words);
      Spans found = reader.in(0);
      if (found.size() < target.times()) {
        return List.of();
      }
      reader.mark(found, (part, positions) -> marks.add(words.mark(part, positions)));
    }
    if (target.clause().bare() instanceof Query.Words
        && !marks.stream().allMatch(mark -> isFunctionWord(mark, language))) {
      marks.removeIf(mark -> isFunctionWord(mark, language));
    }
    return marks.stream().limit(ClauseMatch.MAX_PLACES).toList();
  }

  private boolean isFunctionWord(Mark mark, String language) {
    return mark.place() instanceof Place.AnyWord(var terms)
        && terms.stream().allMatch(term -> analysis.isFunctionWord(language, term));
  }
}
