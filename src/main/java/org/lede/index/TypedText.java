package org.lede.index;

import java.util.ArrayList;
import java.util.List;
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
    int start = text.indexOf(word);
    if (start < 0) { // it was typed with escapes, or in some other form
      note(kind, message);
    } else {
      notices.add(new Notice(kind, start, start + word.length(), message));
    }
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
