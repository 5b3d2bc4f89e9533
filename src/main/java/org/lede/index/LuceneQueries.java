package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.lede.BudgetExceeded;
import org.lede.Facet;
import org.lede.query.Query;
import org.lede.query.Query.Match;

/**
 * Turns a query of ours into one of Lucene's, for one snapshot.
 *
 * <p>An article has its text in the field of its language. So a query for words is made once for
 * each language that there are articles in, and an article is found by the one for its own.
 */
final class LuceneQueries {
  /**
   * The most words, phrases' words included, and facet values of a query, times the languages of
   * the index.
   */
  static final int MAX_TERMS = 1_000;

  /** How deep a query may be nested. */
  static final int MAX_DEPTH = 100;

  private final Snapshot snapshot;
  private final TextAnalysis analysis;
  private int terms;

  LuceneQueries(Snapshot snapshot, TextAnalysis analysis) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  /**
   * Returns the query.
   *
   * @throws BudgetExceeded if it is too large or too deep
   */
  org.apache.lucene.search.Query of(Query query) {
    terms = 0;
    return of(query, 1);
  }

  /** Returns a query for articles about any of some values, without scores. */
  org.apache.lucene.search.Query aboutAny(Facet facet, Collection<String> values) {
    List<BytesRef> bytes = values.stream().map(BytesRef::new).toList();
    return new TermInSetQuery(Schema.about(facet), bytes);
  }

  private org.apache.lucene.search.Query of(Query query, int depth) {
    if (depth > MAX_DEPTH) {
      throw new BudgetExceeded(
          "a query may be at most %d levels deep, but this one is deeper".formatted(MAX_DEPTH));
    }
    return switch (query) {
      case Query.Words words -> inEachLanguage(field -> words(field, words));
      case Query.Phrase phrase -> inEachLanguage(field -> phrase(field, phrase));
      case Query.Prefix prefix -> inEachLanguage(field -> prefix(field, prefix.start()));
      case Query.Fuzzy fuzzy -> inEachLanguage(field -> fuzzy(field, fuzzy));
      case Query.AllOf(var parts) -> allOf(parts, depth);
      case Query.AnyOf(var parts) -> anyOf(parts, depth);
      case Query.Not not -> allOf(List.of(not), depth);
      case Query.About(var facet, var value) -> unscored(term(Schema.about(facet), value));
      case Query.Mentions(var facet, var value) -> unscored(mentions(facet, value));
      case Query.Published(var from, var to) -> unscored(published(from, to));
      case Query.Everything everything -> unscored(MatchAllDocsQuery.INSTANCE);
    };
  }

  private org.apache.lucene.search.Query allOf(List<Query> parts, int depth) {
    spend(parts.size());
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean onlyExcludes = true;
    for (Query part : parts) {
      if (part instanceof Query.Not(var excluded)) {
        all.add(of(excluded, depth + 1), Occur.MUST_NOT);
      } else {
        all.add(of(part, depth + 1), isScored(part) ? Occur.MUST : Occur.FILTER);
        onlyExcludes = false;
      }
    }
    if (onlyExcludes) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }

  private static boolean isScored(Query query) {
    return switch (query) {
      case Query.Words words -> true;
      case Query.Phrase phrase -> true;
      case Query.Prefix prefix -> true;
      case Query.Fuzzy fuzzy -> true;
      case Query.AllOf all -> true;
      case Query.AnyOf any -> true;
      case Query.Not not -> false;
      case Query.About about -> false;
      case Query.Mentions mentions -> false;
      case Query.Published published -> false;
      case Query.Everything everything -> false;
    };
  }

  private org.apache.lucene.search.Query anyOf(List<Query> parts, int depth) {
    return either(parts.stream().map(part -> of(part, depth + 1)).toList());
  }

  private org.apache.lucene.search.Query inEachLanguage(
      Function<String, org.apache.lucene.search.Query> query) {
    return either(snapshot.languages().stream().map(Schema::text).map(query).toList());
  }

  private org.apache.lucene.search.Query either(List<org.apache.lucene.search.Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    spend(queries.size());
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    queries.forEach(query -> either.add(query, Occur.SHOULD));
    return either.build();
  }

  private org.apache.lucene.search.Query words(String field, Query.Words words) {
    List<Token> tokens = tokens(field, words.text());
    if (tokens.isEmpty()) {
      return noWord(words.text());
    }
    if (tokens.size() == 1) {
      return new TermQuery(new Term(field, tokens.getFirst().term()));
    }
    Occur occur = words.match() == Match.ALL ? Occur.MUST : Occur.SHOULD;
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    tokens.forEach(token -> clauses.add(new TermQuery(new Term(field, token.term())), occur));
    return clauses.build();
  }

  private org.apache.lucene.search.Query phrase(String field, Query.Phrase phrase) {
    List<Token> tokens = tokens(field, phrase.text());
    if (tokens.isEmpty()) {
      return noWord(phrase.text());
    }
    PhraseQuery.Builder words = new PhraseQuery.Builder().setSlop(phrase.slop());
    tokens.forEach(token -> words.add(new Term(field, token.term()), token.position()));
    return words.build();
  }

  private org.apache.lucene.search.Query prefix(String field, String start) {
    spend(1);
    BytesRef normal = analysis.normalize(field, start);
    List<org.apache.lucene.search.Query> either = new ArrayList<>();
    either.add(words(field, new Query.Words(start, Match.ALL)));
    if (normal.length > 0) { // every word starts with nothing
      either.add(new PrefixQuery(new Term(field, normal)));
    }
    return new ConstantScoreQuery(either(either));
  }

  private org.apache.lucene.search.Query fuzzy(String field, Query.Fuzzy fuzzy) {
    spend(1);
    SequencedSet<String> spellings = new LinkedHashSet<>();
    spellings.add(analysis.normalize(field, fuzzy.word()).utf8ToString());
    List<Token> tokens = tokens(field, fuzzy.word());
    if (tokens.size() == 1) {
      spellings.add(tokens.getFirst().term().utf8ToString());
    }
    spellings.remove("");
    return new ConstantScoreQuery(
        either(spellings.stream().map(word -> similar(field, word, fuzzy.edits())).toList()));
  }

  /**
   * Unlike Lucene's {@code FuzzyQuery}, finds every similar word, not the fifty most similar ones.
   */
  private static org.apache.lucene.search.Query similar(String field, String word, int edits) {
    return new AutomatonQuery(
        new Term(field, word), new LevenshteinAutomata(word, true).toAutomaton(edits));
  }

  private org.apache.lucene.search.Query mentions(Facet facet, String value) {
    return either(List.of(term(Schema.about(facet), value), term(Schema.passing(facet), value)));
  }

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

  /** One word as the index has it, and its position. */
  private record Token(BytesRef term, int position) {}

  private List<Token> tokens(String field, String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analysis.tokenStream(field, text)) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      for (stream.reset(); stream.incrementToken(); spend(1)) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(BytesRef.deepCopyOf(term.getBytesRef()), position));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return tokens;
  }

  private void spend(int more) {
    terms += more;
    if (terms > MAX_TERMS) {
      throw new BudgetExceeded(
          "a query may have at most %,d words, values and parts, words counted once for each of the %d languages of the index, but this one has more"
              .formatted(MAX_TERMS, snapshot.languages().size()));
    }
  }
}
