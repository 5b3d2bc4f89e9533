package org.lede.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What more articles cost: how the time to build an index, its size, and the time of an answer grow
 * with the number of articles.
 *
 * <p>Measured, for 10,000, 100,000, a million and four million articles, and for each engine:
 *
 * <ul>
 *   <li>how long one thread takes to build the index, from an empty folder to a closed index with
 *       its merges done, while another thread makes the articles;
 *   <li>the size of all its files, stored articles included;
 *   <li>how much heap the open index holds for counting facets: in Lede {@code
 *       IndexStats.facetBytes}, in plain Lucene what its {@code SortedSetDocValuesReaderState}
 *       says, which is a map between the segments; beside that it counts in its files;
 *   <li>how long one question takes, as the geometric mean over 100: words, both or either of two
 *       words, and phrases, for the ten best, and for these with three facets; and the first page
 *       of a search site, as in {@link EverythingBenchmark}. Each is timed five times, and the best
 *       time counts, as a machine is never entirely quiet. Before that, each kind is asked for two
 *       seconds, and once more for two seconds just before it is measured.
 * </ul>
 *
 * <p>Each index is built, and each engine is asked, in a JVM of its own with the flags of all
 * benchmarks. Questions are drawn from the articles there are, a third of them frequent, whatever
 * that is among so many. Before an engine is asked, it must give the same answers as plain Lucene.
 *
 * <p>On: generated articles; the first of other articles with {@code -p corpus=FILE}. The indexes
 * are made in a folder of their own in the one of {@link IndexCache}, and those of one number of
 * articles are deleted before the next are made; four million take 11 GB.
 *
 * <p>Run: {@code ./run growth}, with {@code -p name=value} for any of {@code engine}, {@code
 * corpus}, {@code articles} (numbers with commas between), {@code questions} (how many of each
 * kind) and {@code warmup} (seconds, twice).
 */
final class GrowthRun {
  /** What the first argument of {@link Run} is called. */
  static final String NAME = "growth";

  private static final Parameters USUAL =
      Parameters.usually(
          "engine=lede,lucene",
          "corpus=" + Corpus.GENERATED,
          "articles=10000,100000,1000000,4000000",
          "questions=100",
          "warmup=2");

  private final Parameters parameters;
  private final List<EngineProvider> engines;
  private final List<GrowthPoint> points = new ArrayList<>();

  private GrowthRun(Parameters parameters) {
    this.parameters = parameters;
    engines = parameters.list("engine").stream().map(Engines::named).toList();
  }

  /** Measures what was told, prints the table, and writes the points into a file. */
  static void measure(List<String> told, Path file) throws IOException, InterruptedException {
    measure(told, Files.createDirectories(IndexCache.root()), file);
  }

  /** Makes the indexes in another folder than that of all benchmarks. */
  static void measure(List<String> told, Path indexes, Path file)
      throws IOException, InterruptedException {
    GrowthRun run = new GrowthRun(USUAL.with(told));
    for (long articles : run.parameters.wholes("articles", 1)) {
      Path folder = Files.createTempDirectory(indexes, "growth");
      try {
        Corpus corpus = new Corpus(run.parameters.text("corpus"), articles);
        run.measure(new IndexCache(folder, corpus, false));
      } finally {
        IndexCache.delete(folder);
      }
      Json.write(file, run.points); // each time, so that nothing is lost
    }
    table(run.points).forEach(System.out::println);
  }

  private void measure(IndexCache cache) throws IOException, InterruptedException {
    SequencedMap<EngineProvider, GrowthBuild.Built> built = new LinkedHashMap<>();
    for (EngineProvider engine : engines) {
      built.put(engine, built(engine, cache));
    }
    for (Map.Entry<EngineProvider, GrowthBuild.Built> each : built.entrySet()) {
      add(each.getKey(), cache, each.getValue());
    }
  }

  private static GrowthBuild.Built built(EngineProvider engine, IndexCache cache)
      throws IOException, InterruptedException {
    Path file = cache.folder().resolve("built.json");
    Jvm.run(GrowthBuild.class, GrowthBuild.arguments(engine, cache, file));
    GrowthBuild.Built built = Json.read(file, new TypeReference<>() {});
    if (built.articles() != cache.corpus().limit()) {
      throw new IllegalStateException(
          "%s should hold %,d articles, but holds %,d"
              .formatted(engine.name(), cache.corpus().limit(), built.articles()));
    }
    System.err.printf(
        "%s has built an index of %s in %.1f s, and it takes %.1f MB%n",
        engine.name(), cache.corpus(), built.seconds(), built.bytes() / 1e6);
    return built;
  }

  private void add(EngineProvider engine, IndexCache cache, GrowthBuild.Built built)
      throws IOException, InterruptedException {
    int questions = (int) parameters.whole("questions", 1);
    Plan plan = new Plan(cache, engine, Question.Kind.TERM, questions, Wanted.BEST);
    Jvm.run(GrowthPreparation.class, plan.arguments());
    Path file = cache.folder().resolve("asked.json");
    Jvm.run(GrowthAsk.class, GrowthAsk.arguments(plan, parameters.whole("warmup", 0), file));
    GrowthAsk.Asked asked = Json.read(file, new TypeReference<>() {});
    for (GrowthAsk.Took took : asked.times()) {
      points.add(
          new GrowthPoint(
              engine.name(),
              built.articles(),
              took.kind(),
              took.micros(),
              built.seconds(),
              built.bytes(),
              asked.facetBytes()));
    }
  }

  /** Returns the lines of a table in Markdown. */
  static List<String> table(List<GrowthPoint> points) {
    List<Long> sizes = points.stream().map(GrowthPoint::articles).distinct().sorted().toList();
    List<String> heads = sizes.stream().map("%,d"::formatted).toList();
    List<String> lines = new ArrayList<>();
    lines.add("| articles | engine | %s | exponent |".formatted(String.join(" | ", heads)));
    lines.add("|---|---|" + "---:|".repeat(sizes.size() + 1));
    points.stream()
        .map(GrowthPoint::kind)
        .distinct()
        .forEach(kind -> {
          List<GrowthPoint> some =
              points.stream().filter(each -> each.kind().equals(kind)).toList();
          addLines(lines, kind + ", µs", sizes, some, GrowthPoint::micros);
        });
    addLines(lines, "to build, s", sizes, points, GrowthPoint::buildSeconds);
    addLines(lines, "on disk, MB", sizes, points, point -> point.diskBytes() / 1e6);
    addLines(lines, "in memory for facets, MB", sizes, points, point -> point.facetBytes() / 1e6);
    return lines;
  }

  private static void addLines(
      List<String> lines,
      String title,
      List<Long> sizes,
      List<GrowthPoint> points,
      ToDoubleFunction<GrowthPoint> figure) {
    SequencedMap<String, Map<Long, Double>> engines = new LinkedHashMap<>();
    for (GrowthPoint point : points) {
      if (figure.applyAsDouble(point) > 0) { // 0 says that there is none
        engines
            .computeIfAbsent(point.engine(), engine -> new TreeMap<>())
            .put(point.articles(), figure.applyAsDouble(point));
      }
    }
    engines.forEach((engine, figures) -> {
      List<String> cells =
          sizes.stream()
              .map(size -> figures.containsKey(size) ? "%,.1f".formatted(figures.get(size)) : "")
              .toList();
      double exponent = GrowthPoint.exponent(figures);
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  title,
                  engine,
                  String.join(" | ", cells),
                  Double.isNaN(exponent) ? "" : "%.2f".formatted(exponent)));
    });
  }
}
