package org.lede.search;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one article come before another when hits are ordered by relevance.
 *
 * <p>An article scores for how well its text matches (BM25), and each of the weights here adds
 * something to that. All of it is bounded, so that an engine can still pass over articles that
 * cannot be among the best.
 *
 * <p>Immutable: each {@code with...} method returns a changed copy.
 *
 * @param headline how much what stands in the headline counts on top, as a multiple of BM25 over
 *     headlines alone
 * @param closeness how much it counts that words of the query stand near each other
 * @param recency how much the newest article gets for being new; an article as old as the half-life
 *     gets half of it, and one without a date nothing
 * @param halfLife the age at which recency has halved, from a minute to 1,000 years
 * @param sources how much articles of some sources get on top, by source
 */
public record Ranking(
    double headline,
    double closeness,
    double recency,
    Duration halfLife,
    Map<String, Double> sources) {
  /** The greatest weight. */
  public static final double MAX_WEIGHT = 100;

  /** The most sources that can be weighted. */
  public static final int MAX_SOURCES = 1_000;

  private static final Duration MIN_HALF_LIFE = Duration.ofMinutes(1);
  private static final Duration MAX_HALF_LIFE = Duration.ofDays(365_250);

  private static final Ranking TEXT_ONLY = new Ranking(0, 0, 0, Duration.ofDays(30), Map.of());
  private static final Ranking DEFAULTS = TEXT_ONLY.withHeadline(0.5).withCloseness(0.5);

  /**
   * Makes a ranking of a copy of the sources.
   *
   * @throws IllegalArgumentException if a weight is not from 0 to {@value #MAX_WEIGHT}, the
   *     half-life is out of range, or there are too many sources
   */
  public Ranking {
    checkWeight("headline", headline);
    checkWeight("closeness", closeness);
    checkWeight("recency", recency);
    if (halfLife.compareTo(MIN_HALF_LIFE) < 0 || halfLife.compareTo(MAX_HALF_LIFE) > 0) {
      throw new IllegalArgumentException(
          "the half-life must be from a minute to 1,000 years, but is " + halfLife);
    }
    if (sources.size() > MAX_SOURCES) {
      throw new IllegalArgumentException(
          "at most %,d sources can be weighted, but there are %,d"
              .formatted(MAX_SOURCES, sources.size()));
    }
    sources.forEach((source, weight) -> checkWeight("source " + source, weight));
    sources = Map.copyOf(new TreeMap<>(sources));
  }

  private static void checkWeight(String what, double weight) {
    if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "the weight of %s must be from 0 to %s, but is %s".formatted(what, MAX_WEIGHT, weight));
    }
  }

  /**
   * Returns the ranking that suits news: headlines and closeness count, age and source do not.
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
    return new Ranking(weight, closeness, recency, halfLife, sources);
  }

  /**
   * Changes the weight of closeness.
   *
   * @param weight how much it counts that words stand near each other
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Ranking withCloseness(double weight) {
    return new Ranking(headline, weight, recency, halfLife, sources);
  }

  /**
   * Makes newer articles score more.
   *
   * @param weight how much the newest gets
   * @param halved the age at which that has halved
   * @return a changed copy
   * @throws IllegalArgumentException if one is out of range
   */
  public Ranking withRecency(double weight, Duration halved) {
    return new Ranking(headline, closeness, weight, halved, sources);
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
    more.put(source, weight);
    return new Ranking(headline, closeness, recency, halfLife, more);
  }
}
