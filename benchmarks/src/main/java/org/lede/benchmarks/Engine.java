package org.lede.benchmarks;

import java.io.IOException;

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

  /** Finds the ids and scores of the ten best articles. */
  R best(Question question) throws IOException;

  /**
   * Finds the ids and scores of the ten best articles, the exact total, and the ten most frequent
   * countries, organisations and topics that the matching articles are about.
   */
  R bestWithFacets(Question question) throws IOException;

  /** Brings a result into the form in which engines are compared. */
  Answer answer(R result);

  /** Returns how many articles there are. */
  long size();

  /** Returns of how many pieces the index is made; more pieces take longer to search. */
  int segments();

  @Override
  void close() throws IOException;

  /** Returns the answer to a question, with or without facets. */
  default Answer ask(Question question, boolean facets) throws IOException {
    return answer(facets ? bestWithFacets(question) : best(question));
  }
}
