package org.lede.benchmarks;

import java.io.IOException;
import java.util.Set;

/**
 * An index that can be asked. What it returns is its own, so that nothing but its own work is
 * measured. {@link EngineProvider} tells how it is made and what it can do.
 *
 * @param <R> what it returns
 */
public interface Engine<R> extends AutoCloseable {
  /** How many hits are asked for. */
  int HITS = 10;

  /** How many values of each facet are asked for. */
  int VALUES = 10;

  /** How many passages of each hit are asked for, besides the headline. */
  int PASSAGES = 2;

  /** How far apart the words of a {@link Question.Kind#NEAR} may be: 1 for next to each other. */
  int NEAR = 8;

  /**
   * Asks a question. Facets are countries, organisations and topics that articles are about; of
   * each the {@value #VALUES} most frequent values are wanted. Of articles that are equally good or
   * new, those with the smaller ids come first.
   *
   * @param wanted what to return, one of what the engine {@linkplain EngineProvider#can can}
   */
  R ask(Question question, Wanted wanted) throws IOException;

  /** Finds the ids of all articles that match a question, with what it selects; never measured. */
  Set<String> matches(Question question) throws IOException;

  /** Brings a result into the form in which engines are compared. */
  Answer answer(R result, Wanted wanted);

  /** Returns how many articles there are. */
  long size();

  /** Returns of how many pieces the index is made; more pieces take longer to search. */
  int segments();

  /** Returns how much heap is held for counting facets, in bytes; 0 if the engine cannot tell. */
  default long facetBytes() {
    return 0;
  }

  @Override
  void close() throws IOException;

  /** Returns the answer to a question. */
  default Answer answer(Question question, Wanted wanted) throws IOException {
    return answer(ask(question, wanted), wanted);
  }
}
