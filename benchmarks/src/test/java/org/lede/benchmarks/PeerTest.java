package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lede.Article;

/** What every peer must do to be measured. The test of a peer extends this and names it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeerTest {
  private static final Set<Question.Kind> IN_ALL_WAYS =
      Set.of(Question.Kind.AND, Question.Kind.EVERYTHING);

  private final EngineProvider peer;

  @TempDir static Path shared;
  private IndexCache cache;

  PeerTest(String name) {
    peer = Engines.named(name);
  }

  @BeforeAll
  void makeIndexes() throws IOException {
    cache = new IndexCache(shared, new Corpus(Corpus.GENERATED, 3_000), false);
  }

  @ParameterizedTest
  @MethodSource("whatItCan")
  void givesTheAnswersOfLucene(Question.Kind kind, Wanted wanted) throws IOException {
    assertThat(new Preparation(new Plan(cache, peer, kind, 30, wanted)).run())
        .hasSize(kind == Question.Kind.EVERYTHING ? 1 : 30);
  }

  /** Each kind with facets, where hits and counts are compared, and one with all that it can. */
  Stream<Arguments> whatItCan() {
    return Stream.of(Question.Kind.values())
        .flatMap(kind ->
            Stream.of(Wanted.values())
                .filter(wanted -> peer.can(kind, wanted))
                .filter(wanted -> wanted == Wanted.FACETS || IN_ALL_WAYS.contains(kind))
                .map(wanted -> Arguments.of(kind, wanted)));
  }

  @ParameterizedTest
  @CsvSource({"TERM, 1", "OR, 2"})
  void countsSidewaysAsLucene(Question.Kind kind, int selected) throws IOException {
    Plan plan = new Plan(cache, peer, kind, 30, Wanted.SIDEWAYS).selecting(selected);

    assertThat(new Preparation(plan).run())
        .hasSize(30)
        .allMatch(question -> question.selected().size() == selected);
  }

  @Test
  void givesTheSameAnswersWhenOptimized(@TempDir Path folder) throws IOException {
    IndexCache optimized = new IndexCache(folder, cache.corpus(), true);
    Plan plan = new Plan(optimized, peer, Question.Kind.OR, 30, Wanted.FACETS);

    assertThat(new Preparation(plan).run()).hasSize(30);
  }

  @Test
  void findsNoPhraseThatRunsFromOneParagraphIntoTheNext(@TempDir Path folder) throws IOException {
    make(folder, article("apart", "Ports rose on grain.\n\nExports fell."));

    try (Engine<?> engine = peer.open(folder, 1)) {
      assertThat(best(engine, Question.Kind.PHRASE, "grain exports")).isEmpty();
      assertThat(best(engine, Question.Kind.PHRASE, "rose on grain")).containsExactly("apart");
      assertThat(best(engine, Question.Kind.AND, "grain exports")).containsExactly("apart");
    }
  }

  @Test
  void findsWordsAsLuceneAnalysesThem(@TempDir Path folder) throws IOException {
    make(folder, article("odd", "The U.N.'s 3.5 % rate, o'clock, naïve_name 東京 😀 ports"));

    try (Engine<?> engine = peer.open(folder, 1)) {
      for (String word : List.of("U.N.", "3.5", "o'clock", "naive_name", "東", "😀", "port")) {
        assertThat(best(engine, Question.Kind.TERM, word)).as(word).containsExactly("odd");
      }
      assertThat(best(engine, Question.Kind.TERM, "3")).isEmpty();
    }
  }

  @Test
  void countsNoMonthsOfArticlesWithoutADate(@TempDir Path folder) throws IOException {
    make(folder, article("undated", "Grain."));

    try (Engine<?> engine = peer.open(folder, 1)) {
      Answer answer = engine.answer(new Question(Question.Kind.TERM, "grain"), Wanted.MONTHS);
      assertThat(answer.total()).isEqualTo(1);
      assertThat(answer.months()).isEmpty();
    }
  }

  @Test
  void tellsHowManyArticlesItHas(@TempDir Path folder) throws IOException {
    make(folder, article("one", "Grain."), article("two", "Ports."));

    try (Engine<?> engine = peer.open(folder, 1)) {
      assertThat(engine.size()).isEqualTo(2);
      assertThat(engine.segments()).isPositive();
    }
  }

  private void make(Path folder, Article... articles) throws IOException {
    Files.createDirectories(folder);
    peer.make(folder, Stream.of(articles), true);
  }

  private static List<String> best(Engine<?> engine, Question.Kind kind, String text)
      throws IOException {
    return engine.answer(new Question(kind, text), Wanted.BEST).hits().stream()
        .map(Answer.Hit::id)
        .toList();
  }

  private static Article article(String id, String body) {
    return Article.builder(id).headline("Markets").language("en").body(body).build();
  }
}
