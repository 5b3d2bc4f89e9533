package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;

/** An engine that {@link PeerLoader} loads, with libraries of its own. */
public interface Peer {
  /**
   * Makes an index to be searched, as {@code EngineProvider.make} says.
   *
   * @param folder an empty folder
   * @param articles the articles; closed by the caller
   * @param optimized whether to merge the index into one segment
   * @throws IOException if it cannot be written
   */
  void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException;

  /**
   * Opens an index, to be asked on one thread.
   *
   * @param folder where it is
   * @throws IOException if it cannot be read
   */
  Engine<?> open(Path folder) throws IOException;
}
