package org.lede.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.lede.query.Budget;

/**
 * How an index works. What is not said here is as {@link #defaults} has it.
 *
 * @param aboutThreshold the salience from which an article is <i>about</i> a tag rather than
 *     mentioning it, over 0 and up to 1; 0.5 unless told. Part of the schema: an index on disk can
 *     only be opened with the threshold it was made with.
 * @param refreshInterval how long a write may stay unseen by searches without a receipt, from 10
 *     milliseconds to an hour; one second unless told. An index in memory ignores it. While a batch
 *     is added and nobody has searched for a minute, this is about a minute, unless told more. Some
 *     100 bytes of heap are held for each article written since the last refresh, which is due
 *     after 200,000 of them in any case.
 * @param threads how many threads {@code addAll} uses, from 1 to {@value #MAX_THREADS}; the number
 *     of cores unless told
 * @param writeBufferMegabytes how much heap articles may take before they are written to disk, from
 *     1 to {@value #MAX_WRITE_BUFFER_MEGABYTES} megabytes; 128 unless told. While they are written,
 *     about as much again is needed to find the pairs of their words; at most eight times as much,
 *     if they hold nothing but frequent words
 * @param facetMegabytes how much heap may be held for counting facets fast, up to {@value
 *     #MAX_FACET_MEGABYTES} megabytes; a quarter of the largest heap of this JVM unless told. Some
 *     20 bytes for each article let countries, organisations, topics, sources and languages be
 *     counted fast. Where that is more than is allowed, the facets asked for least are counted from
 *     the files, which takes several times longer; with 0 all are. What is left, up to 72 bytes for
 *     each article, lets articles with a frequent word, with any or with all of some words, be
 *     counted faster still; that is made in the background, in some seconds for a million articles.
 *     Apart from that, where frequent words are is held for each segment of 4,096 articles or more:
 *     in about a megabyte, or in 18 bytes for each article if that is more
 * @param budget what one query may cost; {@link Budget#defaults} unless told
 * @param cursorLife how long the articles are kept as they were for somebody who pages through
 *     them, after the last page, from a second to a day; 5 minutes unless told. At most 100 such
 *     states are kept; each may keep files on disk that the index no longer needs.
 * @param executor runs the parts of a search at the same time; unless told, they run one after the
 *     other on the thread that calls. Without a deadline, the best hits are found while facets are
 *     counted. Never shut down here
 * @param clock what tells the time, from which the age of articles counts when a {@linkplain
 *     org.lede.search.Ranking ranking} prefers new ones, and which typed dates such as "today"
 *     mean; the system's unless told
 * @param frequentWords how many of the most frequent words of each language are indexed together
 *     with each word that stands next to them, from 0 to {@value #MAX_FREQUENT_WORDS}; 250 unless
 *     told. Phrases with such words, which most phrases have, are found many times as fast, and the
 *     index takes a third more room. Which words these are is learned from the first 1,000 articles
 *     of a language, and kept with the index, whatever is said here later; an index that already
 *     has more than 10,000 articles of a language without pairs stays without them
 */
