package org.lede.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lede.Facet;

/** Reads the fields that are no zones: values of facets, dates, and what is like an article. */
final class ValueParser {
  private static final Pattern SALIENCE = Pattern.compile("(?:about|mentions)(?:/(.*))?");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  /** What is within a name, but never at its end. */
  private static final Pattern LINK = Pattern.compile("(?i)and|the");

  /** The most words of a name that is typed without quotes. */
  private static final int LONGEST_NAME = 5;

  private final Reading reading;
  private final Scanner scanner;

  ValueParser(Reading reading) {
    this.reading = reading;
    scanner = reading.scanner();
  }

  /** Tells whether a field is one that is read here. */
  boolean knows(String name) {
    return name.equals("published")
        || name.equals("like")
        || SALIENCE.matcher(name).matches()
        || reading.syntax().facet(name).isPresent();
  }

  /** {@code facet ':' values | salience ':' (facet ':')? values | 'published' ':' dates | ...}. */
  Optional<Query> read(String name, Scanner.Field field) {
    if (name.equals("published")) {
      return group(field, () -> span(field));
    }
    if (name.equals("like")) {
      return like(field);
    }
    Matcher salience = SALIENCE.matcher(name);
    if (salience.matches()) {
      OfValue query = query(name, salience, field);
      Optional<Facet> facet = facetAfterColon();
      return values(field, facet, query);
    }
    return values(field, reading.syntax().facet(name), Query::about);
  }

  /** Makes the query for a value. */
  private interface OfValue {
    Query query(Facet facet, String value);
  }

  private OfValue query(String name, Matcher salience, Scanner.Field field) {
    return switch (name) {
      case "about" -> Query::about;
      case "mentions" -> Query::mentions;
      default -> {
        double least = salience(salience.group(1), field);
        yield (facet, value) -> Query.about(facet, value, least);
      }
    };
  }

  private double salience(String typed, Scanner.Field field) {
    if (DECIMAL.matcher(typed).matches() && Double.parseDouble(typed) <= 1) {
      return Double.parseDouble(typed);
    }
    reading.notice(
        Notice.Kind.BAD_NUMBER,
        field.start(),
        field.end(),
        "\"%s\" is no salience, so 0.5 was taken; write one from 0 to 1, such as about/0.8:IR"
            .formatted(CleanText.excerpt(typed)));
    return 0.5;
  }

  /** Takes the name of a facet and its colon, as in {@code mentions:country:IR}. */
  private Optional<Facet> facetAfterColon() {
    int before = scanner.at();
    Optional<Facet> facet =
        scanner
            .takeField()
            .flatMap(field -> reading.syntax().facet(field.name().toLowerCase(Locale.ROOT)));
    if (facet.isEmpty()) {
      scanner.back(before);
    }
    return facet;
  }

  private Optional<Query> values(Scanner.Field field, Optional<Facet> facet, OfValue query) {
    scanner.skipSpace();
    boolean alone = !scanner.isNext('(');
    return group(field, () -> value(field, facet, query, alone));
  }

  /** {@code one | '(' (one | 'OR')* ')'}. */
  private Optional<Query> group(Scanner.Field field, Supplier<Optional<Query>> one) {
    scanner.skipSpace();
    int start = scanner.at();
    if (!scanner.take('(')) {
      return one.get();
    }
    List<Query> any = new ArrayList<>();
    for (scanner.skipSpace(); !scanner.atEnd() && !scanner.isNext(')'); scanner.skipSpace()) {
      int at = scanner.at();
      if (reading.isSpent()) {
        reading.dropRest();
      } else if (scanner.take(Scanner.NOT).isPresent() || scanner.take(Scanner.AND).isPresent()) {
        reading.notice(
            Notice.Kind.NOT_UNDERSTOOD,
            at,
            scanner.at(),
            "in a group of values any of them is searched for, so %s was left out; write -%s for what must not be there"
                .formatted(
                    reading.typed(at, scanner.at()), reading.typed(field.start(), field.end())));
      } else if (!scanner.take('(') && scanner.take(Scanner.OR).isEmpty()) {
        one.get().ifPresent(any::add); // more groups mean no more
      }
    }
    reading.close(start);
    return anyOf(any);
  }

