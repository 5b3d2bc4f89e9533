package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.index.IndexSettings;
import org.lede.query.Budget;
import org.lede.query.Query;
import org.lede.search.Completeness;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;

/**
 * Whether hostile searches come back when their time is up: within {@value #MOST_LATE_MILLIS} ms of
 * a deadline of {@value #DEADLINE_MILLIS} ms, in {@value #LEAST_PER_CENT} of 100 tries.
 *
 * <p>A benchmark and not a unit test, because it needs a machine that has nothing else to do. It is
 * not one of JMH's, because what counts is not how long searches take but how many take too long.
 *
 * <p>On: a million generated articles. Each search is hostile in its own way, such as patterns that
 * most words match or frequent words near each other, and asks for everything: the best hits with
 * snippets and matches, all facets, and a timeline. It is tried {@value #TRIES} times after a few
 * tries that do not count, once on the thread that asks and once with all processors.
 *
 * <p>Run: {@code java -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED
 * -cp target/benchmarks.jar org.lede.benchmarks.Deadlines}, with the number of articles and of
 * tries if they shall be others. The exit code is 2 if a search came back late too often.
 */
final class Deadlines {
  static final long DEADLINE_MILLIS = 100;
  static final long MOST_LATE_MILLIS = 50;
  static final int LEAST_PER_CENT = 99;
  static final int TRIES = 100;

  private static final long ARTICLES = 1_000_000;
  private static final int WARM_UPS = 5;

  /** The exit code, which differs from that of a failure. */
  private static final int LATE = 2;

  private static final String EVERYWHERE =
      "the of to and a in that is was he for it with as his on";
  private static final String OFTEN = "be at by i this had not are but from or have an they which";

  private final ArticleIndex index;
  private final int tries;

  private Deadlines(ArticleIndex index, int tries) {
    this.index = index;
    this.tries = tries;
  }

  /** Tries all hostile searches, prints how late they came, and exits. */
  public static void main(String[] args) throws IOException {
    long articles = args.length > 0 ? Long.parseLong(args[0]) : ARTICLES;
    int tries = args.length > 1 ? Integer.parseInt(args[1]) : TRIES;
    IndexCache cache = new IndexCache(new Corpus(Corpus.GENERATED, articles), false);
    Path folder = cache.filled(Engines.LEDE);
    System.out.println("| search | threads | in time | median, ms | longest, ms | complete |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    boolean alone = onOneThread(folder, tries);
    boolean together = onAllProcessors(folder, tries);
    System.out.printf(
        "in time is within %d ms of a deadline of %d ms; %d %% must be%n",
        MOST_LATE_MILLIS, DEADLINE_MILLIS, LEAST_PER_CENT);
    System.exit(alone && together ? 0 : LATE);
  }

  private static boolean onOneThread(Path folder, int tries) {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder, settings())) {
      return new Deadlines(index, tries).areKept(1);
    }
  }

  private static boolean onAllProcessors(Path folder, int tries) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads);
        ArticleIndex index = ArticleIndex.openReadOnly(folder, settings().withExecutor(executor))) {
      return new Deadlines(index, tries).areKept(threads);
    }
  }

  /** Lets patterns stand for as many words as they can, as the usual budget would refuse them. */
  private static IndexSettings settings() {
    return IndexSettings.defaults().withBudget(Budget.defaults().withExpansions(100_000));
  }

  private boolean areKept(int threads) {
    boolean kept = true;
    for (Map.Entry<String, Query> hostile : hostile().entrySet()) {
      Tries tried = tried(everything(hostile.getValue()));
      System.out.printf("| %s | %d | %s |%n", hostile.getKey(), threads, tried);
      kept &= tried.areInTime();
    }
    return kept;
  }

  /** Returns what is hostile, by what it is called in the table. */
  static Map<String, Query> hostile() {
    Query wide = Query.anyOf(Query.wildcard("*a*"), Query.wildcard("*e*"), Query.wildcard("*o*"));
    Query near = Query.near(anyOf(EVERYWHERE), anyOf(OFTEN), Query.Near.MAX_DISTANCE);
    Query nested =
        Query.near(
            Query.sameSentence(anyOf(EVERYWHERE), Query.wildcard("*a*")),
            Query.before(anyOf(OFTEN), Query.wildcard("*e*"), 50),
            Query.Near.MAX_DISTANCE);
    Map<String, Query> hostile = new LinkedHashMap<>();
    hostile.put("most words of the index, by patterns", wide);
    hostile.put("frequent words near each other", near);
    hostile.put("patterns in sentences near frequent words", nested);
    hostile.put("a phrase of frequent words with slop 50", Query.phrase("the of to and a in", 50));
    hostile.put("patterns three times and more", Query.atLeast(3, wide));
    hostile.put("almost any word", Query.anyOf(Query.fuzzy("stain", 2), Query.fuzzy("bread", 2)));
    hostile.put("all of these", Query.anyOf(hostile.values().toArray(Query[]::new)));
    return hostile;
  }

  private static Query anyOf(String words) {
    return Query.anyWord(words);
  }

  private static Search everything(Query query) {
    return Search.of(query)
        .limit(100)
        .facets(Facet.COUNTRY, Facet.ORGANISATION, Facet.TOPIC, Facet.SOURCE)
        .selected(Facet.COUNTRY, "US", "GB")
        .facetSize(1_000)
        .timeline(Interval.DAY)
        .snippets(10, 200)
        .withMatches()
        .withPages()
        .deadline(Duration.ofMillis(DEADLINE_MILLIS));
  }

  private Tries tried(Search search) {
    for (int i = 0; i < WARM_UPS; i++) {
      index.search(search);
    }
    long[] nanos = new long[tries];
    int complete = 0;
    for (int i = 0; i < tries; i++) {
      long start = System.nanoTime();
      SearchResult result = index.search(search);
      nanos[i] = System.nanoTime() - start;
      complete += result.completeness() instanceof Completeness.Complete ? 1 : 0;
    }
    return Tries.of(nanos, complete);
  }

  /**
   * How long the tries of a search took.
   *
   * @param number how many there were
   * @param inTime how many came back in time
   * @param medianMillis how long the one in the middle took
   * @param longestMillis how long the slowest took
   * @param complete how many had found everything before their deadline
   */
  record Tries(int number, int inTime, double medianMillis, double longestMillis, int complete) {
    static Tries of(long[] nanos, int complete) {
      double[] millis = Arrays.stream(nanos).mapToDouble(each -> each / 1e6).sorted().toArray();
      long inTime =
          Arrays.stream(millis).filter(each -> each <= DEADLINE_MILLIS + MOST_LATE_MILLIS).count();
      return new Tries(
          millis.length,
          (int) inTime,
          millis[millis.length / 2],
          millis[millis.length - 1],
          complete);
    }

    boolean areInTime() {
      return inTime * 100 >= number * LEAST_PER_CENT;
    }

    /** Returns the cells of the table. */
    @Override
    public String toString() {
      return "%d of %d | %.0f | %.0f | %d"
          .formatted(inTime, number, medianMillis, longestMillis, complete);
    }
  }
}
