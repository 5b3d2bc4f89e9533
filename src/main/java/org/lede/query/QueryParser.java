package org.lede.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lede.Facet;
import org.lede.query.Query.Match;
import org.lede.query.Query.Unit;

/**
 * Reads typed text from left to right, one method for each rule of the grammar that stands on the
 * package. Whatever the text, this ends, and with a query.
 */
final class QueryParser {
  private static final Pattern NEAR =
      Pattern.compile("(?i)(near|before)/(\\p{Alnum}*)(?=[\\s(\"“„«]|$)");
  private static final Pattern SAME = Pattern.compile("(?i)same/(\\p{Alnum}*)(?=[\\s(\"“„«]|$)");
  private static final Pattern AT_LEAST =
      Pattern.compile("(?i)atleast/(\\p{Alnum}*)(?=[\\s(\"“„«]|$)");
  private static final Pattern FUNCTION = Pattern.compile("(?i)(all/of|any/of|any/word)(?=\\()");
  private static final Pattern AND = operator("AND");
  private static final Pattern OR = operator("OR");
  private static final Pattern NOT = operator("NOT");
  private static final Pattern FIRST = Pattern.compile("first/(.*)");
  private static final Pattern SALIENCE = Pattern.compile("(?:about|mentions)/(.*)");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SLOP = Pattern.compile("~([0-9]+)");

  /** How near, if it was not said. */
  private static final int DISTANCE = 5;

  /** The most words of a name that is typed without quotes. */
  private static final int LONGEST_NAME = 5;

  /** The most notices on one text; more would be read by nobody. */
  private static final int MAX_NOTICES = 100;

  private static Pattern operator(String name) {
    return Pattern.compile(name + "(?=[\\s()\"“„«]|$)");
  }

  private final Scanner scanner;
  private final String text;
  private final QuerySyntax syntax;
  private final List<Notice> notices = new ArrayList<>();
  private int depth;
  private int terms;

  QueryParser(String text, QuerySyntax syntax) {
    int most = syntax.budget().textLength();
    this.text = text;
    this.syntax = syntax;
    scanner = new Scanner(text, Math.min(text.length(), most));
    if (text.length() > most) {
      notice(
          Notice.Kind.OVER_BUDGET,
          most,
          text.length(),
          "only the first %,d characters were searched; shorten the text".formatted(most));
    }
  }

  /**
   * What was read.
   *
   * @param query the query
   * @param bare whether it is one word without anything around it, which joins its neighbours
   */
  private record Item(Query query, boolean bare) {}

  Parsed parsed() {
    List<Item> items = new ArrayList<>();
    for (scanner.skipSpace(); !scanner.atEnd(); scanner.skipSpace()) {
      if (scanner.isNext(')')) {
        int start = scanner.at();
        while (scanner.take(')')) {
          scanner.skipSpace();
        }
        notice(
            Notice.Kind.UNBALANCED,
            start,
            start + 1,
            "a parenthesis is closed but never opened, so it was left out; open one before it");
      } else {
        either().ifPresent(query -> items.add(new Item(query, false)));
      }
    }
    Query query = items.isEmpty() ? Query.everything() : allOf(items);
    if (syntax.budget().isTooDeep(query)) {
      tooDeep();
      query = Query.everything();
    }
    return new Parsed(query, notices);
  }

