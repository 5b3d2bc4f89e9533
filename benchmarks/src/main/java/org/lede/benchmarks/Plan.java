package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark is going to ask, of which engine.
 *
 * @param cache where the indexes are or will be
 * @param engine which engine
 * @param kind which questions to draw
 * @param number how many of them
 * @param selected how many facet values each selects
 * @param wanted what they will be asked for
 * @param queries {@value #DRAWN} for questions that are drawn from the articles, or the path of a
 *     file of them, as {@link QuestionFile} reads it
 * @param added how many articles are added before they are asked
 */
record Plan(
    IndexCache cache,
    EngineProvider engine,
    Question.Kind kind,
    int number,
    int selected,
    Wanted wanted,
    String queries,
    int added) {
  static final String DRAWN = "drawn";

  /** Plans questions that are drawn and select nothing. */
  Plan(IndexCache cache, EngineProvider engine, Question.Kind kind, int number, Wanted wanted) {
    this(cache, engine, kind, number, 0, wanted, DRAWN, 0);
  }

  /** Returns a plan with questions of another kind, which will be asked for something else. */
  Plan asking(Question.Kind otherKind, Wanted otherWanted) {
    return new Plan(cache, engine, otherKind, number, selected, otherWanted, queries, added);
  }

  /** Returns a plan in which questions select values. */
  Plan selecting(int values) {
    return new Plan(cache, engine, kind, number, values, wanted, queries, added);
  }

  /** Returns a plan in which articles are added before questions are asked. */
  Plan growing(int articles) {
    return new Plan(cache, engine, kind, number, selected, wanted, queries, articles);
  }

  /** Returns a plan with questions of a file, unless that is {@value #DRAWN}. */
  Plan reading(String file) {
    return new Plan(cache, engine, kind, number, selected, wanted, file, added);
  }

  /** Returns this as arguments of a program. */
  List<String> arguments() {
    return List.of(
        cache.folder().toString(),
        cache.corpus().name(),
        Long.toString(cache.corpus().limit()),
        Boolean.toString(cache.optimized()),
        engine.name(),
        kind.name(),
        Integer.toString(number),
        Integer.toString(selected),
        wanted.name(),
        queries,
        Integer.toString(added));
  }

  /** Reads what {@link #arguments} wrote. */
  static Plan of(String[] arguments) {
    Corpus corpus = new Corpus(arguments[1], Long.parseLong(arguments[2]));
    return new Plan(
        new IndexCache(Path.of(arguments[0]), corpus, Boolean.parseBoolean(arguments[3])),
        Engines.named(arguments[4]),
        Question.Kind.valueOf(arguments[5]),
        Integer.parseInt(arguments[6]),
        Integer.parseInt(arguments[7]),
        Wanted.valueOf(arguments[8]),
        arguments[9],
        Integer.parseInt(arguments[10]));
  }

  /** Returns the file for the questions, once the engines agree on their answers. */
  Path agreed() {
    String name =
        "questions-%s-%s-%s-%d-%d-%d-%08x"
            .formatted(engine.name(), wanted, kind, number, selected, added, queries.hashCode());
    return cache.folder().resolve(name);
  }

  /**
   * Checks that a file of questions has some of this kind, and that none of them has to select
   * anything.
   *
   * @throws Cannot if not
   */
  void checkQuestions() throws IOException {
    if (isOfFile() && selected > 0) {
      throw new Cannot("the questions of " + queries + " select no facet values");
    }
    if (isOfFile() && ofFile().isEmpty()) {
      throw new Cannot("no line of %s is a question of kind %s".formatted(queries, kind));
    }
  }

  /** Returns the questions; of a file, the first of this kind. */
  List<Question> questions(LuceneEngine lucene) throws IOException {
    return isOfFile() ? ofFile() : new Questions(lucene.reader()).draw(kind, number, selected);
  }

  private boolean isOfFile() {
    return !queries.equals(DRAWN) && kind != Question.Kind.EVERYTHING;
  }

  private List<Question> ofFile() throws IOException {
    return QuestionFile.read(Path.of(queries)).stream()
        .filter(question -> question.kind() == kind)
        .limit(number)
        .toList();
  }
}
