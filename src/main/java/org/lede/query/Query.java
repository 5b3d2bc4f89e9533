package org.lede.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lede.Facet;

/**
 * What an article must hold to be found.
 *
 * <p>Words are compared as the language of each article has it: in English {@code exports} finds
 * {@code export}, and letter case never counts. Headline, lead and body are searched together; a
 * phrase never runs from one paragraph into the next.
 *
 * <p>Facet values, dates and {@link Not} decide whether an article is found, never how well it
 * ranks.
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
   *     characters
   * @param match how many of them an article must hold
   */
  record Words(String text, Match match) implements Query {
    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the text is blank or too long
     */
    public Words {
      check("the text of a query for words", text);
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
   * @param text the words; at most {@value Query#MAX_TEXT_LENGTH} characters
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
      check("the text of a phrase", text);
      if (slop < 0 || slop > MAX_SLOP) {
        throw new IllegalArgumentException(
            "the slop of a phrase must be from 0 to %d, but is %d".formatted(MAX_SLOP, slop));
      }
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
      checkWord("the start of a word", start);
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
      checkWord("a word", word);
      if (edits < 1 || edits > MAX_EDITS) {
        throw new IllegalArgumentException(
            "edits must be 1 or %d, but is %d".formatted(MAX_EDITS, edits));
      }
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
  }

  /**
   * Articles that do not match.
   *
   * @param query what they must not match
   */
  record Not(Query query) implements Query {}

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
  }

  /** Every article. */
  record Everything() implements Query {}

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
   * Reads what a person typed, knowing the {@linkplain Facet#BUILT_IN built-in} facets.
   *
   * <p>Any text gives a query; what was not understood gives notices. An empty text finds
   * everything.
   *
   * @param text words, {@code "phrases"}, {@code facet:value}, and {@code -} before what must not
   *     be there
   * @return the query, and what had to be changed
   */
  static Parsed parse(String text) {
    return parse(text, Facet.BUILT_IN);
  }

  /**
   * Reads what a person typed, as {@link #parse(String)} does.
   *
   * @param text the text
   * @param facets the facets that may be typed
   * @return the query, and what had to be changed
   */
  static Parsed parse(String text, Collection<Facet> facets) {
    return new QueryParser(text, facets).parsed();
  }

  private static void checkWord(String field, String word) {
    check(field, word, MAX_WORD_LENGTH);
    if (word.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          field + " must not hold space, but is \"" + excerpt(word) + "\"");
    }
  }

  private static void check(String field, String text) {
    check(field, text, MAX_TEXT_LENGTH);
  }

  private static void check(String field, String text, int maxLength) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          field + " must not be blank, but is \"" + excerpt(text) + "\"");
    }
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s may have at most %,d characters, but has %,d"
              .formatted(field, maxLength, text.length()));
    }
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
