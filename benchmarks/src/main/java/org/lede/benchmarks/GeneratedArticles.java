package org.lede.benchmarks;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lede.Article;

/**
 * Any number of made-up articles that look to an index as real ones do: natural word frequencies,
 * words that like to follow each other, and facet values of very unequal frequency.
 *
 * <p>The same seed and position always give the same article, whatever was made before, so that
 * every process makes the same ones. Safe for use by many threads.
 *
 * <p>An article has about 130 words, with a long tail of longer ones (log-normal).
 */
final class GeneratedArticles implements Iterable<Article> {
  static final long SEED = 20_260_101;

  private static final double MEDIAN_WORDS = 118;
  private static final double SPREAD = 0.45; // of the logarithm
  private static final int FEWEST_WORDS = 40;
  private static final int MOST_WORDS = 1_000;
  private static final int SOURCES = 200;
  private static final int REPORTERS = 2_000;
  private static final long FIRST_DAY = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_DAY = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final long seed;
  private final long count;
  private final Vocabulary vocabulary;
  private final MadeUpTags tags;
  private final List<String> sources;
  private final List<String> reporters;
  private final Skewed source = Skewed.zipf(SOURCES, 1, 2);

  /**
   * Makes articles.
   *
   * @param seed what tells these articles from others
   * @param count how many
   */
  GeneratedArticles(long seed, long count) {
    this.seed = seed;
    this.count = count;
    vocabulary = new Vocabulary(seed);
    tags = new MadeUpTags(seed + 1);
    MadeUpWords names = new MadeUpWords(new SplittableRandom(seed + 2));
    sources = IntStream.range(0, SOURCES).mapToObj(i -> "The " + names.name() + " Post").toList();
    reporters =
        IntStream.range(0, REPORTERS).mapToObj(i -> names.name() + " " + names.name()).toList();
  }

  @Override
  public Iterator<Article> iterator() {
    return stream().iterator();
  }

  Stream<Article> stream() {
    return LongStream.range(0, count).mapToObj(this::at);
  }

  /** Makes the article at a position, from 0. */
  Article at(long position) {
    SplittableRandom random = new SplittableRandom(scattered(seed + position));
    String id = "g-" + position;
    Article.Builder article =
        Article.builder(id)
            .source(sources.get(source.next(random)))
            .url("https://example.org/" + id)
            .bylines(bylines(random))
            .language("en")
            .published(Instant.ofEpochMilli(random.nextLong(FIRST_DAY, LAST_DAY)));
    addText(article, random);
    tags.addTo(article, random);
    return article.build();
  }

  /** Sets the seeds of neighbours far apart (source: D. Stafford's mix 13 of 64 bits). */
  private static long scattered(long seed) {
    long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private List<String> bylines(SplittableRandom random) {
    return random.ints(random.nextInt(3), 0, REPORTERS).mapToObj(reporters::get).toList();
  }

  private void addText(Article.Builder article, SplittableRandom random) {
    int headline = random.nextInt(6, 12);
    int lead = random.nextInt(14, 28);
    MadeUpText text = new MadeUpText(vocabulary, random);
    article
        .headline(text.sentence(headline))
        .lead(text.sentence(lead) + ".")
        .body(text.paragraphs(Math.max(words(random) - headline - lead, 1)));
  }

  private static int words(SplittableRandom random) {
    double words = MEDIAN_WORDS * Math.exp(SPREAD * random.nextGaussian());
    return Math.clamp(Math.round(words), FEWEST_WORDS, MOST_WORDS);
  }
}
