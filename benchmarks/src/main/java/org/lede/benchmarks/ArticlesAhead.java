package org.lede.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lede.Article;

/**
 * Articles that are made or read by another thread while earlier ones are indexed, so that it is
 * the indexing that is timed.
 */
final class ArticlesAhead implements Iterator<Article> {
  private static final int AT_ONCE = 1_000;

  private final Iterator<Article> source;
  private Iterator<Article> ready = Collections.emptyIterator();
  private CompletableFuture<List<Article>> coming;

  private ArticlesAhead(Iterator<Article> source) {
    this.source = source;
    coming = CompletableFuture.supplyAsync(this::some);
  }

  /** Returns the same articles. */
  static Stream<Article> of(Stream<Article> articles) {
    Iterator<Article> ahead = new ArticlesAhead(articles.iterator());
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(ahead, Spliterator.ORDERED), false);
  }

  private List<Article> some() {
    List<Article> some = new ArrayList<>(AT_ONCE);
    while (some.size() < AT_ONCE && source.hasNext()) {
      some.add(source.next());
    }
    return some;
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext()) {
      ready = coming.join().iterator();
      coming = CompletableFuture.supplyAsync(this::some);
    }
    return ready.hasNext();
  }

  @Override
  public Article next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}
