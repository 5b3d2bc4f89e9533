package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;
import org.lede.index.ArticleIndex;

class PreparationTest {
  private static final Corpus CORPUS = new Corpus(Corpus.GENERATED, 3_000);

  @TempDir static Path shared;
  private static IndexCache cache;

  @BeforeAll
  static void makeIndexes() throws IOException {
    cache = new IndexCache(shared, CORPUS, false);
    cache.filled(Engines.LUCENE);
    cache.filled(Engines.LEDE);
  }

  @ParameterizedTest
  @MethodSource("kindsAndWanted")
  void ledeGivesTheSameAnswers(Question.Kind kind, Wanted wanted) throws IOException {
    List<Question> questions = prepared(plan(Engines.LEDE, kind, wanted));

    assertThat(questions)
        .hasSize(kind == Question.Kind.EVERYTHING ? 1 : 30)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void luceneGivesTheAnswersOfScoringAndSortingEverything(Wanted wanted) throws IOException {
    assertThat(prepared(plan(Engines.LUCENE, Question.Kind.OR, wanted))).hasSize(30);
  }

  static Stream<Arguments> kindsAndWanted() {
    return Stream.of(Question.Kind.values())
        .flatMap(kind ->
            Stream.of(Wanted.values())
                // there is nothing to mark where nothing is looked for
                .filter(wanted -> kind != Question.Kind.EVERYTHING || wanted != Wanted.SNIPPETS)
                .map(wanted -> Arguments.of(kind, wanted)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ledeCountsSidewaysAsLucene(int selected) throws IOException {
    for (Question.Kind kind : List.of(Question.Kind.TERM, Question.Kind.PHRASE)) {
      Plan plan = plan(Engines.LEDE, kind, Wanted.SIDEWAYS).selecting(selected);

      assertThat(prepared(plan)).hasSize(30).allMatch(each -> each.selected().size() == selected);
    }
  }

  @Test
  void ledeCountsAsLuceneWhenArticlesWereAddedAndSomeReplaced() throws IOException {
    Plan plan = plan(Engines.LEDE, Question.Kind.OR, Wanted.FACETS).growing(1_000);

    assertThat(prepared(plan)).hasSize(30);
    assertThat(cache.folder()).isDirectoryNotContaining("glob:**copy*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene"})
  void whatWasAddedIsSeenAfterARefresh(String name) throws IOException {
    EngineProvider provider = Engines.named(name);
    Path copy = cache.copy(provider);
    try (GrowingEngine<?> engine = provider.openToGrow(copy)) {
      engine.add(NewArticles.of(CORPUS).next(10));
      long before = everything(engine);

      engine.refresh();

      assertThat(before).isBetween(3_000L, 3_009L); // the first may be seen sooner than it must be
      assertThat(everything(engine)).isEqualTo(3_010);
    }
    IndexCache.delete(copy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene"})
  void whatIsAddedAgainIsReplaced(String name) throws IOException {
    EngineProvider provider = Engines.named(name);
    Path copy = cache.copy(provider);
    try (GrowingEngine<?> engine = provider.openToGrow(copy)) {
      engine.add(CORPUS.first(10));
      engine.refresh();

      assertThat(everything(engine)).isEqualTo(3_000);
    }
    IndexCache.delete(copy);
  }

  private static long everything(Engine<?> engine) throws IOException {
    return engine.answer(new Question(Question.Kind.EVERYTHING, ""), Wanted.COUNT).total();
  }

  @Test
  void questionsOfAFileAreThoseOfTheKind(@TempDir Path folder) throws IOException {
    List<String> lines = List.of("since against", "\"of the\"", "made OR after", "there of");
    Path file = Files.write(folder.resolve("mine.txt"), lines);
    Plan plan = plan(Engines.LEDE, Question.Kind.AND, Wanted.FACETS).reading(file.toString());

    assertThat(prepared(plan))
        .extracting(Question::text)
        .containsExactly("since against", "there of");
  }

  @Test
  void kindsThatAFileDoesNotHaveAreSkipped(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "grain");
    Plan plan = plan(Engines.LEDE, Question.Kind.OR, Wanted.BEST).reading(file.toString());

    assertThatThrownBy(plan::checkQuestions)
        .isInstanceOf(Cannot.class)
        .hasMessage("skipped: no line of %s is a question of kind or", file);
  }

  @Test
  void questionsOfAFileSelectNothing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "grain");
    Plan plan = plan(Engines.LEDE, Question.Kind.TERM, Wanted.SIDEWAYS).selecting(1);

    assertThatThrownBy(plan.reading(file.toString())::checkQuestions)
        .isInstanceOf(Cannot.class)
        .hasMessageContaining("select no facet values");
    assertThatCode(plan::checkQuestions).doesNotThrowAnyException();
  }

  @Test
  void aPlanIsReadAsItWasWritten() {
    Plan plan =
        plan(Engines.LEDE, Question.Kind.TERM, Wanted.SIDEWAYS)
            .selecting(2)
            .growing(7)
            .reading("mine.txt");

    assertThat(Plan.of(plan.arguments().toArray(String[]::new)))
        .usingRecursiveComparison()
        .isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lede", "lucene"})
  void twoThreadsGiveTheAnswersOfOne(String name) throws IOException {
    EngineProvider provider = Engines.named(name);
    List<Question> questions = prepared(plan(provider, Question.Kind.OR, Wanted.FACETS));
    try (Engine<?> one = provider.open(cache.place(provider), 1);
        Engine<?> two = provider.open(cache.place(provider), 2)) {
      for (Question question : questions) {
        assertThat(two.answer(question, Wanted.FACETS))
            .isEqualTo(one.answer(question, Wanted.FACETS));
      }
    }
  }

  @Test
  void bothEnginesGiveTheSameAnswersWhenOptimized(@TempDir Path folder) throws IOException {
    IndexCache optimized = new IndexCache(folder, CORPUS, true);
    Plan plan = new Plan(optimized, Engines.LEDE, Question.Kind.OR, 30, Wanted.FACETS);

    assertThat(prepared(plan)).hasSize(30);
  }

  @ParameterizedTest
  @EnumSource
  void enginesWithDifferentArticlesAreNotMeasured(Wanted wanted, @TempDir Path folder)
      throws IOException {
    IndexCache differing = new IndexCache(folder, CORPUS, false);
    try (Stream<Article> fewer = new Corpus(Corpus.GENERATED, 2_900).articles()) {
      LedeEngine.make(differing.place(Engines.LEDE), fewer, false);
    }
    Plan plan = new Plan(differing, Engines.LEDE, Question.Kind.TERM, 30, wanted);

    assertThatThrownBy(() -> prepared(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the engines do not agree");
  }

  @Test
  void anotherProcessPreparesTheSameQuestions() throws IOException, InterruptedException {
    Plan plan =
        new Plan(cache, Engines.LEDE, Question.Kind.PHRASE, 20, Wanted.SIDEWAYS).selecting(2);

    assertThat(new Preparation(plan).inAnotherProcess()).isEqualTo(prepared(plan));
  }

  @Test
  void oneRunPreparesOnce() throws IOException, InterruptedException {
    Plan plan = new Plan(cache, Engines.LEDE, Question.Kind.AND, 20, Wanted.COUNT);
    new Preparation(plan).inAnotherProcess();
    FileTime before = Files.getLastModifiedTime(plan.agreed());

    new Preparation(plan).inAnotherProcess();

    assertThat(Files.getLastModifiedTime(plan.agreed())).isEqualTo(before);
  }

  @Test
  void anotherRunPreparesAgain() throws IOException, InterruptedException {
    Plan plan = new Plan(cache, Engines.LEDE, Question.Kind.OR, 20, Wanted.COUNT);
    Files.write(plan.agreed(), List.of("another run", "TERM\tquestion"));

    assertThat(new Preparation(plan).inAnotherProcess()).hasSize(20);
  }

  @Test
  void anIndexIsMadeOnce() throws IOException {
    FileTime before = Files.getLastModifiedTime(cache.place(Engines.LUCENE));

    assertThat(Files.getLastModifiedTime(cache.filled(Engines.LUCENE))).isEqualTo(before);
  }

  @Test
  void anIndexThatLedeCannotReadIsMadeAnew(@TempDir Path folder) throws IOException {
    IndexCache broken = new IndexCache(folder, new Corpus(Corpus.GENERATED, 10), false);
    Path place = Files.createDirectories(broken.place(Engines.LEDE));
    Files.writeString(place.resolve("segments_1"), "no index");

    try (LedeEngine lede = LedeEngine.open(broken.filled(Engines.LEDE), 1)) {
      assertThat(lede.size()).isEqualTo(10);
    }
  }

  @Test
  void bothEnginesIndexTheSameWordsOfTheText() throws IOException {
    try (ArticleIndex lede = ArticleIndex.openReadOnly(cache.place(Engines.LEDE));
        LuceneEngine lucene = LuceneEngine.open(cache.place(Engines.LUCENE), 1)) {
      long postings = lede.withLucene(searcher -> postings(searcher.getIndexReader(), "text."));

      assertThat(postings(lucene.reader(), LuceneDocuments.TEXT))
          .isEqualTo(postings)
          .isGreaterThan(200_000);
    }
  }

  private static Plan plan(EngineProvider engine, Question.Kind kind, Wanted wanted) {
    return new Plan(cache, engine, kind, 30, wanted);
  }

  private static List<Question> prepared(Plan plan) throws IOException {
    return new Preparation(plan).run();
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