  /** {@code either ::= all ('OR' all)*}. */
  private Optional<Query> either() {
    List<Query> parts = new ArrayList<>();
    Optional<Matcher> before = Optional.empty();
    do {
      int told = notices.size();
      Optional<Query> part = all();
      part.ifPresent(parts::add);
      scanner.skipSpace();
      Optional<Matcher> after = scanner.take(OR);
      if (part.isEmpty() && notices.size() == told) {
        before.or(() -> after).ifPresent(this::nothingBeside);
      }
      before = after;
    } while (before.isPresent());
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(new Query.AnyOf(parts));
    };
  }

  private void nothingBeside(Matcher operator) {
    notice(
        Notice.Kind.NOTHING_TO_SEARCH,
        operator.start(),
        operator.end(),
        "there is nothing to search for on one side of %s, so it was left out; write a word there, or put \\ before %s to search for it"
            .formatted(operator.group(), operator.group()));
  }

  /** {@code all ::= (('AND')? excluded)*}; words side by side without AND become one query. */
  private Optional<Query> all() {
    List<Item> items = new ArrayList<>();
    Optional<Matcher> and = Optional.empty();
    for (scanner.skipSpace(); !atEndOfAll(); scanner.skipSpace()) {
      int start = scanner.at();
      Optional<Matcher> operator = scanner.take(AND);
      if (operator.isPresent()) {
        boolean nothingBefore = items.isEmpty() || and.isPresent();
        if (nothingBefore) {
          nothingBeside(operator.get());
        }
        and = nothingBefore ? Optional.empty() : operator;
        continue;
      }
      if (isSpent()) {
        dropRest();
        break;
      }
      int told = notices.size();
      Optional<Item> item = excluded();
      if (item.isPresent()) {
        add(items, item.get(), and.isPresent());
      } else if (notices.size() == told) {
        notice(
            Notice.Kind.NOTHING_TO_SEARCH,
            start,
            scanner.at(),
            "nothing to search for was found here, so it was left out");
      }
      and = Optional.empty();
    }
    and.ifPresent(this::nothingBeside);
    return items.isEmpty() ? Optional.empty() : Optional.of(allOf(items));
  }

  private boolean isSpent() {
    return terms >= syntax.budget().terms();
  }

  private boolean atEndOfAll() {
    if (scanner.atEnd() || scanner.isNext(')')) {
      return true;
    }
    int start = scanner.at();
    boolean or = scanner.take(OR).isPresent();
    scanner.back(start);
    return or;
  }

  /** Adds an item, or lengthens the words before it. */
  private static void add(List<Item> items, Item item, boolean joined) {
    if (!joined
        && item.bare()
        && !items.isEmpty()
        && items.getLast().bare()
        && items.getLast().query() instanceof Query.Words(var before, var match)
        && item.query() instanceof Query.Words(var word, var same)
        && before.length() + word.length() < Query.MAX_TEXT_LENGTH) {
      items.set(items.size() - 1, new Item(Query.words(before + " " + word), true));
    } else {
      items.add(item);
    }
  }

  /** {@code excluded ::= ('NOT' | '-') excluded | placed}. */
  private Optional<Item> excluded() {
    boolean not =
        scanner.take(NOT).isPresent()
            || (scanner.isNext('-') && scanner.isFollowed() && scanner.take('-'));
    if (!not) {
      return placed();
    }
    scanner.skipSpace();
    return deeper(this::excluded).map(item -> new Item(Query.not(item.query()), false));
  }

  /** {@code placed ::= primary (('near/' n | 'before/' n | 'same/' unit) primary)*}. */
  private Optional<Item> placed() {
    Optional<Item> left = operand();
    for (int chained = depth; ; chained++) {
      int before = scanner.at();
      scanner.skipSpace();
      int start = scanner.at();
      Optional<Matcher> near = scanner.take(NEAR);
      Optional<Matcher> same = near.isPresent() ? Optional.empty() : scanner.take(SAME);
      if (near.isEmpty() && same.isEmpty()) {
        scanner.back(before);
        return left;
      }
      if (chained >= syntax.budget().depth()) {
        tooDeep();
        return left;
      }
      if (isSpent()) {
        dropRest();
        return left;
      }
      int end = scanner.at();
      scanner.skipSpace();
      Optional<Item> right =
          atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : operand();
      if (left.isEmpty() || right.isEmpty()) {
        notice(
            Notice.Kind.NOTHING_TO_SEARCH,
            start,
            end,
            "there is nothing on one side of %s, so it was left out; write a word on either side"
                .formatted(text.substring(start, end)));
        left = left.isPresent() ? left : right;
      } else {
        Query one = left.get().query();
        Query other = right.get().query();
        left = Optional.of(new Item(beside(one, other, near, same, start, end), false));
      }
    }
  }

  /**
   * Returns what stands beside {@code near}, if that is something else than another of its kind.
   */
  private Optional<Item> operand() {
    int before = scanner.at();
    boolean missing = scanner.take(NEAR).isPresent() || scanner.take(SAME).isPresent();
    scanner.back(before);
    return missing ? Optional.empty() : primary();
  }

  private Query beside(
      Query left, Query right, Optional<Matcher> near, Optional<Matcher> same, int start, int end) {
    if (!Places.areIn(left) || !Places.areIn(right)) {
      notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          end,
          "only words and phrases have a place in the text, so %s was read as AND; put parentheses behind a zone, as in headline:(x near/3 y)"
              .formatted(text.substring(start, end)));
      return Query.allOf(left, right);
    }
    if (near.isPresent()) {
      int distance = number(near.get(), 2, 1, Query.Near.MAX_DISTANCE, DISTANCE);
      return new Query.Near(left, right, distance, near.get().group(1).equalsIgnoreCase("before"));
    }
    return new Query.Same(left, right, unit(same.orElseThrow()));
  }

  private Unit unit(Matcher same) {
    String name = same.group(1).toUpperCase(Locale.ROOT);
    for (Unit unit : Unit.values()) {
      if (unit.name().equals(name)) {
        return unit;
      }
    }
    notice(
        Notice.Kind.NOT_UNDERSTOOD,
        same.start(),
        same.end(),
        "it is same/sentence or same/paragraph; it was read as same/sentence");
    return Unit.SENTENCE;
  }

  /** Returns a number that was typed, or the nearest one that is allowed. */
  private int number(Matcher matcher, int group, int least, int most, int otherwise) {
    return bounded(matcher.group(group), matcher.start(), matcher.end(), least, most, otherwise);
  }

  private int bounded(String typed, int start, int end, int least, int most, int otherwise) {
    if (!DIGITS.matcher(typed).matches()) {
      notice(
          Notice.Kind.BAD_NUMBER,
          start,
          end,
          "\"%s\" is no number, so %d was taken; write one from %d to %d"
              .formatted(Texts.excerpt(typed), otherwise, least, most));
      return otherwise;
    }
    int number = typed.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(typed);
    int allowed = Math.clamp(number, least, most);
    if (allowed != number) {
      notice(
          Notice.Kind.BAD_NUMBER,
          start,
          end,
          "the number must be from %d to %d, so %d was taken".formatted(least, most, allowed));
    }
    return allowed;
  }

  /** One thing: a group, a function, a phrase, a field with what it is to hold, or a word. */
  private Optional<Item> primary() {
    int start = scanner.at();
    if (scanner.isNext('-') && scanner.isFollowed()) {
      scanner.take('-');
      notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          scanner.at(),
          "nothing can be excluded here, so - was left out; write it before all that belongs"
              + " together, as in -headline:x");
      return deeper(this::primary);
    }
    if (scanner.take('(')) {
      return group(start);
    }
    if (scanner.isQuoteNext()) {
      return phrase();
    }
    Optional<Matcher> function = scanner.take(FUNCTION);
    if (function.isPresent()) {
      return function(function.get().group(1).toLowerCase(Locale.ROOT));
    }
    Optional<Matcher> atLeast = scanner.take(AT_LEAST);
    if (atLeast.isPresent()) {
      return atLeast(atLeast.get());
    }
    if (scanner.isNext('~') && scanner.isFollowed()) {
      return fuzzy();
    }
    Optional<Scanner.Field> field = scanner.takeField();
    return field.isPresent() ? field(field.get()) : word();
  }

  private <T> Optional<T> deeper(Supplier<Optional<T>> rule) {
    if (depth
        >= 2 * syntax.budget().depth()) { // as "headline:(...)" is one level, but goes down two
      return tooDeep();
    }
    depth++;
    try {
      return rule.get();
    } finally {
      depth--;
    }
  }

  /** Passes over everything that would lead deeper, and tells so once. */
  private <T> Optional<T> tooDeep() {
    int start = scanner.at();
    scanner.skipToEnd();
    notice(
        Notice.Kind.OVER_BUDGET,
        start,
        text.length(),
        "a query may be at most %d levels deep, so what is deeper was left out; use fewer parentheses"
            .formatted(syntax.budget().depth()));
    return Optional.empty();
  }

  private Optional<Item> group(int start) {
    Optional<Query> inner = deeper(this::either);
    close(start);
    return inner.map(query -> new Item(query, false));
  }

  private void close(int start) {
    scanner.skipSpace();
    if (!scanner.take(')')) {
      notice(
          Notice.Kind.UNBALANCED,
          start,
          start + 1,
          "a parenthesis is opened but never closed, so it was read to the end; add a closing one");
    }
  }

  private Optional<Item> phrase() {
    Scanner.Quoted quoted = quoted();
    if (!isSearchable(quoted.text(), quoted.escaped())) {
      return Optional.empty();
    }
    terms++;
    String phrase = Texts.shortened(quoted.text(), Query.MAX_TEXT_LENGTH);
    int slop =
        scanner
            .take(SLOP)
            .map(slopped -> number(slopped, 1, 0, Query.Phrase.MAX_SLOP, 0))
            .orElse(0);
    return Optional.of(new Item(Query.phrase(phrase, slop), false));
  }

  private Scanner.Quoted quoted() {
    int start = scanner.at();
    Scanner.Quoted quoted = scanner.takeQuoted();
    if (!quoted.closed()) {
      notice(
          Notice.Kind.UNBALANCED,
          start,
          scanner.at(),
          "a phrase is opened but never closed, so it was read to the end; add a closing quote");
    }
    return quoted;
  }

  /** Tells whether there is a word in a text, or an escape that says it is meant as it stands. */
  private static boolean isSearchable(String text, boolean escaped) {
    return Words.isWord(text) || (escaped && !Texts.cleaned(text).isEmpty());
  }

  /** {@code 'all/of(' either? ')' | 'any/of(' either? ')' | 'any/word(' either? ')'}. */
  private Optional<Item> function(String name) {
    int start = scanner.at();
    terms++;
    scanner.take('(');
    scanner.skipSpace();
    Optional<Query> inner = scanner.isNext(')') ? Optional.empty() : deeper(this::either);
    close(start);
    Query query =
        switch (name) {
          case "all/of" -> new Query.AllOf(inner.stream().toList());
          case "any/of" -> new Query.AnyOf(inner.stream().toList());
          default -> inner.map(QueryParser::anyWord).orElseGet(Query::anyOf);
        };
    return Optional.of(new Item(query, false));
  }

  private static Query anyWord(Query query) {
    return switch (query) {
      case Query.Words(var words, var match) -> new Query.Words(words, Match.ANY);
      case Query.AllOf(var parts) when !parts.isEmpty() ->
          new Query.AnyOf(parts.stream().map(QueryParser::anyWord).toList());
      default -> query;
    };
  }

  /** {@code 'atleast/' n primary}. */
  private Optional<Item> atLeast(Matcher matcher) {
    int times = number(matcher, 1, 1, Query.AtLeast.MAX_TIMES, 2);
    scanner.skipSpace();
    Optional<Item> many =
        atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : deeper(this::primary);
    if (many.isEmpty() || !Places.areIn(many.get().query())) {
      notice(
          many.isEmpty() ? Notice.Kind.NOTHING_TO_SEARCH : Notice.Kind.NOT_UNDERSTOOD,
          matcher.start(),
          matcher.end(),
          "%s needs a word or phrase behind it, so it was left out; write one there"
              .formatted(matcher.group()));
      return many;
    }
    return Optional.of(new Item(Query.atLeast(times, many.get().query()), false));
  }

  /** {@code ('~' | '~~') word}. */
  private Optional<Item> fuzzy() {
    int start = scanner.at();
    scanner.take('~');
    int edits = scanner.take('~') ? 2 : 1;
    Scanner.Word word = scanner.takeWord();
    if (!isSearchable(word.text(), word.escaped())) {
      return Optional.empty();
    }
    terms++;
    return Optional.of(single(word, start, text -> Query.fuzzy(text, edits)));
  }

  /** Returns a query for a single word, or for the word as it stands, if it is too long. */
  private Item single(Scanner.Word word, int start, Function<String, Query> query) {
    try {
      return new Item(query.apply(word.text()), false);
    } catch (IllegalArgumentException e) {
      return asWords(word, start, String.valueOf(e.getMessage()));
    }
  }

  private Item asWords(Scanner.Word word, int start, String why) {
    notice(
        Notice.Kind.NOT_UNDERSTOOD, start, scanner.at(), why + "; it was searched as plain words");
    return new Item(Query.words(Texts.shortened(word.text(), Query.MAX_TEXT_LENGTH)), false);
  }

  private Optional<Item> word() {
    int start = scanner.at();
    Scanner.Word word = scanner.takeWord();
    boolean searchable = isSearchable(word.text(), word.escaped());
    if (word.isPattern()) {
      if (word.pattern().chars().allMatch(c -> c == '*')) {
        terms++;
        return Optional.of(new Item(Query.everything(), false));
      }
      if (!searchable) {
        return Optional.empty();
      }
      if (isQuestion(word, start)) {
        notice(
            Notice.Kind.CHANGED,
            scanner.at() - 1,
            scanner.at(),
            "the ? at the end was read as a question mark; put the word in parentheses to find any"
                + " letter there");
        word = word.withoutLast();
        searchable = isSearchable(word.text(), word.escaped());
      } else {
        terms++;
        String pattern = word.pattern();
        return Optional.of(single(word, start, text -> Query.wildcard(pattern)));
      }
    }
    if (!searchable) {
      return Optional.empty();
    }
    terms++;
    return Optional.of(
        new Item(Query.words(Texts.shortened(word.text(), Query.MAX_TEXT_LENGTH)), true));
  }

  /** Tells whether a word ends a question, rather than being a pattern. */
  private boolean isQuestion(Scanner.Word word, int start) {
    return start > 0
        && scanner.onlySpaceIsLeft()
        && word.pattern().endsWith("?")
        && Patterns.countWildcards(word.pattern()) == 1;
  }

  /** {@code name ':' primary}, or a name that is none, which is read as a word. */
  private Optional<Item> field(Scanner.Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    Optional<Zone> zone = zone(name, field);
    if (zone.isPresent()) {
      return inZone(zone.get(), field);
    }
    if (name.equals("published")) {
      return published(field);
    }
    if (name.equals("like")) {
      return like(field);
    }
    Optional<Double> salience = salience(name, field);
    if (salience.isPresent()) {
      boolean any = name.equals("mentions");
      return values(
          field, facetAfterColon(), any ? Query::mentions : exactly(name, salience.get()));
    }
    Optional<Facet> facet = syntax.facet(name);
    return facet.isPresent() ? values(field, facet, Query::about) : unknownField(field);
  }

  private static BiFunction<Facet, String, Query> exactly(String name, double salience) {
    return name.equals("about")
        ? Query::about
        : (facet, value) -> new Query.Salient(facet, value, salience);
  }

  private Optional<Zone> zone(String name, Scanner.Field field) {
    Matcher first = FIRST.matcher(name);
    return switch (name) {
      case "headline" -> Optional.of(Zone.HEADLINE);
      case "lead" -> Optional.of(Zone.LEAD);
      case "body" -> Optional.of(Zone.BODY);
      case "byline" -> Optional.of(Zone.BYLINE);
      default ->
          first.matches()
              ? Optional.of(
                  Zone.first(
                      bounded(
                          first.group(1), field.start(), field.end(), 1, Zone.First.MAX_WORDS, 50)))
              : Optional.empty();
    };
  }

  private Optional<Item> inZone(Zone zone, Scanner.Field field) {
    scanner.skipSpace();
    Optional<Item> inner =
        atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : deeper(this::primary);
    if (inner.isEmpty()) {
      notice(
          Notice.Kind.NOTHING_TO_SEARCH,
          field.start(),
          field.end(),
          "there is nothing to search for behind %s, so it was left out; write a word or phrase there"
              .formatted(Texts.excerpt(text.substring(field.start(), field.end()))));
    }
    return inner.map(item -> new Item(Query.in(zone, item.query()), false));
  }

  /**
   * Returns the salience that {@code about/0.8} asks for; 0 for {@code about} or {@code mentions}
   * alone.
   */
  private Optional<Double> salience(String name, Scanner.Field field) {
    if (name.equals("about") || name.equals("mentions")) {
      return Optional.of(0.0);
    }
    Matcher matcher = SALIENCE.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String typed = matcher.group(1);
    if (DECIMAL.matcher(typed).matches() && Double.parseDouble(typed) <= 1) {
      return Optional.of(Double.parseDouble(typed));
    }
    notice(
        Notice.Kind.BAD_NUMBER,
        field.start(),
        field.end(),
        "\"%s\" is no salience, so 0.5 was taken; write one from 0 to 1, such as about/0.8:IR"
            .formatted(Texts.excerpt(typed)));
    return Optional.of(0.5);
  }

  /** Takes the name of a facet and its colon, as in {@code mentions:country:IR}. */
  private Optional<Facet> facetAfterColon() {
    int before = scanner.at();
    Optional<Facet> facet =
        scanner.takeField().flatMap(field -> syntax.facet(field.name().toLowerCase(Locale.ROOT)));
    if (facet.isEmpty()) {
      scanner.back(before);
    }
    return facet;
  }

  /** {@code value | '(' value ('OR'? value)* ')'}, of one facet or of the one that knows it. */
  private Optional<Item> values(
      Scanner.Field field, Optional<Facet> facet, BiFunction<Facet, String, Query> query) {
    scanner.skipSpace();
    int start = scanner.at();
    if (!scanner.take('(')) {
      return value(field, facet, query);
    }
    List<Query> any = new ArrayList<>();
    for (scanner.skipSpace(); !scanner.atEnd() && !scanner.isNext(')'); scanner.skipSpace()) {
      int at = scanner.at();
      if (isSpent()) {
        dropRest();
      } else if (scanner.take(NOT).isPresent() || scanner.take(AND).isPresent()) {
        notice(
            Notice.Kind.NOT_UNDERSTOOD,
            at,
            scanner.at(),
            "in a group of values any of them is searched for, so %s was left out; write -%s for what must not be there"
                .formatted(
                    text.substring(at, scanner.at()), text.substring(field.start(), field.end())));
      } else if (!scanner.take('(') && scanner.take(OR).isEmpty()) { // more groups mean no more
        value(field, facet, query).ifPresent(item -> any.add(item.query()));
      }
    }
    close(start);
    return anyOf(any);
  }

  private Optional<Item> value(
      Scanner.Field field, Optional<Facet> facet, BiFunction<Facet, String, Query> query) {
    int start = scanner.at();
    if (scanner.isNext('-') && scanner.isFollowed()) {
      scanner.take('-');
      notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          scanner.at(),
          "a value cannot be excluded here, so - was left out; write -%s instead"
              .formatted(Texts.excerpt(text.substring(field.start(), field.end()))));
    }
    boolean quoted = scanner.isQuoteNext();
    Scanner.Word word = quoted ? Scanner.Word.of(quoted().text()) : scanner.takeWord();
    String value = word.text();
    if (word.isPattern()) {
      notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          scanner.at(),
          "values have no wildcards, so * and ? were taken as they are; write the whole value");
    }
    terms++;
    if (value.isBlank()) {
      notice(
          Notice.Kind.NOTHING_TO_SEARCH,
          field.start(),
          field.end(),
          "there is no value behind %s, so it was left out; write one there"
              .formatted(Texts.excerpt(text.substring(field.start(), field.end()))));
      return Optional.empty();
    }
    List<FacetValue> known = syntax.values(facet, value);
    if (known.isEmpty() && !quoted) {
      known = longerName(facet, value);
    }
    known = known.subList(0, Math.min(known.size(), 1 + syntax.budget().terms() - terms));
    terms += Math.max(0, known.size() - 1);
    if (known.isEmpty()) {
      return unknownValue(facet, value, start);
    }
    if (known.size() > 1) {
      notice(
          Notice.Kind.CHANGED,
          start,
          scanner.at(),
          "\"%s\" is a name of several, so any of them was searched: %s"
              .formatted(
                  Texts.excerpt(value),
                  known.stream().map(FacetValue::value).collect(Collectors.joining(", "))));
    }
    List<Query> any = known.stream().map(each -> query.apply(each.facet(), each.value())).toList();
    return Optional.of(new Item(any.size() == 1 ? any.getFirst() : new Query.AnyOf(any), false));
  }

  /**
   * Looks for a name of several words that was typed without quotes: {@code country:United
   * Kingdom}.
   */
  private List<FacetValue> longerName(Optional<Facet> facet, String value) {
    int before = scanner.at();
    StringBuilder name = new StringBuilder(value);
    for (int words = 1; words < LONGEST_NAME; words++) {
      scanner.skipSpace();
      if (scanner.atEnd() || scanner.isQuoteNext() || scanner.isOperatorNext()) {
        break;
      }
      String word = scanner.takeWord().text();
      if (word.isEmpty() || word.indexOf(':') >= 0) {
        break;
      }
      List<FacetValue> known = syntax.values(facet, name.append(' ').append(word).toString());
      if (!known.isEmpty()) {
        return known;
      }
    }
    scanner.back(before);
    return List.of();
  }

  private Optional<Item> unknownValue(Optional<Facet> facet, String value, int start) {
    notice(
        Notice.Kind.UNKNOWN_VALUE,
        start,
        scanner.at(),
        syntax.whyUnknown(facet, value) + "; it was searched as plain words");
    return Words.isWord(value)
        ? Optional.of(new Item(Query.words(Texts.shortened(value, Query.MAX_TEXT_LENGTH)), false))
        : Optional.empty();
  }

  /** {@code span | '(' span ('OR'? span)* ')'}. */
  private Optional<Item> published(Scanner.Field field) {
    scanner.skipSpace();
    int start = scanner.at();
    if (!scanner.take('(')) {
      return span(field);
    }
    List<Query> any = new ArrayList<>();
    for (scanner.skipSpace(); !scanner.atEnd() && !scanner.isNext(')'); scanner.skipSpace()) {
      if (isSpent()) {
        dropRest();
      } else if (!scanner.take('(') && scanner.take(OR).isEmpty()) {
        span(field).ifPresent(item -> any.add(item.query()));
      }
    }
    close(start);
    return anyOf(any);
  }

  private static Optional<Item> anyOf(List<Query> any) {
    return switch (any.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Item(any.getFirst(), false));
      default -> Optional.of(new Item(new Query.AnyOf(any), false));
    };
  }

  private Optional<Item> span(Scanner.Field field) {
    int start = scanner.at();
    String typed = scanner.isQuoteNext() ? quoted().text() : scanner.takeWord().text();
    if (Dates.isComparison(typed)) {
      scanner.skipSpace();
      typed += scanner.takeWord().text();
    }
    terms++;
    Optional<Query.Published> span = Dates.span(typed.strip(), syntax.clock());
    if (span.isEmpty()) {
      notice(
          Notice.Kind.BAD_DATE,
          field.start(),
          Math.max(field.end(), scanner.at()),
          "\"%s\" is no date, so it was left out; write 2023, 2023-08, 2023-08-14, 2023-08..2023-10, >=2023-08-14 or last/7d"
              .formatted(Texts.excerpt(text.substring(start, scanner.at()))));
    }
    return span.map(query -> new Item(query, false));
  }

  /** {@code 'like:' id}. */
  private Optional<Item> like(Scanner.Field field) {
    scanner.skipSpace();
    int start = scanner.at();
    String id = scanner.isQuoteNext() ? quoted().text() : scanner.takeWord().text();
    terms++;
    try {
      return Optional.of(new Item(Query.like(id), false));
    } catch (IllegalArgumentException e) {
      notice(
          id.isBlank() ? Notice.Kind.NOTHING_TO_SEARCH : Notice.Kind.UNKNOWN_VALUE,
          field.start(),
          Math.max(field.end(), start),
          "like: needs the id of an article, so it was left out; write it there, as in"
              + " like:fx-001");
      return Optional.empty();
    }
  }

  /** Reads a name that is no field, and what follows it, as words. */
  private Optional<Item> unknownField(Scanner.Field field) {
    if (scanner.atEnd() || !scanner.isFollowedHere()) {
      return Optional.of(plainName(field)); // "Iran: three days offline"
    }
    notice(
        Notice.Kind.UNKNOWN_FIELD,
        field.start(),
        field.end(),
        "there is no field \"%s\", so it was searched as a plain word; %s"
            .formatted(Texts.excerpt(field.name()), syntax.nearestField(field.name())));
    return Optional.of(plainName(field));
  }

  private Item plainName(Scanner.Field field) {
    terms++;
    return new Item(Query.words(Texts.shortened(field.name(), Query.MAX_TEXT_LENGTH)), true);
  }

  private void dropRest() {
    int start = scanner.at();
    scanner.skipToEnd();
    notice(
        Notice.Kind.OVER_BUDGET,
        start,
        scanner.at(),
        "a query may have at most %,d words and values, so the rest was left out; shorten the text"
            .formatted(syntax.budget().terms()));
  }

  private static Query allOf(List<Item> items) {
    return items.size() == 1
        ? items.getFirst().query()
        : new Query.AllOf(items.stream().map(Item::query).toList());
  }

  private void notice(Notice.Kind kind, int start, int end, String message) {
    if (notices.size() < MAX_NOTICES) {
      notices.add(new Notice(kind, start, Math.max(start, end), message));
    }
  }
}
