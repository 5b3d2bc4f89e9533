package org.lede.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Whether snippets show what was looked for. Passages are chosen and cut differently by each
 * engine, so they are not compared; but of every hit something must be marked, and nothing that was
 * not looked for.
 */
final class Marks {
  private Marks() {}

  /**
   * Checks the marks of an answer.
   *
   * @param engine whose answer it is
   * @throws IllegalStateException if something is marked wrongly, or nothing of a hit
   */
  static void check(Question question, String engine, Answer answer) throws IOException {
    if (answer.marks().size() != answer.hits().size()) {
      throw new IllegalStateException(
          "%s gives snippets of %d articles for %s, but has %d hits"
              .formatted(engine, answer.marks().size(), question, answer.hits().size()));
    }
    try (EnglishText english = new EnglishText()) {
      Set<String> lookedFor = english.words(question.text());
      for (int i = 0; i < answer.hits().size(); i++) {
        check(question, engine, answer.hits().get(i), answer.marks().get(i), lookedFor, english);
      }
    }
  }

  private static void check(
      Question question,
      String engine,
      Answer.Hit hit,
      List<String> marks,
      Set<String> lookedFor,
      EnglishText english)
      throws IOException {
    if (marks.isEmpty()) {
      throw new IllegalStateException(
          "%s marks nothing in %s, a hit for %s, so there is nothing to measure"
              .formatted(engine, hit.id(), question));
    }
    for (String mark : marks) {
      if (!lookedFor.containsAll(english.words(mark))) {
        throw new IllegalStateException(
            "%s marks \"%s\" in %s, which was not looked for by %s, so there is nothing to measure"
                .formatted(engine, mark, hit.id(), question));
      }
    }
  }
}
