package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;

class ArticlesAheadTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_000})
  void areTheSameArticles(int number) {
    GeneratedArticles articles = new GeneratedArticles(GeneratedArticles.SEED, number);

    assertThat(ArticlesAhead.of(articles.stream()))
        .hasSize(number)
        .containsExactlyElementsOf(articles);
  }

  @Test
  void failWhereReadingThemFails() {
    Stream<Article> broken =
        Stream.generate(() -> {
          throw new UncheckedIOException("the disk is broken", new IOException());
        });

    assertThatThrownBy(() -> ArticlesAhead.of(broken).count())
        .hasRootCauseInstanceOf(IOException.class)
        .hasStackTraceContaining("the disk is broken");
  }
}
