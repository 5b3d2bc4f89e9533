package org.lede.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lede.Article;
import org.lede.Facet;
import org.lede.QueryNotUnderstood;

/**
 * What an article must hold to be found.
 *
 * <p>Words are compared as the language of each article has it: in English {@code exports} finds
 * {@code export}, and letter case never counts. Headline, lead and body are searched together,
 * unless {@link In} names a zone; a phrase never runs from one paragraph into the next.
 *
 * <p>Facet values, dates and {@link Not} decide whether an article is found, never how well it
 * ranks.
 *
 * <p>As a string, a query is the {@linkplain org.lede.query text} that is read as an equal query.
 */
public sealed interface Query {
  /** The longest text of one part, in characters (UTF-16 units). */
  int MAX_TEXT_LENGTH = 10_000;

  /** The longest single word, of {@link Prefix} and {@link Fuzzy}, in characters (UTF-16 units). */
  int MAX_WORD_LENGTH = 100;

  /**
   * Articles that hold words, in any order.
   *
   * <p>A text without any word in it, such as {@code "?!"}, matches no article.
   *
   * @param text the words, as a reader would type them; at most {@value Query#MAX_TEXT_LENGTH}
   *     characters; kept without marks of writing direction, and with single spaces
   * @param match how many of them an article must hold
   */
  record Words(String text, Match match) implements Query {
    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the text is blank or too long
     */
    public Words {
      text = CleanText.clean("the text of a query for words", text, MAX_TEXT_LENGTH);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** How many of several words an article must hold. */
  enum Match {
    /** Every one. */
    ALL,
    /** At least one; those that hold more, and rarer ones, rank higher. */
    ANY
  }

  /**
   * Articles that hold words next to each other, in their order.
   *
   * <p>A text without any word in it matches no article.
   *
   * @param text the words; at most {@value Query#MAX_TEXT_LENGTH} characters; kept as those of
   *     {@link Words} are
   * @param slop how many steps the words may be moved, in all, to stand as in the text; 0 for next
   *     to each other. To swap two neighbours takes 2.
   */
  record Phrase(String text, int slop) implements Query {
    /** The highest slop. A paragraph's end is a wider gap than this. */
    public static final int MAX_SLOP = 50;

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the text is blank or too long or the slop is not from 0
     *     to {@value #MAX_SLOP}
     */
    public Phrase {
      text = CleanText.clean("the text of a phrase", text, MAX_TEXT_LENGTH);
      if (slop < 0 || slop > MAX_SLOP) {
        throw new IllegalArgumentException(
            "the slop of a phrase must be from 0 to %d, but is %d".formatted(MAX_SLOP, slop));
      }
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that hold a word that starts in some way, or the given word itself.
   *
   * <p>What is compared is the word as the index keeps it, which in most languages is its stem:
   * {@code censor} finds {@code censorship}, and {@code regulations} finds {@code regulations} and
   * whatever it is kept as, {@code regulation}.
   *
   * @param start the first letters, without space; at most {@value Query#MAX_WORD_LENGTH}
   *     characters
   */
  record Prefix(String start) implements Query {
    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the start is blank, too long or holds space
     */
    public Prefix {
      start = CleanText.word("the start of a word", start);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that hold a word of some shape.
   *
   * <p>What is compared is the word as the index keeps it, which in most languages is its stem.
   *
   * @param pattern the word, without space, in which {@code *} stands for any letters or none and
   *     {@code ?} for one letter, unless {@code \} stands before them; at most {@value
   *     Query#MAX_WORD_LENGTH} characters; several {@code *} in a row are kept as one
   */
  record Wildcard(String pattern) implements Query {
    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the pattern is too long, holds space, has no {@code *} or
     *     {@code ?}, has nothing else, or is the start of a word with one {@code *} at its end,
     *     which {@link Prefix} is for
     */
    public Wildcard {
      pattern = Patterns.canonical(CleanText.word("a pattern", pattern));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that hold a word, or one spelt almost like it.
   *
   * <p>Both the word and its stem are compared with the words as the index keeps them, which in
   * most languages is their stem.
   *
   * @param word the word, without space; at most {@value Query#MAX_WORD_LENGTH} characters
   * @param edits how many characters may be put in, left out, changed, or swapped with their
   *     neighbour; 1 or 2
   */
  record Fuzzy(String word, int edits) implements Query {
    /** The most edits. */
    public static final int MAX_EDITS = 2;

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the word is blank, too long or holds space, or edits is
     *     not 1 or 2
     */
    public Fuzzy {
      word = CleanText.word("a word", word);
      if (edits < 1 || edits > MAX_EDITS) {
        throw new IllegalArgumentException(
            "edits must be 1 or %d, but is %d".formatted(MAX_EDITS, edits));
      }
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles in which two things stand near each other.
   *
   * <p>Each side is something that has a place in a text: words, phrases, prefixes, wildcards,
   * fuzzy words, what is near or in the same sentence as something, or several of these joined by
   * {@link AllOf} or {@link AnyOf}. Of words and parts that must all be there, each must be near;
   * of those of which any will do, one. The two sides never share a word.
   *
   * @param left one side
   * @param right the other
   * @param distance how many words may lie between the end of the one and the start of the other,
   *     plus one: 1 for next to each other; from 1 to {@value #MAX_DISTANCE}
   * @param inOrder whether the left one must come first
   */
  record Near(Query left, Query right, int distance, boolean inOrder) implements Query {
    /** The greatest distance. A paragraph's end is a wider gap than this. */
    public static final int MAX_DISTANCE = 99;

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if a side has no place in a text, or the distance is out of
     *     range
     */
    public Near {
      Places.check(left);
      Places.check(right);
      if (distance < 1 || distance > MAX_DISTANCE) {
        throw new IllegalArgumentException(
            "a distance must be from 1 to %d, but is %d".formatted(MAX_DISTANCE, distance));
      }
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles in which two things stand in the same sentence or paragraph. What they may be, {@link
   * Near} says. In a byline, all of it counts as one sentence.
   *
   * @param left one
   * @param right the other
   * @param unit in the same what
   */
  record Same(Query left, Query right, Unit unit) implements Query {
    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if a side has no place in a text
     */
    public Same {
      Places.check(left);
      Places.check(right);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** A piece of a text. */
  enum Unit {
    /** From one full stop to the next, by the rules of the article's language. */
    SENTENCE,
    /** Headline, lead, or what stands between two blank lines of the body. */
    PARAGRAPH
  }

  /**
   * Articles that hold something several times.
   *
   * @param query what has a place in a text, as {@link Near} says; of words and parts that must all
   *     be there, each must be there so often; of those of which any will do, all together
   * @param times how often, from 1 to {@value #MAX_TIMES}
   */
  record AtLeast(Query query, int times) implements Query {
    /** The most times. */
    public static final int MAX_TIMES = 1_000;

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the query has no place in a text, or the number is out of
     *     range
     */
    public AtLeast {
      Places.check(query);
      if (times < 1 || times > MAX_TIMES) {
        throw new IllegalArgumentException(
            "times must be from 1 to %,d, but is %,d".formatted(MAX_TIMES, times));
      }
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that match a query when only one zone of their text is looked at. Facet values and
   * dates in the query mean what they always mean. A zone within a zone is what both have in
   * common: nothing, if they are apart.
   *
   * @param zone the zone
   * @param query what to look for in it
   */
  record In(Zone zone, Query query) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that match every part; every article, if there is no part.
   *
   * @param parts the parts; copied
   */
  record AllOf(List<Query> parts) implements Query {
    /** Makes a query of a copy of the parts. */
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that match at least one part; no article, if there is no part.
   *
   * @param parts the parts; copied
   */
  record AnyOf(List<Query> parts) implements Query {
    /** Makes a query of a copy of the parts. */
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that do not match.
   *
   * @param query what they must not match
   */
  record Not(Query query) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles about a facet value: tagged with it, or with a value below it, with a salience at or
   * over the threshold of the index (0.5 unless told).
   *
   * @param facet the facet
   * @param value the value, in the normal form of {@link Facet#normalise}
   */
  record About(Facet facet, String value) implements Query {
    /**
     * Makes a query, bringing the value into normal form.
     *
     * @throws IllegalArgumentException if the value is not one of the facet
     */
    public About {
      value = facet.normalise(value);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles that at least mention a facet value: tagged with it, or with a value below it, with
   * any salience.
   *
   * @param facet the facet
   * @param value the value, in the normal form of {@link Facet#normalise}
   */
  record Mentions(Facet facet, String value) implements Query {
    /**
     * Makes a query, bringing the value into normal form.
     *
     * @throws IllegalArgumentException if the value is not one of the facet
     */
    public Mentions {
      value = facet.normalise(value);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles tagged with a facet value, or with a value below it, with at least some salience.
   *
   * @param facet the facet; of {@link Facet#SOURCE} and {@link Facet#LANGUAGE} every salience is 1
   * @param value the value, in the normal form of {@link Facet#normalise}
   * @param salience the least salience, from 0 to 1, in steps of 0.001
   */
  record Salient(Facet facet, String value, double salience) implements Query {
    /**
     * Makes a query, bringing the value into normal form and the salience to the nearest step.
     *
     * @throws IllegalArgumentException if the value is not one of the facet or the salience is out
     *     of range
     */
    public Salient {
      value = facet.normalise(value);
      if (!(salience >= 0 && salience <= 1)) {
        throw new IllegalArgumentException(
            "a salience must be from 0 to 1, but is %s".formatted(salience));
      }
      salience = Math.rint(salience * 1_000) / 1_000 + 0.0; // which makes 0.0 of -0.0
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles published in a span of time. One without a date is never found by it.
   *
   * @param from the first instant of the span; {@link Instant#MIN} for no beginning
   * @param to the first instant after the span; {@link Instant#MAX} for no end
   */
  record Published(Instant from, Instant to) implements Query {
    /**
     * Returns what was published on a day or later.
     *
     * @param day the day, in UTC
     * @return the query
     */
    public static Published since(LocalDate day) {
      return new Published(startOf(day), Instant.MAX);
    }

    /**
     * Returns what was published before a day began.
     *
     * @param day the day, in UTC
     * @return the query
     */
    public static Published before(LocalDate day) {
      return new Published(Instant.MIN, startOf(day));
    }

    /**
     * Returns what was published from one day to another, both included.
     *
     * @param first the first day, in UTC
     * @param last the last day, in UTC
     * @return the query; it finds nothing if the last day is before the first
     */
    public static Published between(LocalDate first, LocalDate last) {
      return new Published(startOf(first), startOf(last.plusDays(1)));
    }

    private static Instant startOf(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Articles like another one: that hold at least three in ten of the words that tell it from
   * others. These are the words that stand in it often and in few others, {@value #MAX_WORDS} at
   * most. The article itself is not found, nor are those in another language.
   *
   * @param id the id of the other article; nothing is found if there is none
   */
  record Like(String id) implements Query {
    /** The most words that are looked for. */
    public static final int MAX_WORDS = 25;

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the id is blank or has more than {@value
     *     org.lede.Article#MAX_ID_BYTES} characters
     */
    public Like {
      if (id.isBlank() || id.length() > Article.MAX_ID_BYTES) {
        throw new IllegalArgumentException(
            "the id of an article must have 1 to %d characters, but is \"%s\""
                .formatted(Article.MAX_ID_BYTES, CleanText.excerpt(id)));
      }
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** Every article. */
  record Everything() implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Returns a query for all of some words, in any order.
   *
   * @param text the words
   * @return the query
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Query words(String text) {
    return new Words(text, Match.ALL);
  }

  /**
   * Returns a query for any of some words.
   *
   * @param text the words
   * @return the query
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Query anyWord(String text) {
    return new Words(text, Match.ANY);
  }

  /**
   * Returns a query for words next to each other.
   *
   * @param text the words
   * @return the query
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Query phrase(String text) {
    return new Phrase(text, 0);
  }

  /**
   * Returns a query for words near each other, as {@link Phrase} says.
   *
   * @param text the words
   * @param slop how many steps they may be moved in all, from 0 to {@value Phrase#MAX_SLOP}
   * @return the query
   * @throws IllegalArgumentException if the text is blank or too long or the slop is out of range
   */
  static Query phrase(String text, int slop) {
    return new Phrase(text, slop);
  }

  /**
   * Returns a query for words that start in some way.
   *
   * @param start the first letters
   * @return the query
   * @throws IllegalArgumentException if the start is blank, too long or holds space
   */
  static Query prefix(String start) {
    return new Prefix(start);
  }

  /**
   * Returns a query for words of some shape.
   *
   * @param pattern the word, in which {@code *} stands for any letters or none and {@code ?} for
   *     one letter
   * @return a query for a {@link Wildcard}; for a {@link Prefix}, if the pattern is no more than
   *     that
   * @throws IllegalArgumentException if the pattern is too long, holds space, has no {@code *} or
   *     {@code ?}, or nothing else
   */
  static Query wildcard(String pattern) {
    return Patterns.query(pattern);
  }

  /**
   * Returns a query for a word that may be misspelt.
   *
   * @param word the word
   * @param edits how many characters may differ, 1 or 2
   * @return the query
   * @throws IllegalArgumentException if the word is blank, too long or holds space, or edits is not
   *     1 or 2
   */
  static Query fuzzy(String word, int edits) {
    return new Fuzzy(word, edits);
  }

  /**
   * Returns a query for things that stand near each other, in any order.
   *
   * @param left one, as {@link Near} says
   * @param right the other
   * @param distance 1 for next to each other, 2 for one word between, and so on
   * @return the query
   * @throws IllegalArgumentException if a side has no place in a text, or the distance is not from
   *     1 to {@value Near#MAX_DISTANCE}
   */
  static Query near(Query left, Query right, int distance) {
    return new Near(left, right, distance, false);
  }

  /**
   * Returns a query for one thing that stands before another, and near it.
   *
   * @param first what comes first, as {@link Near} says
   * @param second what comes after it
   * @param distance 1 for next to each other, 2 for one word between, and so on
   * @return the query
   * @throws IllegalArgumentException if a side has no place in a text, or the distance is not from
   *     1 to {@value Near#MAX_DISTANCE}
   */
  static Query before(Query first, Query second, int distance) {
    return new Near(first, second, distance, true);
  }

  /**
   * Returns a query for things in one sentence.
   *
   * @param left one, as {@link Near} says
   * @param right the other
   * @return the query
   * @throws IllegalArgumentException if a side has no place in a text
   */
  static Query sameSentence(Query left, Query right) {
    return new Same(left, right, Unit.SENTENCE);
  }

  /**
   * Returns a query for things in one paragraph.
   *
   * @param left one, as {@link Near} says
   * @param right the other
   * @return the query
   * @throws IllegalArgumentException if a side has no place in a text
   */
  static Query sameParagraph(Query left, Query right) {
    return new Same(left, right, Unit.PARAGRAPH);
  }

  /**
   * Returns a query for something that an article holds several times.
   *
   * @param times how often, from 1 to {@value AtLeast#MAX_TIMES}
   * @param query what, as {@link AtLeast} says
   * @return the query
   * @throws IllegalArgumentException if the query has no place in a text, or the number is out of
   *     range
   */
  static Query atLeast(int times, Query query) {
    return new AtLeast(query, times);
  }

  /**
   * Returns a query for words in one zone.
   *
   * @param zone the zone
   * @param words the words, all of which it must hold
   * @return the query
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Query in(Zone zone, String words) {
    return new In(zone, words(words));
  }

  /**
   * Returns a query that looks at one zone only.
   *
   * @param zone the zone
   * @param query what to look for in it
   * @return the query
   */
  static Query in(Zone zone, Query query) {
    return new In(zone, query);
  }

  /**
   * Returns a query for articles about a facet value.
   *
   * @param facet the facet
   * @param value the value, such as {@code IR} or {@code Iran}
   * @return the query
   * @throws IllegalArgumentException if the value is not one of the facet
   */
  static Query about(Facet facet, String value) {
    return new About(facet, value);
  }

  /**
   * Returns a query for articles about a facet value to some degree, whatever the threshold of the
   * index.
   *
   * @param facet the facet
   * @param value the value, such as {@code IR} or {@code Iran}
   * @param salience the least salience, from 0 to 1, taken to the nearest 0.001
   * @return the query
   * @throws IllegalArgumentException if the value is not one of the facet or the salience is out of
   *     range
   */
  static Query about(Facet facet, String value, double salience) {
    return new Salient(facet, value, salience);
  }

  /**
   * Returns a query for articles that at least mention a facet value.
   *
   * @param facet the facet
   * @param value the value, such as {@code IR} or {@code Iran}
   * @return the query
   * @throws IllegalArgumentException if the value is not one of the facet
   */
  static Query mentions(Facet facet, String value) {
    return new Mentions(facet, value);
  }

  /**
   * Returns a query for articles like another one.
   *
   * @param id the id of the other article
   * @return the query
   * @throws IllegalArgumentException if the id is blank or too long
   */
  static Query like(String id) {
    return new Like(id);
  }

  /**
   * Returns a query for every article.
   *
   * @return the query
   */
  static Query everything() {
    return new Everything();
  }

  /**
   * Returns a query for articles that match every one of some queries.
   *
   * @param parts the queries
   * @return the query
   */
  static Query allOf(Query... parts) {
    return new AllOf(List.of(parts));
  }

  /**
   * Returns a query for articles that match at least one of some queries.
   *
   * @param parts the queries
   * @return the query
   */
  static Query anyOf(Query... parts) {
    return new AnyOf(List.of(parts));
  }

  /**
   * Returns a query for articles that do not match one.
   *
   * @param query what they must not match
   * @return the query
   */
  static Query not(Query query) {
    return new Not(query);
  }

  /**
   * Narrows this query.
   *
   * @param other what articles must match as well
   * @return a query for articles that match both
   */
  default Query and(Query other) {
    List<Query> parts = new ArrayList<>(this instanceof AllOf all ? all.parts() : List.of(this));
    parts.add(other);
    return new AllOf(parts);
  }

  /**
   * Widens this query.
   *
   * @param other what articles may match instead
   * @return a query for articles that match either
   */
  default Query or(Query other) {
    List<Query> parts = new ArrayList<>(this instanceof AnyOf any ? any.parts() : List.of(this));
    parts.add(other);
    return new AnyOf(parts);
  }

  /**
   * Narrows this query to articles that do not match another.
   *
   * @param other what they must not match
   * @return the query
   */
  default Query andNot(Query other) {
    return and(new Not(other));
  }

  /**
   * Reads what a person typed, with the {@linkplain QuerySyntax#defaults usual} syntax.
   *
   * <p>Any text gives a query; what was not understood gives notices. An empty text finds
   * everything.
   *
   * @param text what was typed; {@linkplain org.lede.query the package} says what can be
   * @return the query, and what had to be changed
   */
  static Parsed parse(String text) {
    return parse(text, QuerySyntax.defaults());
  }

  /**
   * Reads what a person typed, as {@link #parse(String)} does.
   *
   * @param text what was typed
   * @param syntax what it is read with
   * @return the query, and what had to be changed
   */
  static Parsed parse(String text, QuerySyntax syntax) {
    return new QueryParser(text, syntax).parsed();
  }

  /**
   * Reads a query of which all must be understood, with the {@linkplain QuerySyntax#defaults usual}
   * syntax: for queries in programs and files, rather than for what people type.
   *
   * @param text the query
   * @return the query
   * @throws QueryNotUnderstood if {@link #parse(String)} would give a notice
   */
  static Query parseStrict(String text) {
    return parseStrict(text, QuerySyntax.defaults());
  }

  /**
   * Reads a query of which all must be understood, as {@link #parseStrict(String)} does.
   *
   * @param text the query
   * @param syntax what it is read with
   * @return the query
   * @throws QueryNotUnderstood if {@link #parse(String, QuerySyntax)} would give a notice
   */
  static Query parseStrict(String text, QuerySyntax syntax) {
    Parsed parsed = parse(text, syntax);
    if (!parsed.notices().isEmpty()) {
      throw new QueryNotUnderstood(
          parsed.notices().stream()
              .map(notice ->
                  "at character %d: %s".formatted(notice.start() + 1, notice.picture(text)))
              .collect(Collectors.joining("\n")));
    }
    return parsed.query();
  }
}
