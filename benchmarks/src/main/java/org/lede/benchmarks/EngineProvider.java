package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;

/**
 * What there is to know of an engine before it is asked: its name, what it can do, how its index is
 * made and opened.
 *
 * <p>{@link Engines} finds providers by name. To add one, write a public class in this package that
 * implements this interface and has a public constructor without parameters, in a source folder of
 * its own. A Maven profile adds that folder, and names the class by a property that stands in
 * {@code src/main/services/org.lede.benchmarks.EngineProvider}. It then runs as {@code -p
 * engine=NAME}, and must give the same answers as plain Lucene; {@code PeerTest} says what else it
 * must do. One that needs other versions of the suite's libraries extends {@link LoadedProvider}.
 */
interface EngineProvider {
  /** Returns the name, as in {@code -p engine=lede}; also that of the folder of its index. */
  String name();

  /** Tells whether the engine can answer questions of a kind with what is wanted. */
  default boolean can(Question.Kind kind, Wanted wanted) {
    return true;
  }

  /**
   * Tells whether scores must be those of plain Lucene, to float precision. Otherwise the best hits
   * are not compared, but all articles found, totals and counts are.
   */
  default boolean scoresAsLucene(Question.Kind kind) {
    return true;
  }

  /**
   * Tells whether articles of equal scores come in the order of their ids. Otherwise, where there
   * is no room for all of them at the end of the list, it does not matter which are there.
   */
  default boolean ordersEqualScores() {
    return true;
  }

  /** Tells whether the engine says how many values each facet has. */
  default boolean countsValues() {
    return true;
  }

  /** Returns how many threads the engine can use for one question. */
  default int mostThreads() {
    return 1;
  }

  /**
   * Makes an index to be searched.
   *
   * @param folder an empty folder
   * @param articles the articles; closed by the caller
   * @param optimized whether to bring the index into the form that is searched fastest
   */
  void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException;

  /** Tells whether an index that was made earlier can still be opened. */
  default boolean canOpen(Path folder) throws IOException {
    return true;
  }

  /**
   * Opens an index.
   *
   * @param threads how many threads to use for one question, from 1 to {@link #mostThreads}
   */
  Engine<?> open(Path folder, int threads) throws IOException;

  /** Tells whether the engine can be asked while it is written to. */
  default boolean canGrow() {
    return false;
  }

  /** Opens an index to be asked and written to, if the engine {@linkplain #canGrow can}. */
  default GrowingEngine<?> openToGrow(Path folder) throws IOException {
    throw new Cannot(name() + " cannot be asked while it is written to");
  }
}
