package org.lede.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern FIRST = Pattern.compile("first/(.*)");

  /** How near, if it was not said. */
  private static final int DISTANCE = 5;

  private final Reading reading;
  private final Scanner scanner;
  private final WordParser words;
  private final ValueParser values;

  /** How many rules are under way within each other. */
  private int nested;

  /** How many levels of the tree are sure to be above what is read. */
  private int above;

  QueryParser(String text, QuerySyntax syntax) {
    reading = new Reading(text, syntax);
    scanner = reading.scanner();
    words = new WordParser(reading);
    values = new ValueParser(reading);
  }

  Parsed parsed() {
    List<Item> items = new ArrayList<>();
    int deepest = 0;
    for (scanner.skipSpace(); !scanner.atEnd(); scanner.skipSpace()) {
      int start = scanner.at();
      if (scanner.isNext(')')) {
        while (scanner.take(')')) {
          scanner.skipSpace();
        }
        reading.notice(
            Notice.Kind.UNBALANCED,
            start,
            start + 1,
            "a parenthesis is closed but never opened, so it was left out; open one before it");
      } else if (!items.isEmpty() && !fits(1 + deepest)) {
        reading.tooDeep(start);
      } else {
        Optional<Query> query = items.isEmpty() ? either() : beside(this::either);
        query.ifPresent(each -> items.add(new Item(each, false)));
        deepest = Math.max(deepest, query.map(Budget::levels).orElse(0));
      }
    }
    return new Parsed(items.isEmpty() ? nothing() : allOf(items), reading.notices());
  }

  /** Returns what to search for if there was nothing; no article, if there was too much. */
  private Query nothing() {
    return reading.isCut() ? Query.anyOf() : Query.everything();
  }

  /** {@code either ::= all ('OR' all)*}. */
  private Optional<Query> either() {
    List<Query> parts = new ArrayList<>();
    int deepest = 0;
    Optional<Matcher> before = Optional.empty();
    do {
      int told = reading.notices().size();
      Optional<Query> part = parts.isEmpty() ? all() : beside(this::all);
      part.ifPresent(parts::add);
      deepest = Math.max(deepest, part.map(Budget::levels).orElse(0));
      scanner.skipSpace();
      Optional<Matcher> after = scanner.take(Scanner.OR);
      if (part.isEmpty() && reading.notices().size() == told) {
        before.or(() -> after).ifPresent(this::nothingBeside);
      }
      if (after.isPresent() && !parts.isEmpty() && !fits(1 + deepest)) {
        reading.tooDeep(after.get().start());
        break;
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
    reading.notice(
        Notice.Kind.NOTHING_TO_SEARCH,
        operator.start(),
        operator.end(),
        "there is nothing to search for on one side of %s, so it was left out; write a word there, or put \\ before %s to search for it"
            .formatted(operator.group(), operator.group()));
  }

  /** {@code all ::= (('AND')? excluded)*}; words side by side without AND become one query. */
  private Optional<Query> all() {
    List<Item> items = new ArrayList<>();
    int deepest = 0;
    Optional<Matcher> and = Optional.empty();
    for (scanner.skipSpace(); !atEndOfAll(); scanner.skipSpace()) {
      int start = scanner.at();
      Optional<Matcher> operator = scanner.take(Scanner.AND);
      if (operator.isPresent()) {
        boolean nothingBefore = items.isEmpty() || and.isPresent();
        if (nothingBefore) {
          nothingBeside(operator.get());
        }
        and = nothingBefore ? Optional.empty() : operator;
        continue;
      }
      if (reading.isSpent()) {
        reading.dropRest();
        break;
      }
      int told = reading.notices().size();
      Optional<Item> item = items.isEmpty() ? excluded() : beside(this::excluded);
      deepest = Math.max(deepest, item.map(each -> Budget.levels(each.query())).orElse(0));
      if (item.isPresent()) {
        if (!add(items, item.get(), and.isPresent(), deepest)) {
          reading.tooDeep(start);
        }
      } else if (reading.notices().size() == told) {
        reading.notice(
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

  private boolean atEndOfAll() {
    if (scanner.atEnd() || scanner.isNext(')')) {
      return true;
    }
    int start = scanner.at();
    boolean or = scanner.take(Scanner.OR).isPresent();
    scanner.back(start);
    return or;
  }

  /** Adds an item or lengthens the words before it, if the tree does not get too deep by that. */
  private boolean add(List<Item> items, Item item, boolean joined, int deepest) {
    if (!joined
        && item.bare()
        && !items.isEmpty()
        && items.getLast().bare()
        && items.getLast().query() instanceof Query.Words(var before, var match)
        && item.query() instanceof Query.Words(var word, var same)
        && before.length() + word.length() < Query.MAX_TEXT_LENGTH) {
      items.set(items.size() - 1, new Item(Query.words(before + " " + word), true));
      return true;
    }
    return (items.isEmpty() || fits(1 + deepest)) && items.add(item);
  }

  /** {@code excluded ::= ('NOT' | '-') excluded | placed}. */
  private Optional<Item> excluded() {
    boolean not =
        scanner.take(Scanner.NOT).isPresent()
            || (scanner.isNext('-') && scanner.isFollowed() && scanner.take('-'));
    if (!not) {
      return placed();
    }
    scanner.skipSpace();
    return below(this::excluded).map(item -> new Item(Query.not(item.query()), false));
  }

  /** {@code placed ::= primary (('near/' n | 'before/' n | 'same/' unit) primary)*}. */
  private Optional<Item> placed() {
    Optional<Item> left = operand();
    while (true) {
      int before = scanner.at();
      scanner.skipSpace();
      int start = scanner.at();
      Optional<Matcher> near = scanner.take(NEAR);
      Optional<Matcher> same = near.isPresent() ? Optional.empty() : scanner.take(SAME);
      if (near.isEmpty() && same.isEmpty()) {
        scanner.back(before);
        return left;
      }
      if (!fits(1 + left.map(item -> Budget.levels(item.query())).orElse(1))) {
        reading.tooDeep(start);
        return left;
      }
      if (reading.isSpent()) {
        reading.dropRest();
        return left;
      }
      int end = scanner.at();
      scanner.skipSpace();
      Optional<Item> right =
          atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : beside(this::operand);
      if (left.isEmpty() || right.isEmpty()) {
        reading.notice(
            Notice.Kind.NOTHING_TO_SEARCH,
            start,
            end,
            "there is nothing on one side of %s, so it was left out; write a word on either side"
                .formatted(reading.typed(start, end)));
        left = left.isPresent() ? left : right;
      } else {
        Query one = left.get().query();
        Query other = right.get().query();
        left = Optional.of(new Item(placed(one, other, near, same, start, end), false));
      }
    }
  }

  /** Reads what stands beside {@code near}, if that is something else than another of its kind. */
  private Optional<Item> operand() {
    int before = scanner.at();
    boolean missing = scanner.take(NEAR).isPresent() || scanner.take(SAME).isPresent();
    scanner.back(before);
    return missing ? Optional.empty() : primary();
  }

  private Query placed(
      Query left, Query right, Optional<Matcher> near, Optional<Matcher> same, int start, int end) {
    if (!Places.areIn(left) || !Places.areIn(right)) {
      reading.notice(
          Notice.Kind.NOT_UNDERSTOOD,
          start,
          end,
          "only words and phrases have a place in the text, so %s was read as AND; put parentheses behind a zone, as in headline:(x near/3 y)"
              .formatted(reading.typed(start, end)));
      return Query.allOf(left, right);
    }
    if (near.isPresent()) {
      int distance = reading.number(near.get(), 2, 1, Query.Near.MAX_DISTANCE, DISTANCE);
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
    reading.notice(
        Notice.Kind.NOT_UNDERSTOOD,
        same.start(),
        same.end(),
        "it is same/sentence or same/paragraph; it was read as same/sentence");
    return Unit.SENTENCE;
  }

  /** One thing: a group, a function, a phrase, a field with what it is to hold, or a word. */
  private Optional<Item> primary() {
    int start = scanner.at();
    if (scanner.isNext('-') && scanner.isFollowed()) {
      scanner.take('-');
      reading.notice(
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
      return words.phrase();
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
      return words.fuzzy();
    }
    Optional<Scanner.Field> field = scanner.takeField();
    return field.isPresent() ? field(field.get()) : words.word();
  }

  /** Reads what is within something, as deep as the stack bears. */
  private <T> Optional<T> deeper(Supplier<Optional<T>> rule) {
    if (nested >= 2 * mostLevels()) { // as "headline:(...)" is one level, but goes down two
      reading.tooDeep(scanner.at());
      return Optional.empty();
    }
    nested++;
    try {
      return rule.get();
    } finally {
      nested--;
    }
  }

  /** Reads what is a level below something. */
  private <T> Optional<T> below(Supplier<Optional<T>> rule) {
    if (!fits(2)) {
      reading.tooDeep(scanner.at());
      return Optional.empty();
    }
    return beside(() -> deeper(rule));
  }

  /** Reads what may get a level above it, together with what stands before it. */
  private <T> Optional<T> beside(Supplier<Optional<T>> rule) {
    int before = above;
    above = Math.min(above + 1, mostLevels() - 1); // or a word could not join those before it
    try {
      return rule.get();
    } finally {
      above = before;
    }
  }

  /** Tells whether a tree of so many levels may stand here. */
  private boolean fits(int levels) {
    return above + levels <= mostLevels();
  }

  private int mostLevels() {
    return reading.syntax().budget().depth();
  }

  private Optional<Item> group(int start) {
    Optional<Query> inner = deeper(this::either);
    reading.close(start);
    return inner.map(query -> new Item(query, false));
  }

  /** {@code 'all/of(' either? ')' | 'any/of(' either? ')' | 'any/word(' either? ')'}. */
  private Optional<Item> function(String name) {
    int start = scanner.at();
    reading.count(1);
    scanner.take('(');
    scanner.skipSpace();
    Optional<Query> inner = scanner.isNext(')') ? Optional.empty() : within(name);
    reading.close(start);
    if (inner.isEmpty() && reading.isCut()) {
      return Optional.empty(); // all/of() would find everything
    }
    Query query =
        switch (name) {
          case "all/of" -> new Query.AllOf(inner.stream().toList());
          case "any/of" -> new Query.AnyOf(inner.stream().toList());
          default -> inner.map(QueryParser::anyWord).orElseGet(Query::anyOf);
        };
    return Optional.of(new Item(query, false));
  }

  private Optional<Query> within(String function) {
    return function.equals("any/word") ? deeper(this::either) : below(this::either);
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
    int times = reading.number(matcher, 1, 1, Query.AtLeast.MAX_TIMES, 2);
    scanner.skipSpace();
    Optional<Item> many =
        atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : below(this::primary);
    if (many.isEmpty() || !Places.areIn(many.get().query())) {
      reading.notice(
          many.isEmpty() ? Notice.Kind.NOTHING_TO_SEARCH : Notice.Kind.NOT_UNDERSTOOD,
          matcher.start(),
          matcher.end(),
          "%s needs a word or phrase behind it, so it was left out; write one there"
              .formatted(matcher.group()));
      return many;
    }
    return Optional.of(new Item(Query.atLeast(times, many.get().query()), false));
  }

  /** {@code name ':' primary}, or a name that is none, which is read as a word. */
  private Optional<Item> field(Scanner.Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    Optional<Zone> zone = zone(name, field);
    if (zone.isPresent()) {
      return inZone(zone.get(), field);
    }
    if (!values.knows(name)) {
      return unknownField(field);
    }
    Optional<Query> query = values.read(name, field);
    if (!fits(query.map(Budget::levels).orElse(0))) { // several values are a level more
      reading.tooDeep(field.start());
      return Optional.empty();
    }
    return query.map(each -> new Item(each, false));
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
                      reading.bounded(
                          first.group(1), field.start(), field.end(), 1, Zone.First.MAX_WORDS, 50)))
              : Optional.empty();
    };
  }

  private Optional<Item> inZone(Zone zone, Scanner.Field field) {
    scanner.skipSpace();
    Optional<Item> inner =
        atEndOfAll() || scanner.isOperatorNext() ? Optional.empty() : below(this::primary);
    if (inner.isEmpty()) {
      reading.notice(
          Notice.Kind.NOTHING_TO_SEARCH,
          field.start(),
          field.end(),
          "there is nothing to search for behind %s, so it was left out; write a word or phrase there"
              .formatted(CleanText.excerpt(reading.typed(field.start(), field.end()))));
    }
    return inner.map(item -> new Item(Query.in(zone, item.query()), false));
  }

  /** Reads a name that is no field, and what follows it, as words. */
  private Optional<Item> unknownField(Scanner.Field field) {
    if (scanner.atEnd() || !scanner.isFollowedHere()) {
      return Optional.of(plainName(field)); // "Iran: three days offline"
    }
    reading.notice(
        Notice.Kind.UNKNOWN_FIELD,
        field.start(),
        field.end(),
        "there is no field \"%s\", so it was searched as a plain word; %s"
            .formatted(
                CleanText.excerpt(field.name()), reading.syntax().nearestField(field.name())));
    return Optional.of(plainName(field));
  }

  private Item plainName(Scanner.Field field) {
    reading.count(1);
    return new Item(Query.words(CleanText.fitting(field.name(), Query.MAX_TEXT_LENGTH)), true);
  }

  private static Query allOf(List<Item> items) {
    return items.size() == 1
        ? items.getFirst().query()
        : new Query.AllOf(items.stream().map(Item::query).toList());
  }
}
