package org.lede.search;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.lede.Facet;

/**
 * What makes one article come before another when hits are ordered by relevance.
 *
 * <p>An article scores for how well its text matches by BM25, and each weight here adds something
 * to that, so that 0 leaves it out. Ranking never changes what is found or counted. For a question
 * of the words <i>w</i>, of which <i>q(w)</i> is how often each is asked for, the score is
 *
 * <pre>
 *   Σ q(w) · BM25(text, w)
 *     + headline  · Σ q(w) · BM25(headlines, w)
 *     + opening   · Σ q(w) · BM25(openings, w)
 *     + closeness · Σ min(rarity of u, rarity of v) · n / (n + 1)
 *     + recency   · half-life / (half-life + age)
 *     + the weight of the source
 * </pre>
 *
 * <p>The words are those of every {@linkplain org.lede.query.Query.Words words query} that is
 * looked for in whole articles: not those in a zone, in what is excluded, or that must be near
 * others. Phrases add to the part of the headline as well. The pairs <i>u, v</i> are the different
 * neighbours in the question, function words left out, and <i>n</i> is how often the two stand next
 * to each other in the article, in either order. Rarity is that of BM25, which has the constants k1
 * = 1.2 and b = 0.75. An article is compared with those of its own language.
 *
 * <p>Each part is bounded: one word or pair adds at most its weight times its rarity, age and
 * source at most their weights. So an engine can still pass over articles that cannot be among the
 * best. An engine may leave out parts of a question of hundreds of words, counted once for each
 * language; the embedded one does so over some 1,000 words in all parts together, and then
 * closeness goes first, then openings, headlines, sources, age.
 *
 * <p>Immutable: each {@code with...} method returns a changed copy.
 *
 * @param headline how much words and phrases in the headline count on top, as a multiple of BM25
 *     over headlines alone, from 0 to {@value #MAX_WEIGHT}
 * @param opening how much words among the first 30 of lead and body count on top, as a multiple of
 *     BM25 over these alone, from 0 to {@value #MAX_WEIGHT}
 * @param closeness how much it counts that neighbours in the question are neighbours in the
 *     article, as a multiple of the rarity of the more frequent one, from 0 to {@value #MAX_WEIGHT}
 * @param functionWords how much words such as "the" and "of" count, which say little about what is
 *     asked for, from 0 (nothing; an article must hold them none the less) to 1 (as any other word)
 * @param recency how much an article of now gets for being new, from 0 to {@value #MAX_WEIGHT}; one
 *     as old as the half-life gets half of it, one of the future all of it, and one without a date
 *     nothing
 * @param halfLife the age at which recency has halved, from a minute to 1,000 years
 * @param sources how much articles of some sources get on top, by source, each from 0 to {@value
 *     #MAX_WEIGHT}
 */
public record Ranking(
    double headline,
    double opening,
    double closeness,
    double functionWords,
    double recency,
    Duration halfLife,
    Map<String, Double> sources) {
  /** The greatest weight. */
  public static final double MAX_WEIGHT = 100;

  /** The most sources that can be weighted. */
  public static final int MAX_SOURCES = 1_000;

  private static final Duration MIN_HALF_LIFE = Duration.ofMinutes(1);
  private static final Duration MAX_HALF_LIFE = Duration.ofDays(365_250);

  private static final Ranking TEXT_ONLY =
      new Ranking(0, 0, 0, 1, 0, Duration.ofDays(30), Map.of());

  private static final Ranking DEFAULTS =
      TEXT_ONLY.withHeadline(0.25).withOpening(0.2).withCloseness(0.5).withFunctionWords(0.25);

  /**
   * Makes a ranking of a copy of the sources.
   *
   * @throws IllegalArgumentException if a weight or the half-life is out of range, a source is
   *     blank or too long, or there are too many
   */
  public Ranking {
    checkWeight("headline", headline, MAX_WEIGHT);
    checkWeight("opening", opening, MAX_WEIGHT);
    checkWeight("closeness", closeness, MAX_WEIGHT);
    checkWeight("function words", functionWords, 1);
    checkWeight("recency", recency, MAX_WEIGHT);
    if (halfLife.compareTo(MIN_HALF_LIFE) < 0 || halfLife.compareTo(MAX_HALF_LIFE) > 0) {
      throw new IllegalArgumentException(
          "the half-life must be from a minute to 1,000 years, but is " + halfLife);
    }
    if (sources.size() > MAX_SOURCES) {
      throw new IllegalArgumentException(
          "at most %,d sources can be weighted, but there are %,d"
              .formatted(MAX_SOURCES, sources.size()));
    }
    Map<String, Double> normal = new TreeMap<>();
    sources.forEach((source, weight) -> {
      checkWeight("source " + source, weight, MAX_WEIGHT);
      normal.put(Facet.SOURCE.normalise(source), weight);
    });
    sources = Collections.unmodifiableMap(normal);
  }

  private static void checkWeight(String what, double weight, double most) {
    if (!(weight >= 0 && weight <= most)) {
      throw new IllegalArgumentException(
          "the weight of %s must be from 0 to %s, but is %s".formatted(what, most, weight));
    }
  }

  /**
   * Returns the ranking that suits news: 0.25 for headlines, 0.2 for openings, 0.5 for closeness,
   * 0.25 for function words, and nothing for age and source.
   *
   * @return the ranking
   */
  public static Ranking defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the ranking by text alone: BM25, as plain Lucene has it.
   *
   * @return the ranking
   */
  public static Ranking textOnly() {
    return TEXT_ONLY;
  }

  /**
   * Changes the weight of headlines.
   *
   * @param weight how much headlines count on top
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Ranking withHeadline(double weight) {
    return new Ranking(weight, opening, closeness, functionWords, recency, halfLife, sources);
  }

  /**
   * Changes the weight of openings.
   *
   * @param weight how much the first words of lead and body count on top
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Ranking withOpening(double weight) {
    return new Ranking(headline, weight, closeness, functionWords, recency, halfLife, sources);
  }

  /**
   * Changes the weight of closeness.
   *
   * @param weight how much it counts that words stand next to each other
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Ranking withCloseness(double weight) {
    return new Ranking(headline, opening, weight, functionWords, recency, halfLife, sources);
  }

  /**
   * Changes how much function words count. Closeness leaves them out whatever this is.
   *
   * @param weight the part of what another word counts, from 0 to 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Ranking withFunctionWords(double weight) {
    return new Ranking(headline, opening, closeness, weight, recency, halfLife, sources);
  }

  /**
   * Makes newer articles score more.
   *
   * @param weight how much the newest get
   * @param halved the age at which that has halved
   * @return a changed copy
   * @throws IllegalArgumentException if one is out of range
   */
  public Ranking withRecency(double weight, Duration halved) {
    return new Ranking(headline, opening, closeness, functionWords, weight, halved, sources);
  }

  /**
   * Makes articles of a source score more.
   *
   * @param source the source
   * @param weight how much they get
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range, or there are too many sources
   */
  public Ranking withSource(String source, double weight) {
    Map<String, Double> more = new TreeMap<>(sources);
    more.put(Facet.SOURCE.normalise(source), weight);
    return new Ranking(headline, opening, closeness, functionWords, recency, halfLife, more);
  }
}
