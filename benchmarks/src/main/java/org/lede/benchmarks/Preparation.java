package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lede.Article;

/**
 * What happens before anything is measured: the index of the engine and that of plain Lucene are
 * made, questions are drawn from the articles, and both must give the same answers. Plain Lucene
 * itself is compared with what it finds by scoring and sorting everything.
 *
 * <p>This runs in a process of its own, because the compiler of a JVM learns from what it has run:
 * a measured engine must not suffer from what it has seen of the other. One run of JMH does it once
 * for each engine and kind of question.
 */
final class Preparation {
  /**
   * How many articles are added for each one that is replaced. Few are, because deleted articles
   * still count in scores until they are merged away, and each engine merges when it likes.
   */
  private static final int ADDED_PER_REPLACED = 100;

  private final Plan plan;

  Preparation(Plan plan) {
    this.plan = plan;
  }

  /** Runs in the process that {@link #inAnotherProcess} starts, with what that hands over. */
  public static void main(String[] args) throws IOException {
    new Preparation(Plan.of(args)).run();
  }

  /**
   * Prepares: in another process, unless JMH was told to do everything in this one.
   *
   * @return the questions to measure with
   * @throws IllegalStateException if the engines do not agree on an answer
   */
  List<Question> questions() throws IOException, InterruptedException {
    return Jvm.isForked() ? inAnotherProcess() : run();
  }

  /** Prepares in another process, or takes what this run has prepared already. */
  List<Question> inAnotherProcess() throws IOException, InterruptedException {
    Path agreed = plan.agreed();
    String run = Jvm.run();
    if (!Files.exists(agreed) || !Files.readAllLines(agreed).getFirst().equals(run)) {
      Jvm.run(Preparation.class, plan.arguments());
      mark(agreed, run);
    }
    return agreed(plan);
  }

  /** Returns the questions on which the engines agreed. */
  static List<Question> agreed(Plan plan) throws IOException {
    return Files.readAllLines(plan.agreed()).stream().skip(1).map(Question::of).toList();
  }

  /** Notes in which run the engines agreed. */
  private static void mark(Path agreed, String run) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(agreed));
    lines.set(0, run);
    Files.write(agreed, lines);
  }

  /** Prepares in this process, as {@link #inAnotherProcess} does. */
  List<Question> run() throws IOException {
    Files.deleteIfExists(plan.agreed());
    List<Question> questions = plan.added() > 0 ? compareGrown() : compare();
    List<String> lines = new ArrayList<>(List.of("")); // in no run
    questions.forEach(question -> lines.add(question.line()));
    Files.write(plan.agreed(), lines);
    return questions;
  }

  private List<Question> compare() throws IOException {
    Path lucenePlace = plan.cache().filled(Engines.LUCENE);
    Path place = plan.cache().filled(plan.engine());
    try (LuceneEngine lucene = LuceneEngine.open(lucenePlace, 1);
        Engine<?> engine = plan.engine().open(place, 1)) {
      List<Question> questions = plan.questions(lucene);
      Background.await(lucene.reader().maxDoc()); // as what is made there is to be compared as well
      compare(questions, engine, lucene);
      return questions;
    }
  }

  /** Compares before and after articles are added, and after some are replaced. */
  private List<Question> compareGrown() throws IOException {
    List<Question> questions = compare();
    Path luceneCopy = plan.cache().copy(Engines.LUCENE);
    Path copy = plan.cache().copy(plan.engine());
    try (GrowingLucene lucene = GrowingLucene.open(luceneCopy);
        GrowingEngine<?> engine = plan.engine().openToGrow(copy)) {
      Corpus corpus = plan.cache().corpus();
      List<Article> added = NewArticles.of(corpus).next(plan.added());
      List<Article> replaced = corpus.first(plan.added() / ADDED_PER_REPLACED);
      for (List<Article> articles : List.of(added, replaced)) {
        for (GrowingEngine<?> growing : List.of(lucene, engine)) {
          growing.add(articles);
          growing.refresh();
        }
        compare(questions, engine, lucene.current());
      }
    }
    IndexCache.delete(luceneCopy);
    IndexCache.delete(copy);
    return questions;
  }

  private void compare(List<Question> questions, Engine<?> engine, LuceneEngine lucene)
      throws IOException {
    for (Question question : questions) {
      check(question, engine, lucene);
    }
    System.err.printf(
        "%s and lucene agree on %d questions (%s, %s); they have %d and %d segments%n",
        plan.engine().name(),
        questions.size(),
        plan.kind(),
        plan.wanted(),
        engine.segments(),
        lucene.segments());
  }

  private void check(Question question, Engine<?> engine, LuceneEngine lucene) throws IOException {
    Wanted wanted = plan.wanted();
    Answer ours = engine.answer(question, wanted);
    Answer told = lucene.answer(question, wanted);
    Answer theirs = plan.engine().countsValues() ? told : told.withoutDistinct();
    Agreement agreement = new Agreement(plan.engine().name(), question, ours, theirs);
    switch (wanted) {
      case COUNT, MONTHS, NEWEST -> agreement.check();
      case BEST, FACETS, SIDEWAYS, SNIPPETS -> {
        if (plan.engine().scoresAsLucene(question.kind())) {
          checkScored(agreement, lucene);
        } else {
          agreement.checkMatches(engine.matches(question), lucene.matches(question));
        }
      }
    }
    if (wanted == Wanted.SNIPPETS) {
      Marks.check(question, plan.engine().name(), ours);
      Marks.check(question, "lucene", theirs);
    }
  }

  private void checkScored(Agreement agreement, LuceneEngine lucene) throws IOException {
    Question question = agreement.question();
    Answer byScoreAndId = lucene.answer(lucene.reference(question), Wanted.BEST);
    new Agreement("lucene", question, agreement.theirs(), byScoreAndId).checkScores();
    Agreement expected = agreement.withExpectedHits(byScoreAndId.hits());
    if (plan.engine().ordersEqualScores()) {
      expected.check();
    } else {
      expected.checkButLastTie();
    }
  }
}
