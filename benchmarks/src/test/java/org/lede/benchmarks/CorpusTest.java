package org.lede.benchmarks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;

class CorpusTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file =
        Files.writeString(
            folder.resolve("articles.jsonl"),
            IntStream.range(0, 40).mapToObj(CorpusTest::line).collect(joining("\n")));
  }

  @Test
  void readsAFile() throws IOException {
    assertThat(articles(100)).extracting(Article::id).hasSize(40).startsWith("0", "1", "2");
  }

  @Test
  void readsTheFirstArticlesOfAFile() throws IOException {
    assertThat(articles(2)).extracting(Article::id).containsExactly("0", "1");
  }

  @Test
  void takesEveryArticleAsEnglish() throws IOException {
    assertThat(articles(100)).extracting(Article::language).containsOnly("en");
  }

  @Test
  void aFileThatChangesIsAnotherCorpus() throws IOException {
    String before = corpus(100).key();

    Files.writeString(file, line(0));

    assertThat(corpus(100).key()).isNotEqualTo(before);
  }

  @Test
  void anotherLimitIsAnotherCorpus() throws IOException {
    assertThat(corpus(10).key()).isNotEqualTo(corpus(20).key());
  }

  @Test
  void bothEnginesAgreeOnTheArticlesOfAFile() throws IOException {
    IndexCache cache = new IndexCache(folder.resolve("cache"), corpus(100), false);

    Plan plan = new Plan(cache, Engines.LEDE, Question.Kind.PHRASE, 1, Wanted.FACETS);

    assertThat(new Preparation(plan).run()).hasSize(1);
  }

  private List<Article> articles(long limit) throws IOException {
    try (Stream<Article> articles = corpus(limit).articles()) {
      return articles.toList();
    }
  }

  private Corpus corpus(long limit) {
    return new Corpus(file.toString(), limit);
  }

  private static String line(int i) {
    return """
    {"id": "%d", "title": "Wheat %d up", "text": "Exports of grain %d rose.\\n\\nAgain.", "lang": "fr"}
    """
        .formatted(i, i % 7, i % 5)
        .strip();
  }
}
