package org.lede.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.lede.Article;

/**
 * Articles, and questions of which it is known which of them answer it.
 *
 * @param articles the articles, all taken as English
 * @param questions the questions
 */
record RelevanceQuestions(List<Article> articles, List<Judged> questions) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KNOWN_ITEMS = 1_000;
  private static final long SEED = 7;

  /**
   * A question.
   *
   * @param text as a reader would type it
   * @param relevant the ids of the articles that answer it
   */
  record Judged(String text, Set<String> relevant) {}

  /**
   * Reads questions that people judged answers to.
   *
   * @param folder a folder with {@code docs.jsonl.gz}, {@code queries.tsv} (id and text) and {@code
   *     qrels.tsv} (id of the question, id of an article that answers it, grade)
   */
  static RelevanceQuestions judged(Path folder) throws IOException {
    Map<String, Set<String>> relevant = new LinkedHashMap<>();
    for (String[] line : lines(folder.resolve("qrels.tsv"), 3)) {
      relevant.computeIfAbsent(line[0], question -> new HashSet<>()).add(line[1]);
    }
    List<Judged> questions =
        lines(folder.resolve("queries.tsv"), 2).stream()
            .filter(line -> relevant.containsKey(line[0]))
            .map(line -> new Judged(line[1], relevant.getOrDefault(line[0], Set.of())))
            .toList();
    return new RelevanceQuestions(articles(folder.resolve("docs.jsonl.gz")), questions);
  }

  private static List<String[]> lines(Path file, int columns) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split("\t", columns)).toList();
  }

  /**
   * Makes questions of headlines: the article that a headline was taken from is to be found again.
   * No article keeps its headline, so that none is told apart by still having one.
   */
  static RelevanceQuestions knownItems(Path file) throws IOException {
    List<Article> articles = articles(file);
    Map<String, Long> headlines =
        articles.stream()
            .map(Article::headline)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Article> asked =
        new ArrayList<>(
            articles.stream()
                .filter(article -> isQuestion(article))
                .filter(article -> headlines.getOrDefault(article.headline(), 0L) == 1)
                .toList());
    Collections.shuffle(asked, new Random(SEED));
    List<Judged> questions =
        asked.subList(0, Math.min(KNOWN_ITEMS, asked.size())).stream()
            .map(article -> new Judged(article.headline(), Set.of(article.id())))
            .toList();
    return new RelevanceQuestions(
        articles.stream().map(article -> article.toBuilder().headline("").build()).toList(),
        questions);
  }

  /** An article that begins with its own headline would be too easy to find. */
  private static boolean isQuestion(Article article) {
    return !article.headline().isBlank()
        && !article.body().isBlank()
        && !article.body().strip().startsWith(article.headline());
  }

  private static List<Article> articles(Path file) throws IOException {
    List<Article> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode json = JSON.readTree(line);
        articles.add(
            Article.builder(json.path("id").asText())
                .language("en")
                .headline(json.path("title").asText("").strip())
                .body(json.path("body").asText(""))
                .build());
      }
    }
    return articles;
  }
}
