package org.lede.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lede.Facet;

/** Writes queries as the text that {@link QueryParser} reads as an equal query. */
final class QueryPrinter {
  /** What would end a word or begin something else, wherever it stands in a word. */
  private static final String SPECIAL = "\"“”„«»()\\:*?";

  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case Query.Words(var text, var match) ->
          match == Query.Match.ALL ? words(text) : "any/word(" + words(text) + ")";
      case Query.Phrase(var text, var slop) -> phrase(text) + (slop == 0 ? "" : "~" + slop);
      case Query.Prefix(var start) -> single(start) + "*";
      case Query.Wildcard(var pattern) -> pattern(pattern);
      case Query.Fuzzy(var word, var edits) -> "~".repeat(edits) + single(word);
      case Query.Near(var left, var right, var distance, var inOrder) ->
          operand(left) + (inOrder ? " before/" : " near/") + distance + " " + operand(right);
      case Query.Same(var left, var right, var unit) ->
          "%s same/%s %s"
              .formatted(operand(left), unit.name().toLowerCase(Locale.ROOT), operand(right));
      case Query.AtLeast(var many, var times) -> "atleast/" + times + " " + operand(many);
      case Query.In(var zone, var inner) -> zone(zone) + ":" + operand(inner);
      case Query.AllOf(var parts) -> joined(parts, " AND ", "all/of");
      case Query.AnyOf(var parts) -> joined(parts, " OR ", "any/of");
      case Query.Not(var excluded) -> "-" + operand(excluded);
      case Query.About(var facet, var value) -> facet.name() + ":" + quoted(value);
      case Query.Mentions(var facet, var value) -> "mentions:" + value(facet, value);
      case Query.Salient(var facet, var value, var salience) ->
          "about/%s:%s".formatted(salience, value(facet, value));
      case Query.Published(var from, var to) ->
          "published:" + instant(from, Instant.MIN) + ".." + instant(to, Instant.MAX);
      case Query.Like(var id) -> "like:" + quoted(id);
      case Query.Everything everything -> "*";
    };
  }

  private static String joined(List<Query> parts, String operator, String ofOneOrNone) {
    String joined = parts.stream().map(QueryPrinter::operand).collect(Collectors.joining(operator));
    return parts.size() > 1 ? joined : ofOneOrNone + "(" + joined + ")";
  }

  /** Returns a query that is part of another: in parentheses, unless it is but one word. */
  private static String operand(Query query) {
    String text = print(query);
    boolean alone =
        switch (query) {
          case Query.Words(var words, var match) ->
              match == Query.Match.ANY || words.indexOf(' ') < 0;
          case Query.AllOf(var parts) -> parts.size() < 2;
          case Query.AnyOf(var parts) -> parts.size() < 2;
          case Query.Near near -> false;
          case Query.Same same -> false;
          case Query.AtLeast atLeast -> false;
          case Query.Not not -> false;
          case Query.In in -> false;
          default -> true;
        };
    return alone ? text : "(" + text + ")";
  }

  private static String words(String text) {
    return Stream.of(text.split(" ", -1)).map(QueryPrinter::bare).collect(Collectors.joining(" "));
  }

  /** Returns a word that stands alone, so that it is not taken for an operator. */
  private static String bare(String word) {
    String escaped = word(word);
    boolean plain = escaped.equals(word) && Words.isWord(word) && !Words.isOperator(word);
    return plain ? first(word) : withEscape(escaped);
  }

  /** Returns one word, which may hold anything. */
  private static String single(String word) {
    return Words.isWord(word) ? first(word(word)) : withEscape(word(word));
  }

  private static String phrase(String text) {
    String quoted = quoted(text);
    return Words.isWord(text) ? quoted : '"' + withEscape(quoted.substring(1));
  }

  /** Keeps a word from being read as excluded or fuzzy. */
  private static String first(String word) {
    return word.startsWith("-") || word.startsWith("~") ? "\\" + word : word;
  }

  private static String withEscape(String text) {
    return text.startsWith("\\") ? text : "\\" + text;
  }

  private static String word(String word) {
    return escaped(word, SPECIAL);
  }

  /** Returns a pattern; in parentheses, if its end could be taken for the end of a question. */
  private static String pattern(String pattern) {
    String written = first(escaped(pattern, SPECIAL.replaceAll("[*?\\\\]", "")));
    if (!Words.isWord(pattern) && written.indexOf('\\') < 0) {
      written = written.replaceFirst("[^*?]", "\\\\$0"); // or it would be left out as no word
    }
    return written.endsWith("?") ? "(" + written + ")" : written;
  }

  private static String quoted(String text) {
    return '"' + escaped(text, "\"“”„«»\\") + '"';
  }

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  private static String value(Facet facet, String value) {
    return facet.name() + ":" + quoted(value);
  }

  private static String zone(Zone zone) {
    return switch (zone) {
      case Zone.Part part -> part.name().toLowerCase(Locale.ROOT);
      case Zone.First(var words) -> "first/" + words;
    };
  }

  private static String instant(Instant instant, Instant open) {
    return instant.equals(open) ? "" : instant.toString();
  }
}
