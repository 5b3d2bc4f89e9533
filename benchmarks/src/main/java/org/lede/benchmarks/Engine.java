package org.lede.benchmarks;

import java.io.IOException;
import java.util.Set;

/**
 * An index that can be asked. What it returns is its own, so that nothing but its own work is
 * measured.
 *
 * @param <R> what it returns
 */
interface Engine<R> extends AutoCloseable {
  /** How many hits are asked for. */
  int HITS = 10;

  /** How many values of each facet are asked for. */
  int VALUES = 10;

  /** How many passages of each hit are asked for, besides the headline. */
  int PASSAGES = 2;

  /** How far apart the words of a {@link Question.Kind#NEAR} may be: 1 for next to each other. */
  int NEAR = 8;

  /** Finds the ids and scores of the ten best articles. */
  R best(Question question) throws IOException;

  /**
   * Finds the ids and scores of the ten best articles, the exact total, and the ten most frequent
   * countries, organisations and topics that the matching articles are about.
   */
  R bestWithFacets(Question question) throws IOException;

  /** Counts the matching articles, all of them and by the month in which they were published. */
  R months(Question question) throws IOException;

  /**
   * Finds the ids and scores of the ten best articles, and of each its headline and its two best
   * passages, with positions of what was looked for.
   */
  R bestWithSnippets(Question question) throws IOException;

  /** Finds the ids of all matching articles; never measured. */
  Set<String> matches(Question question) throws IOException;

  /** Brings a result into the form in which engines are compared. */
  Answer answer(R result, Wanted wanted);

  /** Returns how many articles there are. */
  long size();

  /** Returns of how many pieces the index is made; more pieces take longer to search. */
  int segments();

  @Override
  void close() throws IOException;

  /** Asks a question. */
  default R ask(Question question, Wanted wanted) throws IOException {
    return switch (wanted) {
      case BEST -> best(question);
      case FACETS -> bestWithFacets(question);
      case MONTHS -> months(question);
      case SNIPPETS -> bestWithSnippets(question);
    };
  }

  /** Returns the answer to a question. */
  default Answer answer(Question question, Wanted wanted) throws IOException {
    return answer(ask(question, wanted), wanted);
  }
}
