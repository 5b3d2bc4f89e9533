package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Questions of your own: a file with one on each line, written as people type them. The form of a
 * line tells its kind.
 *
 * <pre>
 * sanctions                  one word
 * grain exports              all of these words
 * "internet blackout"        a phrase
 * kyiv OR kiev OR kijow      at least one of these words
 * # a comment
 * </pre>
 *
 * <p>That is all: every engine must read a question alike, so there are no parentheses, no fields,
 * no wildcards, and nothing is excluded.
 */
final class QuestionFile {
  private static final Pattern PHRASE = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern SYNTAX = Pattern.compile("[\"()\\[\\]{}*?~^:!|&\\\\]|(?<!\\S)[-+]");
  private static final Pattern OPERATOR = Pattern.compile("(?<!\\S)(?:OR|AND|NOT)(?!\\S)");

  private QuestionFile() {}

  /**
   * Reads a file.
   *
   * @return its questions, in their order, each once
   * @throws IllegalArgumentException if a line is none, with its number
   */
  static List<Question> read(Path file) throws IOException {
    List<Question> questions = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        questions.add(question(line, "%s, line %d: ".formatted(file, i + 1)));
      }
    }
    return questions.stream().distinct().toList();
  }

  private static Question question(String line, String place) throws IOException {
    Matcher phrase = PHRASE.matcher(line);
    if (phrase.matches()) {
      return new Question(Question.Kind.PHRASE, checked(phrase.group(1), place));
    }
    Matcher other = SYNTAX.matcher(line);
    if (other.find()) {
      throw new IllegalArgumentException(
          "%sthere may be words, a single \"phrase\", or words with OR between them, but not %s in: %s"
              .formatted(place, other.group(), line));
    }
    List<String> words = List.of(line.split("\\s+"));
    if (!OPERATOR.matcher(line).find()) {
      Question.Kind kind = words.size() == 1 ? Question.Kind.TERM : Question.Kind.AND;
      return new Question(kind, checked(String.join(" ", words), place));
    }
    return new Question(Question.Kind.OR, checked(anyOf(words, line, place), place));
  }

  /** Returns the words that stand with OR between them. */
  private static String anyOf(List<String> words, String line, String place) {
    List<String> alternatives = Stream.of(line.split("\\s+OR\\s+")).toList();
    boolean alternate = words.size() == 2 * alternatives.size() - 1;
    if (!alternate || alternatives.stream().anyMatch(each -> OPERATOR.matcher(each).find())) {
      throw new IllegalArgumentException(
          "%sOR must stand between any two words, and no other operator is known, but it is: %s"
              .formatted(place, line));
    }
    return String.join(" ", alternatives);
  }

  private static String checked(String text, String place) throws IOException {
    try (EnglishText english = new EnglishText()) {
      if (english.words(text).isEmpty()) {
        throw new IllegalArgumentException(place + "there is no letter or digit in: " + text);
      }
    }
    return text;
  }
}
