package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lede.Article;
import org.lede.index.ArticleIndex;

class PreparationTest {
  private static final Corpus CORPUS = new Corpus(Corpus.GENERATED, 3_000);

  @TempDir static Path shared;
  private static IndexCache cache;

  @BeforeAll
  static void fillCache() throws IOException {
    cache = new IndexCache(shared, CORPUS, false);
    cache.fill();
  }

  @ParameterizedTest
  @EnumSource(Question.Kind.class)
  void bothEnginesGiveTheSameHitsAndCounts(Question.Kind kind) throws IOException {
    List<Question> questions = new Preparation(cache, kind, 60, Wanted.FACETS).run();

    assertThat(questions).hasSize(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Question.Kind.class)
  void bothEnginesGiveTheSameHitsIfNothingIsCounted(Question.Kind kind) throws IOException {
    assertThat(new Preparation(cache, kind, 60, Wanted.BEST).run()).hasSize(60);
  }

  @ParameterizedTest
  @EnumSource(Question.Kind.class)
  void bothEnginesGiveTheSameMonths(Question.Kind kind) throws IOException {
    assertThat(new Preparation(cache, kind, 60, Wanted.MONTHS).run()).hasSize(60);
  }

  @ParameterizedTest
  @EnumSource(Question.Kind.class)
  void bothEnginesMarkWhatWasLookedFor(Question.Kind kind) throws IOException {
    assertThat(new Preparation(cache, kind, 60, Wanted.SNIPPETS).run()).hasSize(60);
  }

  @Test
  void bothEnginesGiveTheSameAnswersWhenOptimized(@TempDir Path folder) throws IOException {
    IndexCache optimized = new IndexCache(folder, CORPUS, true);

    assertThat(new Preparation(optimized, Question.Kind.OR, 30, Wanted.FACETS).run()).hasSize(30);
  }

  @ParameterizedTest
  @EnumSource(Wanted.class)
  void enginesWithDifferentArticlesAreNotMeasured(Wanted wanted, @TempDir Path folder)
      throws IOException {
    IndexCache differing = new IndexCache(folder, CORPUS, false);
    try (Stream<Article> fewer = new Corpus(Corpus.GENERATED, 2_900).articles()) {
      LedeEngine.make(differing.lede(), fewer, false);
    }

    assertThatThrownBy(() -> new Preparation(differing, Question.Kind.TERM, 30, wanted).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the engines do not agree");
  }

  @Test
  void anotherProcessPreparesTheSameQuestions() throws IOException, InterruptedException {
    Preparation preparation = new Preparation(cache, Question.Kind.PHRASE, 20, Wanted.BEST);

    assertThat(preparation.inAnotherProcess()).isEqualTo(preparation.run());
  }

  @Test
  void anIndexIsMadeOnce() throws IOException {
    FileTime before = Files.getLastModifiedTime(cache.lucene());

    cache.fill();

    assertThat(Files.getLastModifiedTime(cache.lucene())).isEqualTo(before);
  }

  @Test
  void anIndexThatLedeCannotReadIsMadeAnew(@TempDir Path folder) throws IOException {
    IndexCache broken = new IndexCache(folder, new Corpus(Corpus.GENERATED, 10), false);
    Files.createDirectories(broken.lede());
    Files.writeString(broken.lede().resolve("segments_1"), "no index");

    broken.fill();

    try (LedeEngine lede = LedeEngine.open(broken.lede())) {
      assertThat(lede.size()).isEqualTo(10);
    }
  }

  @Test
  void bothEnginesIndexTheSameWordsOfTheText() throws IOException {
    try (ArticleIndex lede = ArticleIndex.openReadOnly(cache.lede());
        LuceneEngine lucene = LuceneEngine.open(cache.lucene())) {
      long postings = lede.withLucene(searcher -> postings(searcher.getIndexReader(), "text."));

      assertThat(postings(lucene.reader(), LuceneDocuments.TEXT))
          .isEqualTo(postings)
          .isGreaterThan(200_000);
    }
  }

  /** Returns how often any term of some fields stands in any article, each article counted once. */
  private static long postings(IndexReader reader, String start) throws IOException {
    long postings = 0;
    for (String field : FieldInfos.getIndexedFields(reader)) {
      Terms terms = field.startsWith(start) ? MultiTerms.getTerms(reader, field) : null;
      postings += terms == null ? 0 : terms.getSumDocFreq();
    }
    return postings;
  }
}
