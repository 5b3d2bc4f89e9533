package org.lede.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes typed text apart, from left to right. */
final class Scanner {
  private static final String OPENING_QUOTES = "\"“„«»";
  private static final String CLOSING_QUOTES = "\"”“»«";
  private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}\\p{M}\\p{N}_./-]*+):");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:");

  static final Pattern AND = operator("AND");
  static final Pattern OR = operator("OR");
  static final Pattern NOT = operator("NOT");
  private static final Pattern OPERATOR = operator("(?:AND|OR|NOT)");

  private static Pattern operator(String name) {
    return Pattern.compile(name + "(?=[\\s()\"“„«]|$)");
  }

  private final String text;
  private final int end;
  private int at;

  Scanner(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /**
   * A word that stands without quotes.
   *
   * @param text what it means, escapes resolved
   * @param pattern the same as a pattern, in which wildcards that were not escaped are wildcards
   * @param isPattern whether there is such a wildcard
   * @param escaped whether there is an escape, so that it is no operator whatever it says
   */
  record Word(String text, String pattern, boolean isPattern, boolean escaped) {
    /** Returns what stood between quotes, where nothing is a wildcard. */
    static Word of(String quoted) {
      return new Word(quoted, Patterns.escaped(quoted), false, true);
    }

    /** Returns this without its last character, which must be a wildcard. */
    Word withoutLast() {
      return new Word(
          text.substring(0, text.length() - 1),
          pattern.substring(0, pattern.length() - 1),
          false,
          escaped);
    }
  }

  int at() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  int end() {
    return end;
  }

  void skipToEnd() {
    at = end;
  }

  boolean atEnd() {
    return at >= end;
  }

  void skipSpace() {
    while (at < end && isUnseen(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private static boolean isUnseen(int c) {
    return CleanText.isSpace(c) || CleanText.isDirectionMark(c);
  }

  /** Takes a character, if it comes next. */
  boolean take(char c) {
    boolean next = at < end && text.charAt(at) == c;
    at += next ? 1 : 0;
    return next;
  }

  boolean isNext(char c) {
    return at < end && text.charAt(at) == c;
  }

  boolean isQuoteNext() {
    return at < end && OPENING_QUOTES.indexOf(text.charAt(at)) >= 0;
  }

  /** Tells whether what follows the next character belongs to it. */
  boolean isFollowed() {
    return at + 1 < end && !isUnseen(text.codePointAt(at + 1));
  }

  /** Takes what a pattern matches right here. */
  Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, end);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }

  /** The name of a field, and where it stands with its colon. */
  record Field(String name, int start, int end) {}

  /** Takes the name of a field and its colon, unless what follows shows that it is none. */
  Optional<Field> takeField() {
    Matcher matcher = FIELD.matcher(text).region(at, end);
    if (!matcher.lookingAt() || ADDRESS.matcher(matcher.group()).matches()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(new Field(matcher.group(1), matcher.start(), matcher.end()));
  }

  /** Tells whether AND, OR or NOT comes next. */
  boolean isOperatorNext() {
    return OPERATOR.matcher(text).region(at, end).lookingAt();
  }

  /** Tells whether something stands right here, without space before it. */
  boolean isFollowedHere() {
    return at < end && !isUnseen(text.codePointAt(at));
  }

  boolean onlySpaceIsLeft() {
    int before = at;
    skipSpace();
    boolean left = atEnd();
    at = before;
    return left;
  }

  /** Takes a word up to space, a quote or a parenthesis. */
  Word takeWord() {
    StringBuilder plain = new StringBuilder();
    StringBuilder pattern = new StringBuilder();
    boolean isPattern = false;
    boolean escaped = false;
    while (at < end) {
      char c = text.charAt(at);
      if (isUnseen(text.codePointAt(at)) || "()".indexOf(c) >= 0 || isQuoteNext()) {
        break;
      }
      if (c == '\\' && at + 1 < end) {
        at++;
        escaped = true;
        plain.append(text.charAt(at));
        pattern.append(Patterns.escaped(text.substring(at, at + 1)));
      } else {
        isPattern |= c == '*' || c == '?';
        plain.append(c);
        pattern.append(c == '\\' ? "\\\\" : c);
      }
      at++;
    }
    return new Word(plain.toString(), pattern.toString(), isPattern, escaped);
  }

  /**
   * Takes what stands between quotes, or to the end if they are never closed.
   *
   * @return what stood there
   */
  Quoted takeQuoted() {
    int kind = OPENING_QUOTES.indexOf(text.charAt(at++));
    StringBuilder quoted = new StringBuilder();
    boolean escaped = false;
    while (at < end) {
      char c = text.charAt(at++);
      if (c == '"' || c == CLOSING_QUOTES.charAt(kind)) {
        return new Quoted(quoted.toString(), true, escaped);
      }
      boolean escape = c == '\\' && at < end;
      escaped |= escape;
      quoted.append(escape ? text.charAt(at++) : c);
    }
    return new Quoted(quoted.toString(), false, escaped);
  }

  /** What stood between quotes, whether they were closed, and whether there was an escape. */
  record Quoted(String text, boolean closed, boolean escaped) {}
}
