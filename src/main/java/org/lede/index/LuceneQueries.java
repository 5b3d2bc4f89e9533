package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.query.Budget;
import org.lede.query.Query;
import org.lede.query.Query.Match;
import org.lede.query.Zone;
import org.lede.search.Ranking;

/**
 * Turns a query of ours into one of Lucene's, for one snapshot.
 *
 * <p>An article has its text in the field of its language. So a query for words is made once for
 * each language that there are articles in, and an article is found by the one for its own.
 *
 * <p>Words and phrases are Lucene's own queries wherever all of a field is looked at. What needs
 * more than that, such as nearness, or only the lead, is a {@link PlacesQuery}.
 */
final class LuceneQueries {
  /** The most clauses that Lucene takes, unless somebody raised it for the whole process. */
  static final int MAX_CLAUSES = 1_000;

  /**
   * How many times the expansions of one word those of all words together may be, where their
   * places are looked at: each is then open at the same time, and takes some kilobytes.
   */
  private static final int OPEN_EXPANSIONS = 2;

  /**
   * Up to so many values are looked up one by one. Lucene's query for a set of terms does that as
   * well, but finds out for each search, which takes an eighth of a short one.
   */
  private static final int FEW = 16;

  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final Deadline deadline;
  private final Expansions expansions;
  private final Leniency leniency;
  private final Map<Expansion, Place> expanded = new HashMap<>();

  /** The words that were looked up, as a question may have one a thousand times. */
  private final Map<Term, TermStates> lookedUp = new HashMap<>();

  private final double functionWords;
  private int terms;

  /** How many words are open at the same time, because their places are looked at. */
  private long open;

  /** Whether what is made for each language is to count as one clause. */
  private boolean whole;

  /** Makes queries of what a program built, for which too much is an error. */
  LuceneQueries(Snapshot snapshot, TextAnalysis analysis, Budget budget) {
    this(snapshot, analysis, budget, Deadline.NONE, Leniency.NONE, Ranking.textOnly());
  }

