package org.lede.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long people wait for an answer while articles come in: of 100 askers, how long does the
 * unluckiest wait, and of 1,000?
 *
 * <p>Measured: phrases are asked for the ten best articles, the exact total and three facets. They
 * come at a fixed rate, 50 a second, whether or not the earlier ones are answered, and each waits
 * from the moment it was due, as {@link OpenLoop} explains. Two threads ask; one writes 500
 * articles a second, as they come; one refreshes each second. In plain Lucene the refreshing thread
 * also makes the {@code DefaultSortedSetDocValuesReaderState} for the new reader, before any
 * question sees that, so that no asker has to wait for it; Lede does by itself what is like that.
 * Nothing is committed until the end, in neither. Each engine has a JVM of its own with the flags
 * of all benchmarks, the first 30 seconds do not count, and the next 60 do.
 *
 * <p>On: a copy of the index of a million generated articles; other articles with {@code -p
 * corpus=FILE}. The engines must give the same answers before and after articles are added, must
 * hold all that were written in the end, and must then find and count the same, or the run fails.
 * It also fails if an engine wrote fewer than 95 of 100 articles in time, as it then had less to
 * do.
 *
 * <p>Run: {@code ./run latency}, with {@code -p name=value} for any of: {@code engine}, {@code
 * corpus}, {@code articles}, {@code queries}, {@code kind} and {@code questions} (how many
 * different ones) as in other benchmarks; {@code rate} (questions a second), {@code askers}, {@code
 * writes} (articles a second; 0 for none), {@code kept} (how many of 100 articles must be written
 * in time), {@code warmup} and {@code seconds}.
 */
final class LatencyRun {
  /** What the first argument of {@link Run} is called. */
  static final String NAME = "latency";

  private static final Parameters USUAL =
      Parameters.usually(
          "engine=lede,lucene",
          "corpus=" + Corpus.GENERATED,
          "articles=1000000",
          "queries=" + Plan.DRAWN,
          "kind=phrase",
          "questions=100",
          "rate=50",
          "askers=2",
          "writes=500",
          "kept=95",
          "warmup=30",
          "seconds=60");

  private LatencyRun() {}

  /** Measures what was told, prints the table, and writes the curves into a file. */
  static void measure(List<String> told, Path file) throws IOException, InterruptedException {
    Parameters parameters = USUAL.with(told);
    Corpus corpus = new Corpus(parameters.text("corpus"), parameters.whole("articles", 1));
    measure(parameters, new IndexCache(corpus, false), file);
  }

  /** Measures on other indexes than those that all benchmarks share. */
  static void measure(List<String> told, IndexCache cache, Path file)
      throws IOException, InterruptedException {
    measure(USUAL.with(told), cache, file);
  }

  private static void measure(Parameters parameters, IndexCache cache, Path file)
      throws IOException, InterruptedException {
    Load load = Load.of(parameters);
    List<Plan> plans = new ArrayList<>();
    for (String engine : parameters.list("engine")) {
      plans.add(plan(Engines.named(engine), parameters, cache));
    }
    for (Plan plan : plans) {
      new Preparation(plan).inAnotherProcess();
    }
    List<UnderLoad.Measured> measured = new ArrayList<>();
    for (Plan plan : plans) {
      measured.add(measured(load, plan));
    }
    checkSame(Preparation.agreed(plans.getLast()), measured);
    Json.write(file, measured.stream().map(UnderLoad.Measured::curve).toList());
    table(measured).forEach(System.out::println);
  }

  /** Plans the questions of an engine. */
  private static Plan plan(EngineProvider engine, Parameters parameters, IndexCache cache)
      throws IOException {
    Question.Kind kind = Question.Kind.named(parameters.text("kind"));
    Cannot.check(engine, kind, Wanted.FACETS, 1);
    Cannot.checkGrowing(engine);
    int questions = (int) parameters.whole("questions", 1);
    Plan plan =
        new Plan(cache, engine, kind, questions, Wanted.FACETS)
            .reading(parameters.text("queries"))
            .growing(RefreshBenchmark.ADDED);
    plan.checkQuestions();
    return plan;
  }

  private static UnderLoad.Measured measured(Load load, Plan plan)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(plan.cache().folder(), "under-load", ".json");
    Jvm.run(UnderLoad.class, UnderLoad.arguments(load, plan, file));
    UnderLoad.Measured measured = Json.read(file, new TypeReference<>() {});
    Files.delete(file);
    load.check(plan.engine().name(), measured.written());
    return measured;
  }

  /** Checks that all engines, which hold the same articles by now, find and count the same. */
  private static void checkSame(List<Question> questions, List<UnderLoad.Measured> measured) {
    UnderLoad.Measured last = measured.getLast(); // usually plain Lucene
    for (UnderLoad.Measured each : measured) {
      for (int i = 0; i < questions.size(); i++) {
        String engine = each.curve().engine();
        Answer ours = each.answers().get(i);
        new Agreement(engine, questions.get(i), ours, last.answers().get(i)).check();
      }
    }
  }

  /** Returns the lines of a table in Markdown. */
  static List<String> table(List<UnderLoad.Measured> measured) {
    Stream<String> heads =
        Stream.of(
            "| engine | questions | half wait at most, ms | 99 %, ms | 99.9 %, ms | the slowest, ms"
                + " | articles written a second | slowest refresh, ms |",
            "|---|---:|---:|---:|---:|---:|---:|---:|");
    return Stream.concat(heads, measured.stream().map(LatencyRun::line)).toList();
  }

  private static String line(UnderLoad.Measured measured) {
    String waits =
        Stream.of("50", "99", "99.9", "max")
            .map(name -> "%.1f".formatted(measured.curve().percentiles().get(name)))
            .collect(Collectors.joining(" | "));
    return "| %s | %d | %s | %.1f | %.1f |"
        .formatted(
            measured.curve().engine(),
            measured.questions(),
            waits,
            measured.written(),
            measured.longestRefreshMillis());
  }
}
