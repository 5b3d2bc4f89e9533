package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Question QUESTION = new Question(Question.Kind.PHRASE, "grain export");

  @Test
  void acceptsWordsAsTheIndexHasThem() {
    assertThatCode(() -> check(List.of(List.of("Grain exports", "grain"), List.of("export"))))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsAHitInWhichNothingIsMarked() {
    assertThatThrownBy(() -> check(List.of(List.of("grain"), List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lede marks nothing in 1");
  }

  @Test
  void rejectsAMarkOfAnotherWord() {
    assertThatThrownBy(() -> check(List.of(List.of("grain"), List.of("grain prices"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lede marks \"grain prices\" in 1, which was not looked for");
  }

  @Test
  void rejectsHitsWithoutSnippets() {
    Answer answer = new Answer(2, List.of(new Answer.Hit("a", 1)), List.of());

    assertThatThrownBy(() -> Marks.check(QUESTION, "lede", answer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("snippets of 0 articles")
        .hasMessageContaining("has 1 hits");
  }

  /** Checks an answer of one hit for each list of marks. */
  private static void check(List<List<String>> marks) throws IOException {
    List<Answer.Hit> hits =
        IntStream.range(0, marks.size())
            .mapToObj(i -> new Answer.Hit(String.valueOf(i), 1))
            .toList();
    Answer answer = new Answer(Answer.NOT_COUNTED, hits, List.of(), List.of(), marks);
    Marks.check(QUESTION, "lede", answer);
  }
}
