package org.lede.search;

/**
 * How much of each article to return as snippets.
 *
 * <p>The headline comes whole and besides, and so do the bylines if anything was found in them, at
 * most as many as are that long.
 *
 * @param number how many passages of lead and body at most, from 0 to {@value #MAX_NUMBER}
 * @param length how long each may be, in characters (UTF-16 units), from {@value #MIN_LENGTH} to
 *     {@value #MAX_LENGTH}; one sentence, or several of a paragraph where they fit. Of a sentence
 *     that is longer, what lies around the first best marks. 0 with a number of 0 asks for no
 *     snippets at all
 */
public record SnippetRequest(int number, int length) {
  /** The most passages of one article. */
  public static final int MAX_NUMBER = 100;

  /** The shortest length that can be asked for. */
  public static final int MIN_LENGTH = 20;

  /** The longest length that can be asked for. */
  public static final int MAX_LENGTH = 10_000;

  /** Asks for no snippets at all, not even of headlines. */
  public static final SnippetRequest NONE = new SnippetRequest(0, 0);

  /**
   * Makes a request.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public SnippetRequest {
    if (number < 0 || number > MAX_NUMBER) {
      throw new IllegalArgumentException(
          "the number of snippets must be from 0 to %d, but is %d".formatted(MAX_NUMBER, number));
    }
    boolean none = number == 0 && length == 0;
    if (!none && (length < MIN_LENGTH || length > MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "the length of a snippet must be from %d to %,d, but is %,d"
              .formatted(MIN_LENGTH, MAX_LENGTH, length));
    }
  }

  /**
   * Tells whether it asks for no snippets at all.
   *
   * @return whether both numbers are 0
   */
  public boolean isNone() {
    return equals(NONE);
  }
}
