package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lede.Article;

/**
 * Provides a peer that is loaded apart, by {@link PeerLoader}, with the Lucene that it is built on.
 */
abstract class LoadedProvider implements EngineProvider {
  private final String name;
  private final String type;

  /**
   * Makes a provider.
   *
   * @param name the name of the peer
   * @param type the class that implements {@link Peer}, in the package of the peer
   */
  LoadedProvider(String name, String type) {
    this.name = name;
    this.type = type;
  }

  @Override
  public final String name() {
    return name;
  }

  /** Lucene scores, but only with words. */
  @Override
  public boolean scoresAsLucene(Question.Kind kind) {
    return kind != Question.Kind.EVERYTHING;
  }

  /** Equal scores come in the order of Lucene's documents. */
  @Override
  public boolean ordersEqualScores() {
    return false;
  }

  @Override
  public void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    PeerLoader.with(
        name,
        type,
        peer -> {
          peer.make(folder, articles, optimized);
          return folder;
        });
  }

  @Override
  public Engine<?> open(Path folder, int threads) throws IOException {
    return PeerLoader.with(name, type, peer -> peer.open(folder));
  }
}