public record IndexSettings(
    double aboutThreshold,
    Duration refreshInterval,
    int threads,
    int writeBufferMegabytes,
    int facetMegabytes,
    Budget budget,
    Duration cursorLife,
    Executor executor,
    InstantSource clock,
    int frequentWords) {
  /** The most threads. */
  public static final int MAX_THREADS = 256;

  /** The largest write buffer, in megabytes. */
  public static final int MAX_WRITE_BUFFER_MEGABYTES = 2_000;

  /** The most words of a language that are indexed in pairs. */
  public static final int MAX_FREQUENT_WORDS = 5_000;

  /** The most heap for facets, in megabytes. */
  public static final int MAX_FACET_MEGABYTES = 1 << 20;

  private static final int BYTES_OF_MEGABYTE = 1 << 20;

  private static final Executor ON_CALLER = Runnable::run;

  private static final Duration MIN_CURSOR_LIFE = Duration.ofSeconds(1);
  private static final Duration MAX_CURSOR_LIFE = Duration.ofDays(1);
  private static final Duration MIN_REFRESH = Duration.ofMillis(10);
  private static final Duration MAX_REFRESH = Duration.ofHours(1);

  /**
   * Makes settings.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public IndexSettings {
    if (!(aboutThreshold > 0 && aboutThreshold <= 1)) {
      throw new IllegalArgumentException(
          "the about threshold must be over 0 and up to 1, but is " + aboutThreshold);
    }
    if (refreshInterval.compareTo(MIN_REFRESH) < 0 || refreshInterval.compareTo(MAX_REFRESH) > 0) {
      throw new IllegalArgumentException(
          "the refresh interval must be from 10 ms to 1 h, but is " + refreshInterval);
    }
    if (cursorLife.compareTo(MIN_CURSOR_LIFE) < 0 || cursorLife.compareTo(MAX_CURSOR_LIFE) > 0) {
      throw new IllegalArgumentException(
          "the life of a cursor must be from 1 s to 1 day, but is " + cursorLife);
    }
    checkRange("threads", threads, 1, MAX_THREADS);
    checkRange(
        "the write buffer in megabytes", writeBufferMegabytes, 1, MAX_WRITE_BUFFER_MEGABYTES);
    checkRange("the memory for facets in megabytes", facetMegabytes, 0, MAX_FACET_MEGABYTES);
    checkRange("the number of frequent words", frequentWords, 0, MAX_FREQUENT_WORDS);
  }

  private static void checkRange(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be from %d to %,d, but is %,d".formatted(what, min, max, value));
    }
  }

  /**
   * Returns the settings that suit most.
   *
   * @return the settings
   */
  public static IndexSettings defaults() {
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
    return new IndexSettings(
        0.5,
        Duration.ofSeconds(1),
        cores,
        128,
        (int)
            Math.min(Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_MEGABYTE, MAX_FACET_MEGABYTES),
        Budget.defaults(),
        Duration.ofMinutes(5),
        ON_CALLER,
        InstantSource.system(),
        250);
  }

  /**
   * Changes the threshold.
   *
   * @param threshold the salience from which an article is about a tag
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withAboutThreshold(double threshold) {
    return new IndexSettings(
        threshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes the refresh interval.
   *
   * @param interval how long a write may stay unseen
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withRefreshInterval(Duration interval) {
    return new IndexSettings(
        aboutThreshold,
        interval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes the number of threads.
   *
   * @param number how many threads {@code addAll} uses
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withThreads(int number) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        number,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes the write buffer.
   *
   * @param megabytes its size
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withWriteBufferMegabytes(int megabytes) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        megabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes how much heap may be held for counting facets fast.
   *
   * @param megabytes how much; 0 for none
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withFacetMegabytes(int megabytes) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        megabytes,
        budget,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes the budget.
   *
   * @param limits what one query may cost
   * @return changed settings
   */
  public IndexSettings withBudget(Budget limits) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        limits,
        cursorLife,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Changes the life of cursors.
   *
   * @param life how long articles are kept as they were, after the last page
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withCursorLife(Duration life) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        life,
        executor,
        clock,
        frequentWords);
  }

  /**
   * Lets parts of a search run at the same time.
   *
   * @param threads runs them; stays the caller's
   * @return changed settings
   */
  public IndexSettings withExecutor(Executor threads) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        this.threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        threads,
        clock,
        frequentWords);
  }

  /**
   * Changes the clock, such as to a fixed one for tests, or to look back from an earlier day.
   *
   * @param source what tells the time
   * @return changed settings
   */
  public IndexSettings withClock(InstantSource source) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        source,
        frequentWords);
  }

  /**
   * Changes how many words are indexed in pairs.
   *
   * @param number how many of the most frequent words of each language; 0 for none
   * @return changed settings
   * @throws IllegalArgumentException if it is out of range
   */
  public IndexSettings withFrequentWords(int number) {
    return new IndexSettings(
        aboutThreshold,
        refreshInterval,
        threads,
        writeBufferMegabytes,
        facetMegabytes,
        budget,
        cursorLife,
        executor,
        clock,
        number);
  }

  long facetBytes() {
    return (long) facetMegabytes * BYTES_OF_MEGABYTE;
  }

  boolean runsOnCaller() {
    return executor.equals(ON_CALLER);
  }
}
