package org.lede.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lede.query.Notice;
import org.lede.query.Query;

/** What a person typed, and what had to be changed of it. */
final class TypedText {
  private final String text;
  private final List<Notice> notices = new ArrayList<>();

  TypedText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  List<Notice> notices() {
    return notices;
  }

  /** Adds a notice about the whole text. */
  void note(Notice.Kind kind, String message) {
    notices.add(new Notice(kind, 0, text.length(), message));
  }

  /** Adds a notice about a word, where it first stands. */
  void note(Notice.Kind kind, String word, String message) {
    Matcher found = standing(List.of(word)).matcher(text);
    if (found.find()) {
      notices.add(new Notice(kind, found.start(), found.end(), message));
    } else { // it was typed with escapes, or in some other form
      note(kind, message);
    }
  }

  /** Returns the text with words replaced by others, wherever they stand alone. */
  String with(Map<String, String> better) {
    return standing(better.keySet())
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(better.getOrDefault(found.group(), "")));
  }

  /** Returns a pattern for words where they are not part of others, nor names of fields. */
  private static Pattern standing(Collection<String> words) {
    String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{M}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{M}\\p{N}]|[\\w./-]*:)");
  }

  /** Returns the notices, in the order of the text; those about all of it last. */
  List<Notice> inOrder() {
    return notices.stream()
        .sorted(Comparator.comparing(this::isOfAll).thenComparingInt(Notice::start))
        .toList();
  }

  private boolean isOfAll(Notice notice) {
    return notice.start() == 0 && notice.end() == text.length();
  }

  /** Adds a notice about a part that was too much, so that less of it was searched. */
  void noteCut(Query part, String why) {
    String message = why + "; only a part of it was searched";
    switch (part) {
      case Query.Prefix(var start) -> note(Notice.Kind.OVER_BUDGET, start, message);
      case Query.Wildcard(var pattern) -> note(Notice.Kind.OVER_BUDGET, pattern, message);
      case Query.Fuzzy(var word, var edits) -> note(Notice.Kind.OVER_BUDGET, word, message);
      default -> note(Notice.Kind.OVER_BUDGET, message);
    }
  }
}
