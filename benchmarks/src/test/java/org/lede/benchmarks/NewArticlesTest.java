package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lede.Article;

class NewArticlesTest {
  @TempDir Path folder;

  @Test
  void ofGeneratedOnesAreThoseThatComeNext() throws IOException {
    NewArticles added = NewArticles.of(new Corpus(Corpus.GENERATED, 40));
    GeneratedArticles all = new GeneratedArticles(GeneratedArticles.SEED, 50);

    assertThat(added.next(4)).isEqualTo(all.stream().skip(40).limit(4).toList());
    assertThat(added.next(6)).isEqualTo(all.stream().skip(44).toList());
  }

  @Test
  void ofAFileAreItsOwnUnderOtherIds() throws IOException {
    Path file = folder.resolve("two.jsonl");
    Files.writeString(
        file,
        """
        {"id": "a", "title": "Wheat up", "published": "2024-02-03T00:00:00Z", "countries": ["IR"]}
        {"id": "b", "title": "Oil down"}
        """);
    Corpus corpus = new Corpus(file.toString(), 100);

    List<Article> added = NewArticles.of(corpus).next(3);

    assertThat(added).extracting(Article::id).containsExactly("new-0", "new-1", "new-2");
    try (Stream<Article> articles = corpus.articles()) {
      assertThat(added.subList(0, 2))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
          .isEqualTo(articles.toList());
    }
  }
}
