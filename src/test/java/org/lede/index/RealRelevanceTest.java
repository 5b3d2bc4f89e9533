package org.lede.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lede.Article;
import org.lede.query.Query;
import org.lede.search.Search;

/** Asks questions to which people judged the answers, and measures how far up these are. */
@EnabledIf(
    value = "org.lede.index.RealArticles#areHere",
    disabledReason = "judged questions are needed; give their folder with -Dlede.corpora=DIR")
class RealRelevanceTest {
  private static final int FIRST = 10;

  /** Plain Lucene with its analysis of English has 0.516 and 0.494. */
  @ParameterizedTest
  @CsvSource({"cranfield, 0.53", "cacm, 0.51"})
  void ranksWhatPeopleJudgedRelevantBetterThanPlainLucene(String name, double least)
      throws IOException {
    Path folder = Path.of("relevance", name);
    Map<String, Set<String>> relevant = new HashMap<>();
    for (String[] line : lines(folder.resolve("qrels.tsv"))) {
      relevant.computeIfAbsent(line[0], question -> new HashSet<>()).add(line[1]);
    }
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      index.addAll(articles(folder.resolve("docs.jsonl.gz")));

      double gain =
          lines(folder.resolve("queries.tsv")).stream()
              .filter(line -> relevant.containsKey(line[0]))
              .mapToDouble(line -> gain(index, line[1], relevant.getOrDefault(line[0], Set.of())))
              .average()
              .orElseThrow();
      assertThat(gain).as("nDCG@10 of %s", name).isBetween(least, 1.0);
    }
  }

  private static List<Article> articles(Path file) throws IOException {
    return RealArticles.read(file.toString()).withText().stream()
        .map(article -> article.toBuilder().language("en").build())
        .toList();
  }

  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(RealArticles.folder().resolve(file)).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** Returns the normalised discounted cumulative gain, every judged answer counting the same. */
  private static double gain(ArticleIndex index, String question, Set<String> relevant) {
    List<String> ids = index.search(Search.of(Query.anyWord(question)).withIdsOnly()).ids();
    double gained =
        IntStream.range(0, ids.size())
            .filter(i -> relevant.contains(ids.get(i)))
            .mapToDouble(RealRelevanceTest::discount)
            .sum();
    double ideal =
        IntStream.range(0, Math.min(FIRST, relevant.size()))
            .mapToDouble(RealRelevanceTest::discount)
            .sum();
    return gained / ideal;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2);
  }
}
