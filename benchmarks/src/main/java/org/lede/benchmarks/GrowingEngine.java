package org.lede.benchmarks;

import java.io.IOException;
import java.util.List;
import org.lede.Article;

/**
 * An index that can be asked by some threads while others write to it and refresh it.
 *
 * @param <R> what it returns
 */
interface GrowingEngine<R> extends Engine<R> {
  /** Adds articles, which no question sees before the next {@link #refresh}. */
  void add(List<Article> articles) throws IOException;

  /** Lets questions see what was added. */
  void refresh() throws IOException;

  /**
   * Lets questions see what was added, and does all that a question would have to do first because
   * of that, while questions go on to see what they saw before.
   */
  default void refreshAhead() throws IOException {
    refresh();
  }
}
