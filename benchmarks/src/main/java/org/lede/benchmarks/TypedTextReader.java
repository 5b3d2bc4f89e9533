package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.config.StandardQueryConfigHandler.Operator;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.lede.query.Parsed;
import org.lede.query.Query;

/**
 * Reads typed texts.
 *
 * @param <Q> what it makes of them
 */
interface TypedTextReader<Q> {
  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it cannot
   */
  Q read(String text);

  /**
   * Returns the words of what was made of a text, in the order of the alphabet, so that two readers
   * can be compared.
   *
   * @throws IllegalArgumentException if the text was not fully understood
   */
  List<String> words(Q read);

  /** Returns a text as this reader wants it written. */
  default String written(String text) {
    return text;
  }

  /** Returns the words that a text is read as. */
  default List<String> words(String text) {
    return words(read(written(text)));
  }

  /**
   * Checks that a reader understands texts, and reads the same words as Lede.
   *
   * @throws IllegalStateException if it does not
   */
  static void check(List<String> texts, TypedTextReader<?> reader) {
    TypedTextReader<?> lede = new Lede();
    for (String text : texts) {
      List<String> expected = lede.words(text);
      List<String> words = reader.words(text);
      if (!words.equals(expected)) {
        throw new IllegalStateException(
            "the parsers do not agree on the words of %s, so there is nothing to measure: lede %s, %s %s"
                .formatted(text, expected, reader.getClass().getSimpleName(), words));
      }
    }
  }

  /** Returns the reader with a name. */
  static TypedTextReader<?> named(String name) {
    return switch (name) {
      case "lede" -> new Lede();
      case "lucene-classic" -> new Classic();
      case "lucene-standard" -> new Standard();
      case "lucene-simple" -> new Simple();
      default ->
          throw new IllegalArgumentException(
              "engine must be lede, lucene-classic, lucene-standard or lucene-simple, but is \"%s\""
                  .formatted(name));
    };
  }

  /** Lede's. */
  final class Lede implements TypedTextReader<Parsed> {
    @Override
    public Parsed read(String text) {
      return Query.parse(text);
    }

    @Override
    public List<String> words(Parsed read) {
      if (!read.notices().isEmpty()) {
        throw new IllegalArgumentException("lede has notices: " + read.notices());
      }
      Parsed again = Query.parse(read.query().toString());
      if (!again.equals(read)) {
        throw new IllegalArgumentException(
            "lede reads what it printed, %s, as %s".formatted(read.query(), again));
      }
      List<String> words = new ArrayList<>();
      add(read.query(), words);
      return sorted(words);
    }

    /** Adds the words of those queries that plain Lucene has as well. */
    private static void add(Query query, List<String> words) {
      switch (query) {
        case Query.Words(var text, var match) -> words.addAll(List.of(text.split(" ", -1)));
        case Query.Phrase(var text, var slop) -> words.addAll(List.of(text.split(" ", -1)));
        case Query.Prefix(var start) -> words.add(start);
        case Query.AllOf(var parts) -> parts.forEach(part -> add(part, words));
        case Query.AnyOf(var parts) -> parts.forEach(part -> add(part, words));
        case Query.Not(var excluded) -> add(excluded, words);
        default -> words.add(query.toString());
      }
    }
  }

  /**
   * One of plain Lucene's. It is made once, and splits texts at space and no more, as Lede does
   * while it parses: both leave it out of the time how the words are analysed.
   */
  abstract class Lucene implements TypedTextReader<org.apache.lucene.search.Query> {
    static final String FIELD = LuceneDocuments.TEXT;

    final WhitespaceAnalyzer analyzer = new WhitespaceAnalyzer();

    @Override
    public List<String> words(org.apache.lucene.search.Query read) {
      List<String> words = new ArrayList<>();
      read.visit(
          new QueryVisitor() {
            @Override
            public QueryVisitor getSubVisitor(Occur occur, org.apache.lucene.search.Query parent) {
              return this; // also of what is excluded
            }

            @Override
            public void consumeTerms(org.apache.lucene.search.Query query, Term... terms) {
              List.of(terms).forEach(term -> words.add(term.text()));
            }

            @Override
            public void visitLeaf(org.apache.lucene.search.Query query) {
              if (!(query instanceof MatchAllDocsQuery)) { // stands beside what is excluded
                words.add(query.toString(FIELD));
              }
            }

            @Override
            public void consumeTermsMatching(
                org.apache.lucene.search.Query query,
                String field,
                Supplier<ByteRunAutomaton> automaton) {
              words.add(
                  query instanceof PrefixQuery prefix
                      ? prefix.getPrefix().text()
                      : query.toString(FIELD));
            }
          });
      return sorted(words);
    }
  }

  /** The classic one. */
  final class Classic extends Lucene {
    private final QueryParser parser = new QueryParser(FIELD, analyzer);

    Classic() {
      parser.setDefaultOperator(QueryParser.Operator.AND);
    }

    @Override
    public org.apache.lucene.search.Query read(String text) {
      try {
        return parser.parse(text);
      } catch (ParseException e) {
        throw new IllegalArgumentException("the classic parser cannot read " + text, e);
      }
    }
  }

  /** The flexible one. */
  final class Standard extends Lucene {
    private final StandardQueryParser parser = new StandardQueryParser(analyzer);

    Standard() {
      parser.setDefaultOperator(Operator.AND);
    }

    @Override
    public org.apache.lucene.search.Query read(String text) {
      try {
        return parser.parse(text, FIELD);
      } catch (QueryNodeException e) {
        throw new IllegalArgumentException("the standard parser cannot read " + text, e);
      }
    }
  }

  /** The one that never throws, and that writes operators as {@code + | -}. */
  final class Simple extends Lucene {
    private final SimpleQueryParser parser = new SimpleQueryParser(analyzer, FIELD);

    Simple() {
      parser.setDefaultOperator(Occur.MUST);
    }

    @Override
    public String written(String text) {
      return text.replace(" AND ", " + ").replace(" OR ", " | ").replace("NOT ", "-");
    }

    @Override
    public org.apache.lucene.search.Query read(String text) {
      return parser.parse(text);
    }
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).sorted().toList();
  }
}
