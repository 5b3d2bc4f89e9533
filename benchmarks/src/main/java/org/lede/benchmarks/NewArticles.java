package org.lede.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.lede.Article;

/**
 * Articles that are not yet in an index: of generated ones those that come next; of a file its
 * first ones again, under other ids.
 */
final class NewArticles {
  private static final int KEPT = 5_000;

  private final LongFunction<Article> source;
  private long next;

  private NewArticles(LongFunction<Article> source, long next) {
    this.source = source;
    this.next = next;
  }

  /** Returns articles to add to those of a corpus. */
  static NewArticles of(Corpus corpus) throws IOException {
    if (corpus.name().equals(Corpus.GENERATED)) {
      return new NewArticles(new GeneratedArticles(GeneratedArticles.SEED, 0)::at, corpus.limit());
    }
    List<Article> kept = new Corpus(corpus.name(), KEPT).first(KEPT);
    return new NewArticles(place -> renamed(kept.get((int) (place % kept.size())), place), 0);
  }

  private static Article renamed(Article article, long place) {
    return untagged("new-" + place, article).tags(article.tags()).build();
  }

  /** Returns an article in the making that is like another but for its id and without tags. */
  static Article.Builder untagged(String id, Article article) {
    Article.Builder untagged =
        Article.builder(id)
            .source(article.source())
            .url(article.url())
            .headline(article.headline())
            .lead(article.lead())
            .body(article.body())
            .bylines(article.bylines())
            .language(article.language());
    article.published().ifPresent(untagged::published);
    return untagged;
  }

  /** Returns the next articles. */
  List<Article> next(int number) {
    next += number;
    return LongStream.range(next - number, next).mapToObj(source).toList();
  }
}
