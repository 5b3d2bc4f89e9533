package org.lede.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text while it is read: how far, how much more may be read, and what there is to tell. The
 * parsers of one text share it.
 */
final class Reading {
  /** The most notices on one text; more would be read by nobody. */
  private static final int MAX_NOTICES = 100;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final String text;
  private final QuerySyntax syntax;
  private final Scanner scanner;
  private final List<Notice> notices = new ArrayList<>();
  private int terms;
  private boolean cut;

  Reading(String text, QuerySyntax syntax) {
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

  QuerySyntax syntax() {
    return syntax;
  }

  Scanner scanner() {
    return scanner;
  }

  /** Returns what was typed from one place to another. */
  String typed(int start, int end) {
    return text.substring(start, end);
  }

  List<Notice> notices() {
    return notices;
  }

  /**
   * Tells something; but not what is missing at the end of a text of which the rest was left out.
   */
  void notice(Notice.Kind kind, int start, int end, String message) {
    if (notices.size() < MAX_NOTICES && !cut) {
      notices.add(new Notice(kind, start, Math.max(start, end), message));
    }
  }

  /** Counts words, phrases and values that were read. */
  void count(int more) {
    terms += more;
  }

  /** Returns how many more words, phrases and values may be read. */
  int left() {
    return syntax.budget().terms() - terms;
  }

  boolean isSpent() {
    return left() <= 0;
  }

  /** Passes over everything that would be one word too many. */
  void dropRest() {
    leaveOut(
        scanner.at(),
        "a query may have at most %,d words and values, so the rest was left out; shorten the text"
            .formatted(syntax.budget().terms()));
  }

  /** Passes over everything from where it would lead too deep. */
  void tooDeep(int start) {
    leaveOut(
        start,
        "a query may be at most %d levels deep, so what is deeper was left out, and all behind it; use fewer parentheses and operators"
            .formatted(syntax.budget().depth()));
  }

  private void leaveOut(int start, String why) {
    notice(Notice.Kind.OVER_BUDGET, start, scanner.end(), why);
    scanner.skipToEnd();
    cut = true;
  }

  /**
   * Tells whether the rest of the text was left out, so that something may be missing at its end.
   */
  boolean isCut() {
    return cut;
  }

  /** Takes a closing parenthesis. */
  void close(int start) {
    scanner.skipSpace();
    if (!scanner.take(')')) {
      notice(
          Notice.Kind.UNBALANCED,
          start,
          start + 1,
          "a parenthesis is opened but never closed, so it was read to the end; add a closing one");
    }
  }

  /** Takes what stands between quotes. */
  Scanner.Quoted quoted() {
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

  /** Returns a number that was typed, or the nearest one that is allowed. */
  int number(Matcher matcher, int group, int least, int most, int otherwise) {
    return bounded(matcher.group(group), matcher.start(), matcher.end(), least, most, otherwise);
  }

  /** Returns the number that a text stands for, or the nearest one that is allowed. */
  int bounded(String typed, int start, int end, int least, int most, int otherwise) {
    if (!DIGITS.matcher(typed).matches()) {
      notice(
          Notice.Kind.BAD_NUMBER,
          start,
          end,
          "\"%s\" is no number, so %d was taken; write one from %d to %d"
              .formatted(CleanText.excerpt(typed), otherwise, least, most));
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
}
