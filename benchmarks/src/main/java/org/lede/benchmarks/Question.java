package org.lede.benchmarks;

import java.util.Locale;

/**
 * One question that both engines are asked.
 *
 * @param kind how its words are to be found
 * @param text the words, as they stand in an article
 */
record Question(Kind kind, String text) {
  /** How the words of a question are to be found. */
  enum Kind {
    /** One word. */
    TERM,
    /** All words, anywhere in the article. */
    AND,
    /** At least one of the words. */
    OR,
    /** All words, next to each other and in their order. */
    PHRASE,
    /** Two words, in any order, with at most {@code Engine.NEAR - 1} others between them. */
    NEAR;

    /** Returns the kind with a name, in any letter case. */
    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  public String toString() {
    return "%s \"%s\"".formatted(kind.name().toLowerCase(Locale.ROOT), text);
  }
}
