package org.lede.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.Article;
import org.lede.Facet;
import org.lede.ingest.JsonLines;
import org.lede.query.Notice;
import org.lede.query.RandomTexts;
import org.lede.search.Interval;
import org.lede.search.Search;
import org.lede.search.SearchResult;

/**
 * Feeds the whole search with generated text, and with questions that were mutilated: nothing is
 * thrown, nothing hangs, and no text takes more than its share of memory.
 *
 * <p>{@code mvn verify -Plong} tries 200,000 texts instead of 5,000. A failure tells the seed and
 * the text.
 */
class SearchFuzzTest {
  private static final int CASES = Integer.getInteger("lede.fuzz.cases", 5_000);
  private static final long SEED = Long.getLong("lede.fuzz.seed", System.nanoTime());

  /**
   * What one search may allocate in all, nearly all of it garbage at once: a thousand words are
   * looked up in seven languages, and again for each try to find most of them.
   */
  private static final long MAX_BYTES = 4L << 30;

  private static final Path FIXTURES = Path.of("index-fixtures");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Shared by two test engines, neither of which knows when the other is done: never closed. */
  private static final ArticleIndex INDEX = ArticleIndex.inMemory();

  private static final List<String> QUESTIONS = new ArrayList<>();

  static {
    try (JsonLines articles = JsonLines.open(FIXTURES.resolve("articles.jsonl"))) {
      INDEX.addAll(articles);
      INDEX.add(Article.builder("none").headline("no language, no date").build());
      JsonMapper json = new JsonMapper();
      for (String line : Files.readAllLines(FIXTURES.resolve("queries.jsonl"), UTF_8)) {
        QUESTIONS.add(json.readTree(line).path("query").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Example
  void answersAnyText() {
    Random random = new Random(SEED);
    Supplier<String> generated = RandomTexts.texts(random);
    for (int i = 0; i < CASES; i++) {
      String text = i % 2 == 0 ? generated.get() : mutilated(random);
      check(text, "seed " + SEED + ", case " + i);
    }
  }

  static List<String> hostile() {
    return List.of(
        "(".repeat(100_000),
        ")".repeat(100_000),
        "\"".repeat(99_999),
        "*".repeat(100_000),
        "a*".repeat(4_000),
        "*?".repeat(4_000) + "x",
        "-".repeat(100_000),
        "NOT ".repeat(50_000) + "x",
        "headline:".repeat(20_000) + "x",
        "x near/5 ".repeat(20_000),
        "x OR ".repeat(20_000),
        "~~" + "ab".repeat(5_000),
        "w".repeat(1_000_000),
        "w ".repeat(500_000),
        "\ud800".repeat(10_000),
        "\u202e\u200f\u2066".repeat(10_000) + "x",
        "\0".repeat(10_000),
        "published:" + "9".repeat(10_000),
        "country:(" + "IR OR ".repeat(20_000),
        "\\".repeat(99_999),
        "😀".repeat(50_000),
        "网络".repeat(50_000),
        "like:fx-001 OR ".repeat(500) + "like:fx-002",
        "(a* b* c* d* e* f*) near/3 (a* b* c* d* e* f*) same/paragraph (g* h* i* j* k* l*)",
        ("~~" + "abcdefghij".repeat(9) + " ").repeat(100),
        "*a* *e* *i* *o* *u* ".repeat(20),
        "atleast/999999999999 x near/99999999999 y~99999999999");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // to end a hang, not to measure
  void answersHostileText(String text) {
    check(text, "hostile");
  }

  private static void check(String text, String which) {
    String what = which + ": " + text.substring(0, Math.min(text.length(), 500));
    Search search =
        Search.typed(text)
            .facets(Facet.COUNTRY, Facet.TOPIC)
            .timeline(Interval.MONTH)
            .snippets(2, 200)
            .withMatches();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    SearchResult result;
    try {
      result = INDEX.search(search);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what, e);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).as("bytes for %s", what).isLessThan(MAX_BYTES);
    assertThat(result.hits()).as(what).hasSizeLessThanOrEqualTo(10);
    for (Notice notice : result.notices()) {
      assertThat(notice.start()).as("%s of %s", notice, what).isBetween(0, text.length());
      assertThat(notice.end())
          .as("%s of %s", notice, what)
          .isBetween(notice.start(), text.length());
    }
  }

  /** Returns a question with some of its characters taken out, doubled, swapped or replaced. */
  private static String mutilated(Random random) {
    StringBuilder text = new StringBuilder(QUESTIONS.get(random.nextInt(QUESTIONS.size())));
    for (int changes = random.nextInt(6); changes > 0 && !text.isEmpty(); changes--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "\"()*?~:\\/-. \u202e\ud83d".charAt(random.nextInt(14)));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
        default -> text.setCharAt(at, (char) random.nextInt(0x3000));
      }
    }
    return text.toString();
  }
}
