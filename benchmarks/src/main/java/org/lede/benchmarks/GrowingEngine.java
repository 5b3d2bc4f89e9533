package org.lede.benchmarks;

import java.io.IOException;
import java.util.List;
import org.lede.Article;

/**
 * An index that can be asked and written to.
 *
 * @param <R> what it returns
 */
interface GrowingEngine<R> extends Engine<R> {
  /** Adds articles, which no question sees before the next {@link #refresh}. */
  void add(List<Article> articles) throws IOException;

  /** Lets questions see what was added. */
  void refresh() throws IOException;
}
