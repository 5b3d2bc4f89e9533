package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lede.Article;

class QuestionsTest {
  private static final List<Article> ARTICLES =
      new GeneratedArticles(GeneratedArticles.SEED, 2_000).stream().toList();

  @TempDir static Path shared;
  private static LuceneEngine engine;

  @BeforeAll
  static void indexArticles() throws IOException {
    engine = indexed(shared, ARTICLES);
  }

  @AfterAll
  static void close() throws IOException {
    engine.close();
  }

  @ParameterizedTest
  @EnumSource
  void findSomethingEachTime(Question.Kind kind) throws IOException {
    for (Question question : draw(kind, 50)) {
      assertThat(engine.answer(question, Wanted.BEST).hits()).as(question.toString()).isNotEmpty();
    }
  }

  @Test
  void areTheSameWhateverTheOrderOfTheArticles(@TempDir Path folder) throws IOException {
    List<Article> backwards = new ArrayList<>(ARTICLES);
    Collections.reverse(backwards);

    try (LuceneEngine other = indexed(folder, backwards)) {
      assertThat(new Questions(other.reader()).draw(Question.Kind.AND, 50))
          .isEqualTo(draw(Question.Kind.AND, 50));
    }
  }

  @Test
  void ofOneWordAreFrequentMediumAndRareInTurn() throws IOException {
    List<Question> questions = draw(Question.Kind.TERM, 30);

    for (int i = 0; i < 30; i += 3) {
      assertThat(share(questions.get(i))).isBetween(0.01, 0.2);
      assertThat(share(questions.get(i + 1))).isBetween(0.001, 0.01);
      assertThat(share(questions.get(i + 2))).isBetween(0.0005, 0.001);
    }
  }

  @Test
  void ofPhrasesStandInAnArticleWordForWord() throws IOException {
    for (Question question : draw(Question.Kind.PHRASE, 50)) {
      String words = question.text().toLowerCase(Locale.ROOT);
      assertThat(ARTICLES).as(words).anyMatch(article -> text(article).contains(words));
    }
  }

  @Test
  void ofWordsNearEachOtherHaveTwoDifferentOnes() throws IOException {
    for (Question question : draw(Question.Kind.NEAR, 50)) {
      assertThat(new EnglishText().words(question.text())).as(question.text()).hasSize(2);
    }
  }

  @Test
  void ofPhrasesHaveARarestWordThatIsFrequentMediumOrRareInTurn() throws IOException {
    List<Question> questions = draw(Question.Kind.PHRASE, 30);

    for (int i = 0; i < 30; i += 3) {
      assertThat(share(questions.get(i))).isGreaterThanOrEqualTo(0.01);
      assertThat(share(questions.get(i + 1))).isBetween(0.001, 0.01);
      assertThat(share(questions.get(i + 2))).isBetween(0.0005, 0.001);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void selectValuesOfArticlesThatHoldTheWords(int selected) throws IOException {
    for (Question question :
        new Questions(engine.reader()).draw(Question.Kind.TERM, 30, selected)) {
      assertThat(question.selected()).hasSize(selected).doesNotHaveDuplicates();
      assertThat(engine.answer(question, Wanted.SIDEWAYS).total())
          .as(question.toString())
          .isPositive();
    }
  }

  @Test
  void forEverythingIsButOne() throws IOException {
    assertThat(draw(Question.Kind.EVERYTHING, 50))
        .containsExactly(new Question(Question.Kind.EVERYTHING, ""));
  }

  @ParameterizedTest
  @EnumSource
  void areReadAsTheyWereWritten(Question.Kind kind) {
    Question question =
        new Question(kind, "two words", List.of(new Question.Selected("topic", "a/b = c")));

    assertThat(Question.of(question.line())).isEqualTo(question);
  }

  @Test
  void ofPhrasesHaveTwoWordsOrThree() throws IOException {
    assertThat(draw(Question.Kind.PHRASE, 50))
        .extracting(question -> question.text().split(" ", -1).length)
        .containsOnly(2, 3);
  }

  @Test
  void cannotBeDrawnWithoutEnoughArticles(@TempDir Path folder) throws IOException {
    try (LuceneEngine small = indexed(folder, ARTICLES.subList(0, 3))) {
      Questions questions = new Questions(small.reader());

      assertThatThrownBy(() -> questions.draw(Question.Kind.TERM, 50))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ask for fewer with -p questions=");
    }
  }

  private static List<Question> draw(Question.Kind kind, int number) throws IOException {
    return new Questions(engine.reader()).draw(kind, number);
  }

  /** Returns the part of all articles that hold the rarest word. */
  private static double share(Question question) throws IOException {
    int fewest = Integer.MAX_VALUE;
    for (var word : Passage.of(question.text(), new EnglishText(), engine.reader()).words()) {
      Term term = new Term(LuceneDocuments.TEXT, word.term());
      fewest = Math.min(fewest, engine.reader().docFreq(term));
    }
    return fewest / (double) ARTICLES.size();
  }

  private static String text(Article article) {
    String text = article.headline() + "\n" + article.lead() + "\n" + article.body();
    return text.replaceAll("[,.]", "").toLowerCase(Locale.ROOT);
  }

  private static LuceneEngine indexed(Path folder, List<Article> articles) throws IOException {
    LuceneIndexing.make(folder, articles.stream(), false);
    return LuceneEngine.open(folder, 1);
  }
}
