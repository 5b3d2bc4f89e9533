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
 */
record Plan(
    IndexCache cache,
    EngineProvider engine,
    Question.Kind kind,
    int number,
    int selected,
    Wanted wanted) {

  /** Plans questions that select nothing. */
  Plan(IndexCache cache, EngineProvider engine, Question.Kind kind, int number, Wanted wanted) {
    this(cache, engine, kind, number, 0, wanted);
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
        wanted.name());
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
        Wanted.valueOf(arguments[8]));
  }

  /** Returns the file for the questions, once the engines agree on their answers. */
  Path agreed() {
    return cache
        .folder()
        .resolve(
            "questions-%s-%s-%s-%d-%d".formatted(engine.name(), wanted, kind, number, selected));
  }

  /** Returns the questions. */
  List<Question> questions(LuceneEngine lucene) throws IOException {
    return new Questions(lucene.reader()).draw(kind, number, selected);
  }
}
