package org.lede;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.index.ArticleIndex;
import org.lede.ingest.JsonLines;
import org.lede.query.Parsed;
import org.lede.query.Query;
import org.lede.search.Search;

/** What the README says people can type is understood, and finds something. */
class ReadmeQueriesTest {
  private static final ArticleIndex INDEX = ArticleIndex.inMemory();

  @BeforeAll
  static void indexArticles() throws IOException {
    try (JsonLines articles = JsonLines.open(Path.of("index-fixtures/articles.jsonl"))) {
      INDEX.addAll(articles);
    }
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  /** Returns the first column of the table. */
  static List<String> queries() throws IOException {
    String section =
        Files.readString(Path.of("README.md")).split("### What people can type\n", 2)[1];
    String table = section.substring(section.indexOf("|---|"), section.indexOf("|\n\n"));
    return Pattern.compile("^\\| `(.+?)` \\| .+ ?", Pattern.MULTILINE)
        .matcher(table)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(queries()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void eachIsUnderstood(String text) {
    assertThat(Query.parse(text).notices()).isEmpty();
    assertThat(INDEX.parse(text).notices()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void eachIsReadAgainAsItIsPrinted(String text) {
    Query query = Query.parse(text).query();

    assertThat(Query.parse(query.toString())).isEqualTo(new Parsed(query, List.of()));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void eachFindsAnArticle(String text) {
    Search search = Search.of(Query.parse(text).query()).withExactTotal();

    assertThat(INDEX.search(search).total().count()).isBetween(1L, INDEX.size() - 1);
  }
}
