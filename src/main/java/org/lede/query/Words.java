package org.lede.query;

import java.util.regex.Pattern;

/** What a typed word is: a word to look for, or an operator. */
final class Words {
  /** Operators with a number or name behind a stroke, such as {@code near/5}. */
  private static final Pattern STROKE =
      Pattern.compile(
          "(?i)(near|before|same|atleast|first|about|mentions|all|any)/[\\p{Alnum}.]*.*");

  private Words() {}

  /** Tells whether there is anything in a text that an index could hold. */
  static boolean isWord(String text) {
    return text.codePoints().anyMatch(Words::isPartOfWord);
  }

  /** Letters, digits, marks, and what is no punctuation, such as an emoji. */
  private static boolean isPartOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.OTHER_NUMBER,
              Character.LETTER_NUMBER,
              Character.PRIVATE_USE ->
              true;
          default -> false;
        };
  }

  /** Tells whether a word is read as an operator, unless an escape stands in it. */
  static boolean isOperator(String word) {
    return word.equals("AND")
        || word.equals("OR")
        || word.equals("NOT")
        || STROKE.matcher(word).matches();
  }
}