  LuceneQueries(
      Snapshot snapshot,
      TextAnalysis analysis,
      Budget budget,
      Deadline deadline,
      Leniency leniency,
      Ranking ranking) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.budget = budget;
    this.leniency = leniency;
    functionWords = ranking.functionWords();
    this.deadline = deadline;
    expansions = new Expansions(snapshot.reader(), budget, deadline);
  }

  /** What becomes of a part that is over the budget. */
  interface Leniency {
    /** Too much is an error. */
    Leniency NONE =
        (part, why) -> {
          throw new BudgetExceeded(why);
        };

    /**
     * Lets a part be cut to what the budget allows, or throws.
     *
     * @param part the part, of which less will be looked for
     * @param why what is wrong with it, and the remedy
     */
    void cut(Query part, String why);
  }

  /**
   * Returns the query.
   *
   * @throws BudgetExceeded if it is too large or too deep
   */
  org.apache.lucene.search.Query of(Query query) {
    budget.check(query);
    return bounded(() -> of(query, Scope.ALL));
  }

  /**
   * Makes a query that Lucene takes: if it has too many clauses, then once more, with what is made
   * for each language as one.
   */
  private org.apache.lucene.search.Query bounded(Supplier<org.apache.lucene.search.Query> making) {
    whole = false;
    org.apache.lucene.search.Query made = fresh(making);
    if (RankingQueries.clauses(made) > MAX_CLAUSES) {
      whole = true;
      made = fresh(making);
      if (RankingQueries.clauses(made) > MAX_CLAUSES) {
        throw tooMany();
      }
    }
    return made;
  }

  /** Makes a query for which nothing was spent before. */
  private org.apache.lucene.search.Query fresh(Supplier<org.apache.lucene.search.Query> making) {
    terms = 0;
    open = 0;
    return making.get();
  }

  /**
   * Returns a query for articles that lack at most so many of some words, each in its language.
   *
   * @param missing how many words may be missing; one must always be there
   */
  org.apache.lucene.search.Query mostOf(Query.Words words, int missing) {
    return bounded(() ->
        inEachField(
            Scope.ALL,
            field -> {
              List<Token> tokens = tokens(field, words.text());
              if (tokens.isEmpty()) {
                return noWord(words.text());
              }
              BooleanQuery.Builder most = new BooleanQuery.Builder();
              tokens.forEach(token -> most.add(word(field, token, Scope.ALL), Occur.SHOULD));
              most.setMinimumNumberShouldMatch(Math.max(1, tokens.size() - missing));
              return most.build();
            }));
  }

  /** Returns into how many words a text is taken apart in that language which makes most of it. */
  int countWords(String text) {
    return fields(Scope.ALL)
        .mapToInt(field -> Token.of(text, field, analysis).size())
        .max()
        .orElse(0);
  }

  /** Returns a query for articles about any of some values; its scores mean nothing. */
  org.apache.lucene.search.Query aboutAny(Facet facet, Collection<String> values) {
    if (values.size() == 1) {
      return about(facet, values.iterator().next());
    }
    if (values.size() > FEW) {
      return new TermInSetQuery(Schema.about(facet), values.stream().map(BytesRef::new).toList());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(value -> any.add(about(facet, value), Occur.SHOULD));
    return any.build();
  }

  private static TermQuery about(Facet facet, String value) {
    return new TermQuery(new Term(Schema.about(facet), value));
  }

  private org.apache.lucene.search.Query of(Query query, Scope scope) {
    return switch (query) {
      case Query.Words words -> inEachField(scope, field -> words(field, words, scope));
      case Query.Phrase phrase -> inEachField(scope, field -> phrase(field, phrase, scope));
      case Query.Prefix prefix -> inEachField(scope, field -> expanded(field, prefix, scope));
      case Query.Wildcard wildcard -> inEachField(scope, field -> expanded(field, wildcard, scope));
      case Query.Fuzzy fuzzy -> inEachField(scope, field -> expanded(field, fuzzy, scope));
      case Query.Near near -> inEachField(scope, field -> placed(field, near, 1, scope));
      case Query.Same same -> inEachField(scope, field -> placed(field, same, 1, scope));
      case Query.AtLeast(var many, var times) ->
          inEachField(scope, field -> placed(field, many, times, scope));
      case Query.In(var zone, var inner) -> of(inner, scope.in(zone));
      case Query.AllOf(var parts) -> allOf(parts, scope);
      case Query.AnyOf(var parts) -> anyOf(parts, scope);
      case Query.Not not -> allOf(List.of(not), scope);
      case Query.About(var facet, var value) -> unscored(term(Schema.about(facet), value));
      case Query.Mentions(var facet, var value) -> unscored(term(Schema.mentions(facet), value));
      case Query.Salient(var facet, var value, var salience) ->
          unscored(new SalienceQuery(new Term(Schema.mentions(facet), value), salience));
      case Query.Published(var from, var to) -> unscored(published(from, to));
      case Query.Like(var id) -> {
        spend(Query.Like.MAX_WORDS);
        yield read(() -> Likeness.of(id, snapshot, analysis, deadline));
      }
      case Query.Everything everything -> unscored(MatchAllDocsQuery.INSTANCE);
    };
  }

  private org.apache.lucene.search.Query allOf(List<Query> parts, Scope scope) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean onlyExcludes = true;
    for (Query part : parts) {
      if (part instanceof Query.Not(var excluded)) {
        all.add(of(excluded, scope), Occur.MUST_NOT);
      } else {
        all.add(of(part, scope), isScored(part) ? Occur.MUST : Occur.FILTER);
        onlyExcludes = false;
      }
    }
    if (onlyExcludes) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }

  /** Tells whether a query has a say in how well an article ranks. */
  static boolean isScored(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.Phrase phrase -> true;
      case Query.Prefix prefix -> true;
      case Query.Wildcard wildcard -> true;
      case Query.Fuzzy fuzzy -> true;
      case Query.Near near -> true;
      case Query.Same same -> true;
      case Query.AtLeast atLeast -> true;
      case Query.In(var zone, var inner) -> isScored(inner);
      case Query.AllOf all -> true;
      case Query.AnyOf any -> true;
      case Query.Not not -> false;
      case Query.About about -> false;
      case Query.Mentions mentions -> false;
      case Query.Salient salient -> false;
      case Query.Published published -> false;
      case Query.Like like -> true;
      case Query.Everything everything -> false;
    };
  }

  private org.apache.lucene.search.Query anyOf(List<Query> parts, Scope scope) {
    return either(parts.stream().map(part -> of(part, scope)).toList());
  }

  /** Returns a query for a part in the field of any language; its words are counted once. */
  private org.apache.lucene.search.Query inEachField(
      Scope scope, Function<String, org.apache.lucene.search.Query> query) {
    int before = terms;
    int most = terms;
    List<org.apache.lucene.search.Query> each = new ArrayList<>();
    for (String field : (Iterable<String>) fields(scope)::iterator) {
      terms = before;
      org.apache.lucene.search.Query here = query.apply(field);
      most = Math.max(most, terms);
      if (!(here instanceof MatchNoDocsQuery)) {
        each.add(whole ? new WholeQuery(here) : here);
      }
    }
    terms = most;
    return whole && each.size() > 1 ? new WholeQuery(either(each)) : either(each);
  }

  /** Returns the fields that hold what is to be looked at. */
  private Stream<String> fields(Scope scope) {
    if (scope.empty()) {
      return Stream.empty();
    }
    Stream<String> languages = snapshot.languages().stream();
    if (scope.part() == Zone.Part.BYLINE) {
      return Stream.of(Schema.BYLINE_TEXT);
    }
    return scope.part() == Zone.Part.HEADLINE
        ? languages.map(Schema::headline)
        : languages.map(Schema::text);
  }

  private org.apache.lucene.search.Query either(List<org.apache.lucene.search.Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    queries.forEach(query -> either.add(query, Occur.SHOULD));
    return either.build();
  }

  private org.apache.lucene.search.Query words(String field, Query.Words words, Scope scope) {
    List<Token> tokens = tokens(field, words.text());
    if (tokens.isEmpty()) {
      return noWord(words.text());
    }
    if (tokens.size() == 1) {
      return word(field, tokens.getFirst(), scope);
    }
    Occur occur = words.match() == Match.ALL ? Occur.MUST : Occur.SHOULD;
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    tokens.forEach(token -> clauses.add(word(field, token, scope), occur));
    return clauses.build();
  }

  private org.apache.lucene.search.Query word(String field, Token token, Scope scope) {
    org.apache.lucene.search.Query word =
        scope.isWindow()
            ? in(field, new Place.Word(token.term()), 1, scope)
            : word(new Term(field, token.term()));
    return functionWords < 1 && isFunctionWord(field, token)
        ? new BoostQuery(word, (float) functionWords)
        : word;
  }

  /** Returns a query for a word that is looked up now, as a search runs most queries twice. */
  private org.apache.lucene.search.Query word(Term word) {
    TermStates states = lookedUp.get(word);
    if (states == null) {
      deadline.check();
      String language = Schema.languageOf(word.field()).orElse("");
      WordStatistics words = snapshot.wordStatistics();
      states = read(() -> words.of(word, language, snapshot.searcher()));
      lookedUp.put(word, states);
    }
    return new TermQuery(word, states);
  }

  private boolean isFunctionWord(String field, Token token) {
    return Schema.languageOf(field)
        .filter(language -> analysis.isFunctionWord(language, token.term()))
        .isPresent();
  }

  private org.apache.lucene.search.Query phrase(String field, Query.Phrase phrase, Scope scope) {
    if (scope.isWindow()) {
      return placed(field, phrase, 1, scope);
    }
    List<Token> tokens = phraseTokens(field, phrase.text());
    if (tokens.isEmpty()) {
      return noWord(phrase.text());
    }
    PhraseQuery.Builder words = new PhraseQuery.Builder().setSlop(phrase.slop());
    tokens.forEach(token -> words.add(new Term(field, token.term()), token.position()));
    PhraseQuery made = words.build();
    return scope.equals(Scope.ALL) ? paired(made) : made;
  }

  /** Returns a query for a phrase in the text of a language, where there are pairs of words. */
  private org.apache.lucene.search.Query paired(PhraseQuery phrase) {
    String language = Schema.languageOf(phrase.getField()).orElseThrow();
    return PairedPhraseQuery.of(phrase, language, snapshot.wordStatistics());
  }

  private List<Token> phraseTokens(String field, String text) {
    List<Token> tokens = tokens(field, text);
    if (tokens.size() <= budget.phraseLength()) {
      return tokens;
    }
    leniency.cut(
        Query.phrase(text),
        "a phrase may have at most %,d words, but this one has %,d; split it, or raise the phrase length of the budget"
            .formatted(budget.phraseLength(), tokens.size()));
    return tokens.subList(0, budget.phraseLength());
  }

  /** Returns a query for a word that stands for several, all of which count the same. */
  private org.apache.lucene.search.Query expanded(String field, Query word, Scope scope) {
    if (scope.isWindow()) {
      return new ConstantScoreQuery(placed(field, word, 1, scope));
    }
    return new ConstantScoreQuery(
        either(places(field, word).stream().map(place -> in(field, place)).toList()));
  }

  private org.apache.lucene.search.Query in(String field, Place place) {
    return place instanceof Place.AnyWord(var words)
        ? AnyWordQuery.of(field, words)
        : opened(field, place, 1);
  }

  private PlacesQuery opened(String field, Place place, int times) {
    open +=
        place.all().mapToInt(part -> part instanceof Place.AnyWord(var any) ? any.size() : 1).sum();
    int most = OPEN_EXPANSIONS * budget.expansions();
    if (open > most) {
      throw new BudgetExceeded(
          "the prefixes, wildcards and fuzzy words of a query may stand for at most %,d words together where their places matter, but these would for more; write more of their letters, or raise the expansions of the budget"
              .formatted(most));
    }
    return new PlacesQuery(field, place, times);
  }

  // places

  private org.apache.lucene.search.Query placed(String field, Query query, int times, Scope scope) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<Place> places = places(field, query);
    if (places.size() == 1) {
      return in(field, places.getFirst(), times, scope);
    }
    places.forEach(place -> all.add(in(field, place, times, scope), Occur.MUST));
    return all.build();
  }

  private org.apache.lucene.search.Query in(String field, Place place, int times, Scope scope) {
    return opened(field, scope.isWindow() ? new Place.Within(place, scope) : place, times);
  }

  /**
   * Returns the places in a field of all of which an article must have some: those that the query
   * for a clause, which was made before, looks for.
   */
  List<Place> placesOf(Query clause, String field) {
    terms = 0;
    return places(field, clause);
  }

  /** Returns the places of all of which an article must have some. */
  private List<Place> places(String field, Query query) {
    return switch (query) {
      case Query.Words(var text, var match) -> {
        List<Place> words =
            tokens(field, text).stream().<Place>map(token -> new Place.Word(token.term())).toList();
        boolean each = match == Match.ALL && !words.isEmpty();
        yield each ? words : List.of(oneOf(words));
      }
      case Query.Phrase(var text, var slop) -> List.of(phrase(phraseTokens(field, text), slop));
      case Query.Prefix prefix -> List.of(expanded(field, prefix));
      case Query.Wildcard wildcard -> List.of(expanded(field, wildcard));
      case Query.Fuzzy fuzzy -> List.of(expanded(field, fuzzy));
      case Query.Near(var left, var right, var distance, var inOrder) ->
          pairs(
              places(field, left),
              places(field, right),
              (one, other) -> new Place.Near(one, other, distance, inOrder));
      case Query.Same(var left, var right, var unit) ->
          pairs(
              places(field, left),
              places(field, right),
              (one, other) -> new Place.Same(one, other, unit));
      case Query.AllOf(var parts) ->
          parts.stream().flatMap(part -> places(field, part).stream()).toList();
      case Query.AnyOf(var parts) ->
          parts.stream()
              .map(part -> places(field, part))
              .reduce((some, more) -> pairs(some, more, (one, other) -> oneOf(List.of(one, other))))
              .orElseThrow();
      default -> throw new IllegalStateException(query + " has no place, but passed the check");
    };
  }

  private List<Place> pairs(List<Place> lefts, List<Place> rights, BinaryOperator<Place> pair) {
    spend(lefts.size() * rights.size());
    return lefts.stream()
        .flatMap(left -> rights.stream().map(right -> pair.apply(left, right)))
        .toList();
  }

  private static Place oneOf(List<Place> places) {
    if (places.size() == 1) {
      return places.getFirst();
    }
    List<Place> flat = new ArrayList<>();
    for (Place place : places) {
      flat.addAll(place instanceof Place.Either(var parts) ? parts : List.of(place));
    }
    return new Place.Either(flat);
  }

  private static Place phrase(List<Token> tokens, int slop) {
    if (tokens.size() == 1) {
      return new Place.Word(tokens.getFirst().term());
    }
    return tokens.isEmpty()
        ? new Place.Either(List.of())
        : new Place.Phrase(
            tokens.stream().map(Token::term).toList(),
            tokens.stream().map(Token::position).toList(),
            slop);
  }

  /** A word of a query that stands for several of a field. */
  private record Expansion(String field, Query word) {}

  /** Returns what a word stands for, which is looked up only once: it takes long. */
  private Place expanded(String field, Query word) {
    Expansion expansion = new Expansion(field, word);
    Place known = expanded.get(expansion);
    if (known != null) {
      return known;
    }
    Place place =
        switch (word) {
          case Query.Prefix(var start) -> prefix(field, start);
          case Query.Wildcard(var pattern) -> wildcard(field, pattern);
          case Query.Fuzzy fuzzy -> fuzzy(field, fuzzy);
          default -> throw new IllegalStateException(word + " stands for one word only");
        };
    expanded.put(expansion, place);
    return place;
  }

  /**
   * Returns the words that start in some way, and the given word itself, whatever it is kept as.
   */
  private Place prefix(String field, String start) {
    BytesRef normal = analysis.normalize(field, start);
    SequencedSet<BytesRef> words = new TreeSet<>();
    if (normal.length > 0) { // every word starts with nothing
      words.addAll(
          taken(read(() -> expansions.startingWith(field, normal)), new Query.Prefix(start)));
    }
    List<Token> itself = tokens(field, start);
    if (itself.size() == 1) {
      words.add(itself.getFirst().term());
    }
    Place starting = new Place.AnyWord(List.copyOf(words));
    return itself.size() > 1 ? oneOf(List.of(starting, phrase(itself, 0))) : starting;
  }

  private Place wildcard(String field, String pattern) {
    WordPattern shape =
        WordPattern.of(pattern, letters -> analysis.normalize(field, letters).utf8ToString());
    return new Place.AnyWord(
        taken(read(() -> expansions.like(field, shape)), new Query.Wildcard(pattern)));
  }

  private List<BytesRef> taken(Expansions.Found found, Query word) {
    found.why().ifPresent(why -> leniency.cut(word, why));
    return found.terms();
  }

  /** Returns every similar word; Lucene's own fuzzy query takes the fifty most similar ones. */
  private Place fuzzy(String field, Query.Fuzzy fuzzy) {
    SequencedSet<String> spellings = new LinkedHashSet<>();
    spellings.add(analysis.normalize(field, fuzzy.word()).utf8ToString());
    List<Token> tokens = tokens(field, fuzzy.word());
    if (tokens.size() == 1) {
      spellings.add(tokens.getFirst().term().utf8ToString());
    }
    spellings.remove("");
    SequencedSet<BytesRef> words = new TreeSet<>();
    for (String spelling : spellings) {
      words.addAll(taken(read(() -> expansions.similarTo(field, spelling, fuzzy.edits())), fuzzy));
    }
    return new Place.AnyWord(List.copyOf(words));
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // the rest

  private org.apache.lucene.search.Query term(String field, String value) {
    spend(1);
    return new TermQuery(new Term(field, value));
  }

  private static org.apache.lucene.search.Query published(Instant from, Instant to) {
    long first = millisAtOrAfter(from);
    long last = millisAtOrAfter(to) - 1;
    return first > last
        ? new MatchNoDocsQuery("no time is from " + from + " to " + to)
        : LongField.newRangeQuery(Schema.PUBLISHED, first, last);
  }

  /**
   * Returns the first whole millisecond that is not before an instant, within what an article can
   * have.
   */
  private static long millisAtOrAfter(Instant instant) {
    if (instant.isBefore(org.lede.Article.MIN_PUBLISHED)) {
      return org.lede.Article.MIN_PUBLISHED.toEpochMilli();
    }
    if (instant.isAfter(org.lede.Article.MAX_PUBLISHED)) {
      return org.lede.Article.MAX_PUBLISHED.toEpochMilli() + 1;
    }
    return instant.plusNanos(999_999).toEpochMilli();
  }

  private static org.apache.lucene.search.Query unscored(org.apache.lucene.search.Query query) {
    return new BooleanQuery.Builder().add(query, Occur.FILTER).build();
  }

  private static org.apache.lucene.search.Query noWord(String text) {
    return new MatchNoDocsQuery("there is no word in \"" + text + "\"");
  }

  private List<Token> tokens(String field, String text) {
    List<Token> tokens = Token.of(text, field, analysis);
    spend(tokens.size());
    return tokens;
  }

  private void spend(int more) {
    terms += more;
    if (terms > Math.min(budget.terms(), MAX_CLAUSES)) {
      throw tooMany();
    }
  }

  private BudgetExceeded tooMany() {
    return new BudgetExceeded(
        "a query may have at most %,d words, values and parts, but this one has more; split it"
            .formatted(Math.min(budget.terms(), MAX_CLAUSES)));
  }
}
