package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Search;

/**
 * Kills a process that writes to an index, hard and at any moment, and checks that everything it
 * had committed is there.
 *
 * <p>What the process writes follows from the number of each batch, and each commit holds the
 * number of its batch as an article. So the whole content of an index can be told from that number.
 */
class KilledProcessTest {
  private static final int ROUNDS = 20;
  private static final String BATCH = "batch";

  @TempDir Path folder;

  @Test
  void losesNothingThatWasCommitted() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 1; round <= ROUNDS; round++) {
      int told = lastCommitBeforeTheKill(random.nextInt(120));

      String description = "round %d, seed %d".formatted(round, seed);
      try (ArticleIndex index = ArticleIndex.open(folder)) {
        int batch = batchOf(index);
        assertThat(batch).as(description).isBetween(told, told + 1); // killed before it could tell
        assertThat(contents(index)).as(description).isEqualTo(after(batch));
      }
    }
  }

  /** Runs a writer, kills it, and returns the last batch that it said was committed. */
  private int lastCommitBeforeTheKill(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String last = output.readLine();
      assertThat(last).as("the writer committed something").isNotNull();
      TimeUnit.MILLISECONDS.sleep(millis);
      process.toHandle().destroyForcibly(); // unlike that of Process, leaves its output to be read
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line;
      }
      process.waitFor();
      return Integer.parseInt(last);
    }
  }

  private static int batchOf(ArticleIndex index) {
    return index.article(BATCH).map(article -> Integer.parseInt(article.headline())).orElse(0);
  }

  private static Map<String, Article> contents(ArticleIndex index) {
    Map<String, Article> contents = new TreeMap<>();
    index
        .search(Search.of(Query.everything()).limit(Search.MAX_LIMIT))
        .hits()
        .forEach(hit -> contents.put(hit.id(), hit.article()));
    return contents;
  }

  /** Returns what an index holds after a batch. */
  private static Map<String, Article> after(int batch) {
    Map<String, Article> contents = new TreeMap<>();
    for (int number = 1; number <= batch; number++) {
      for (Step step : steps(number)) {
        step.articles().forEach(article -> contents.put(article.id(), article));
        contents.remove(step.removed());
      }
    }
    return contents;
  }

  /**
   * Something done to an index.
   *
   * @param articles articles that are added or replaced
   * @param removed the id of an article that is removed after that
   */
  private record Step(List<Article> articles, String removed) {}

  private static List<Step> steps(int batch) {
    Random random = new Random(batch);
    Step first = new Step(List.of(Article.builder(BATCH).headline("" + batch).build()), "none");
    Step second =
        new Step(
            random.ints(30, 0, 300).mapToObj(id -> article(id, batch)).toList(),
            "" + random.nextInt(300));
    Step third = new Step(List.of(article(random.nextInt(300), batch)), "" + random.nextInt(300));
    return List.of(first, second, third);
  }

  private static Article article(int id, int batch) {
    return Article.builder("" + id)
        .headline("Article %d of batch %d".formatted(id, batch))
        .body("Some words that fill the buffer of the writer. ".repeat(20))
        .published(Instant.ofEpochSecond(batch))
        .organisation("Organisation " + id % 7)
        .build();
  }

  /** The process that is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      ArticleIndex index =
          ArticleIndex.open(Path.of(args[0]), IndexSettings.defaults().withWriteBufferMegabytes(1));
      for (int batch = batchOf(index) + 1; ; batch++) {
        for (Step step : steps(batch)) {
          index.addAll(step.articles());
          index.remove(step.removed());
        }
        index.commit();
        System.out.println(batch);
      }
    }
  }
}
