package org.lede.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          sanctions                ; TERM   ; sanctions
          grain exports            ; AND    ; grain exports
          "internet blackout"      ; PHRASE ; internet blackout
          kyiv OR kiev OR kijow    ; OR     ; kyiv kiev kijow
          well-known U.S. or D'Arcy; AND    ; well-known U.S. or D'Arcy
          """)
  void tellsTheKindByTheForm(String line, Question.Kind kind, String text) throws IOException {
    assertThat(read(line)).containsExactly(new Question(kind, text));
  }

  @Test
  void leavesOutCommentsBlankLinesAndRepetitions() throws IOException {
    assertThat(read("# mine", "", "  grain  ", "grain"))
        .containsExactly(new Question(Question.Kind.TERM, "grain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country:IR",
        "(grain OR wheat)",
        "censor*",
        "-football",
        "\"never closed",
        "grain \"and a phrase\"",
        "\"one\" OR \"other\""
      })
  void refusesOtherSyntaxWithTheNumberOfTheLine(String line) {
    assertThatThrownBy(() -> read("grain", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mine.txt, line 2: there may be words, a single \"phrase\"")
        .hasMessageEndingWith("in: " + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"grain AND wheat", "NOT grain", "grain OR", "OR", "a b OR c", "a OR OR b OR c"})
  void refusesOperatorsThatAreNotBetweenTwoWords(String line) {
    assertThatThrownBy(() -> read("grain", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mine.txt, line 2: OR must stand between any two words")
        .hasMessageEndingWith(line);
  }

  @Test
  void refusesALineWithoutAWord() {
    assertThatThrownBy(() -> read("\", ,\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1: there is no letter or digit");
  }

  private List<Question> read(String... lines) throws IOException {
    return QuestionFile.read(Files.write(folder.resolve("mine.txt"), List.of(lines)));
  }
}
