package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What happens before anything is measured: both indexes are made, questions are drawn from the
 * articles, and both engines must give the same answers.
 *
 * <p>This runs in a process of its own, because the compiler of a JVM learns from what it has run:
 * a measured engine must not suffer from what it has seen of the other.
 */
final class Preparation {
  private final IndexCache cache;
  private final Question.Kind kind;
  private final int number;
  private final Wanted wanted;

  /**
   * Plans a preparation.
   *
   * @param cache where the indexes are or will be
   * @param kind which questions to draw
   * @param number how many questions
   * @param wanted what they will be asked for
   */
  Preparation(IndexCache cache, Question.Kind kind, int number, Wanted wanted) {
    this.cache = cache;
    this.kind = kind;
    this.number = number;
    this.wanted = wanted;
  }

  /** Runs in the process that {@link #inAnotherProcess} starts, with what that hands over. */
  public static void main(String[] args) throws IOException {
    Corpus corpus = new Corpus(args[1], Long.parseLong(args[2]));
    IndexCache cache = new IndexCache(Path.of(args[0]), corpus, Boolean.parseBoolean(args[3]));
    Question.Kind kind = Question.Kind.named(args[4]);
    new Preparation(cache, kind, Integer.parseInt(args[5]), Wanted.valueOf(args[6])).run();
  }

  private List<String> arguments() {
    return List.of(
        cache.folder().toString(),
        cache.corpus().name(),
        Long.toString(cache.corpus().limit()),
        Boolean.toString(cache.optimized()),
        kind.name(),
        Integer.toString(number),
        wanted.name());
  }

  /**
   * Prepares.
   *
   * @return the questions to measure with
   * @throws IllegalStateException if the engines do not agree on an answer
   */
  List<Question> inAnotherProcess() throws IOException, InterruptedException {
    List<String> command = Jvm.command(Preparation.class, arguments());
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "the preparation failed, see the message above; to repeat it alone: "
              + String.join(" ", command));
    }
    return Files.readAllLines(questions()).stream().map(text -> new Question(kind, text)).toList();
  }

  private Path questions() {
    return cache.folder().resolve("questions-%s-%d".formatted(kind, number));
  }

  /** Prepares in this process, as {@link #inAnotherProcess} does. */
  List<Question> run() throws IOException {
    cache.fill();
    try (LuceneEngine lucene = LuceneEngine.open(cache.lucene());
        LedeEngine lede = LedeEngine.open(cache.lede())) {
      List<Question> questions = new Questions(lucene.reader()).draw(kind, number);
      for (Question question : questions) {
        check(question, lede, lucene);
      }
      Files.write(questions(), questions.stream().map(Question::text).toList());
      System.err.printf(
          "the engines agree on %d questions (%s); lede has %d segments, lucene %d%n",
          number, kind, lede.segments(), lucene.segments());
      return questions;
    }
  }

  private void check(Question question, LedeEngine lede, LuceneEngine lucene) throws IOException {
    Answer ours = lede.answer(question, wanted);
    Answer theirs = lucene.answer(question, wanted);
    if (wanted == Wanted.MONTHS) {
      Agreement.check(question, ours, theirs);
    } else if (question.kind() == Question.Kind.NEAR) { // each scores these in its own way
      Set<String> matches = lucene.matches(question);
      Agreement.checkMatches(question, ours, theirs, lede.matches(question), matches);
    } else {
      Answer byScoreAndId = lucene.answer(lucene.reference(question), Wanted.BEST);
      Agreement.checkScores(question, theirs, byScoreAndId);
      Agreement.check(question, ours, theirs.withHits(byScoreAndId.hits()));
    }
    if (wanted == Wanted.SNIPPETS) {
      Marks.check(question, "lede", ours);
      Marks.check(question, "lucene", theirs);
    }
  }
}
