package org.lede.query;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what is looked for in a text: phrases, words, and words of some shape. */
final class WordParser {
  private static final Pattern SLOP = Pattern.compile("~([0-9]+)");

  private final Reading reading;
  private final Scanner scanner;

  WordParser(Reading reading) {
    this.reading = reading;
    scanner = reading.scanner();
  }

  Optional<Item> phrase() {
    Scanner.Quoted quoted = reading.quoted();
    if (!isSearchable(quoted.text(), quoted.escaped())) {
      return Optional.empty();
    }
    reading.count(1);
    String phrase = CleanText.fitting(quoted.text(), Query.MAX_TEXT_LENGTH);
    int slop =
        scanner
            .take(SLOP)
            .map(slopped -> reading.number(slopped, 1, 0, Query.Phrase.MAX_SLOP, 0))
            .orElse(0);
    return Optional.of(new Item(Query.phrase(phrase, slop), false));
  }

  /** Tells whether there is a word in a text, or an escape that says it is meant as it stands. */
  private static boolean isSearchable(String text, boolean escaped) {
    return Words.isWord(text) || (escaped && !CleanText.cleaned(text).isEmpty());
  }

  /** {@code ('~' | '~~') word}. */
  Optional<Item> fuzzy() {
    int start = scanner.at();
    scanner.take('~');
    int edits = scanner.take('~') ? 2 : 1;
    Scanner.Word word = scanner.takeWord();
    if (!isSearchable(word.text(), word.escaped())) {
      return Optional.empty();
    }
    reading.count(1);
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
    reading.notice(
        Notice.Kind.NOT_UNDERSTOOD, start, scanner.at(), why + "; it was searched as plain words");
    return new Item(Query.words(CleanText.fitting(word.text(), Query.MAX_TEXT_LENGTH)), false);
  }

  Optional<Item> word() {
    int start = scanner.at();
    Scanner.Word word = scanner.takeWord();
    boolean searchable = isSearchable(word.text(), word.escaped());
    if (word.isPattern()) {
      if (word.pattern().chars().allMatch(c -> c == '*')) {
        reading.count(1);
        return Optional.of(new Item(Query.everything(), false));
      }
      if (!searchable) {
        return Optional.empty();
      }
      if (isQuestion(word, start)) {
        reading.notice(
            Notice.Kind.CHANGED,
            scanner.at() - 1,
            scanner.at(),
            "the ? at the end was read as a question mark; put the word in parentheses to find any"
                + " letter there");
        word = word.withoutLast();
        searchable = isSearchable(word.text(), word.escaped());
      } else {
        reading.count(1);
        String pattern = word.pattern();
        return Optional.of(single(word, start, text -> Query.wildcard(pattern)));
      }
    }
    if (!searchable) {
      return Optional.empty();
    }
    reading.count(1);
    return Optional.of(
        new Item(Query.words(CleanText.fitting(word.text(), Query.MAX_TEXT_LENGTH)), true));
  }

  /** Tells whether a word ends a question, rather than being a pattern. */
  private boolean isQuestion(Scanner.Word word, int start) {
    return start > 0
        && scanner.onlySpaceIsLeft()
        && word.pattern().endsWith("?")
        && Patterns.firstWildcard(word.pattern()) == word.pattern().length() - 1;
  }
}