  private Optional<Query> value(
      Scanner.Field field, Optional<Facet> facet, OfValue query, boolean alone) {
    int start = scanner.at();
    if (scanner.isNext('-') && scanner.isFollowed()) {
      scanner.take('-');
      reading.notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          scanner.at(),
          "a value cannot be excluded here, so - was left out; write -%s instead"
              .formatted(CleanText.excerpt(reading.typed(field.start(), field.end()))));
    }
    boolean quoted = scanner.isQuoteNext();
    Scanner.Word word = quoted ? Scanner.Word.of(reading.quoted().text()) : scanner.takeWord();
    String value = word.text();
    if (word.isPattern()) {
      reading.notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          scanner.at(),
          "values have no wildcards, so * and ? were taken as they are; write the whole value");
    }
    reading.count(1);
    if (value.isBlank()) {
      reading.notice(
          Notice.Kind.NOTHING_TO_SEARCH,
          field.start(),
          field.end(),
          "there is no value behind %s, so it was left out; write one there"
              .formatted(CleanText.excerpt(reading.typed(field.start(), field.end()))));
      return Optional.empty();
    }
    List<FacetValue> known = quoted ? List.of() : longerName(facet, value);
    if (known.isEmpty()) {
      known = reading.syntax().values(facet, value);
      if (alone && !quoted && !known.isEmpty()) {
        askForQuotes(facet, value, start);
      }
    }
    known = known.subList(0, Math.min(known.size(), 1 + Math.max(0, reading.left())));
    reading.count(Math.max(0, known.size() - 1));
    if (known.isEmpty()) {
      return unknownValue(facet, value, start);
    }
    if (known.size() > 1) {
      reading.notice(
          Notice.Kind.CHANGED,
          start,
          scanner.at(),
          "\"%s\" is a name of several, so any of them was searched: %s"
              .formatted(
                  CleanText.excerpt(value),
                  known.stream().map(FacetValue::value).collect(Collectors.joining(", "))));
    }
    List<Query> any = known.stream().map(each -> query.query(each.facet(), each.value())).toList();
    return Optional.of(any.size() == 1 ? any.getFirst() : new Query.AnyOf(any));
  }

  /** What may be a name, and where it ends. */
  private record Name(String text, int end) {}

  /**
   * Takes the longest name of several words that is known and was typed without quotes: {@code
   * country:United Kingdom}.
   */
  private List<FacetValue> longerName(Optional<Facet> facet, String first) {
    int before = scanner.at();
    for (Name name : names(first).reversed()) {
      List<FacetValue> known = reading.syntax().known(facet, name.text());
      if (!known.isEmpty()) {
        scanner.back(name.end());
        return known;
      }
    }
    scanner.back(before);
    return List.of();
  }

  /** Returns the names of several words that begin with one, the shortest first. */
  private List<Name> names(String first) {
    List<Name> names = new ArrayList<>();
    StringBuilder name = new StringBuilder(first);
    Optional<String> word = wordOfName();
    for (int words = 1; words < LONGEST_NAME && word.isPresent(); words++) {
      name.append(' ').append(word.get());
      if (Words.isWord(word.get()) && !LINK.matcher(word.get()).matches()) {
        names.add(new Name(name.toString(), scanner.at()));
      }
      word = wordOfName();
    }
    return names;
  }

  /** Takes a word that may belong to a name, rather than being something else of the syntax. */
  private Optional<String> wordOfName() {
    scanner.skipSpace();
    if (scanner.isQuoteNext()
        || scanner.isOperatorNext()
        || scanner.isNext('-')
        || scanner.isNext('~')) {
      return Optional.empty();
    }
    String word = scanner.takeWord().text();
    boolean plain = word.indexOf(':') < 0 && word.indexOf('*') < 0 && !Words.isOperator(word);
    return word.isEmpty() || !plain ? Optional.empty() : Optional.of(word);
  }

  /** Tells that a name of several words needs quotes, if a value looks like the start of one. */
  private void askForQuotes(Optional<Facet> facet, String value, int start) {
    int end = scanner.at();
    Optional<String> next = isCapital(value) ? wordOfName() : Optional.empty();
    scanner.back(end);
    if (next.isPresent()
        && isCapital(next.get())
        && reading.syntax().isTakenAsItStands(facet, value)) {
      reading.notice(
          Notice.Kind.CHANGED,
          start,
          end,
          "only \"%s\" was taken for the value, and what follows for words to search; put a name of several words in quotes"
              .formatted(CleanText.excerpt(value)));
    }
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private Optional<Query> unknownValue(Optional<Facet> facet, String value, int start) {
    reading.notice(
        Notice.Kind.UNKNOWN_VALUE,
        start,
        scanner.at(),
        reading.syntax().whyUnknown(facet, value) + "; it was searched as plain words");
    return Words.isWord(value)
        ? Optional.of(Query.words(CleanText.fitting(value, Query.MAX_TEXT_LENGTH)))
        : Optional.empty();
  }

  private static Optional<Query> anyOf(List<Query> any) {
    return switch (any.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(any.getFirst());
      default -> Optional.of(new Query.AnyOf(any));
    };
  }

  private Optional<Query> span(Scanner.Field field) {
    int start = scanner.at();
    String typed = scanner.isQuoteNext() ? reading.quoted().text() : scanner.takeWord().text();
    if (Dates.isComparison(typed)) {
      scanner.skipSpace();
      typed += scanner.takeWord().text();
    }
    reading.count(1);
    Optional<Query.Published> span = Dates.span(typed.strip(), reading.syntax().clock());
    if (span.isEmpty()) {
      reading.notice(
          Notice.Kind.BAD_DATE,
          field.start(),
          Math.max(field.end(), scanner.at()),
          "\"%s\" is no date, so it was left out; write 2023, 2023-08, 2023-08-14, 2023-08..2023-10, >=2023-08-14 or last/7d"
              .formatted(CleanText.excerpt(reading.typed(start, scanner.at()))));
    }
    return span.map(query -> query);
  }

  /** {@code 'like:' id}. */
  private Optional<Query> like(Scanner.Field field) {
    scanner.skipSpace();
    int start = scanner.at();
    String id = scanner.isQuoteNext() ? reading.quoted().text() : scanner.takeWord().text();
    reading.count(1);
    try {
      return Optional.of(Query.like(id));
    } catch (IllegalArgumentException e) {
      reading.notice(
          id.isBlank() ? Notice.Kind.NOTHING_TO_SEARCH : Notice.Kind.UNKNOWN_VALUE,
          field.start(),
          Math.max(field.end(), start),
          "like: needs the id of an article, so it was left out; write it there, as in"
              + " like:fx-001");
      return Optional.empty();
    }
  }
}
