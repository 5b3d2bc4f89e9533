package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks one engine in this JVM for {@link GrowthRun}, and tells how long that takes. */
final class GrowthAsk {
  /** How many times each question is timed; the best time counts. */
  private static final int ROUNDS = 5;

  private static final int BEFORE_PLAN = 2;

  private final long warmUpNanos;

  private GrowthAsk(long warmUpSeconds) {
    warmUpNanos = TimeUnit.SECONDS.toNanos(warmUpSeconds);
  }

  /**
   * What was measured.
   *
   * @param facetBytes how much heap it holds for counting facets
   * @param times how long answers took
   */
  record Asked(long facetBytes, List<Took> times) {}

  /**
   * How long questions of a kind took.
   *
   * @param kind what a {@link GrowthPoint} calls them
   * @param micros the geometric mean, in microseconds
   */
  record Took(String kind, double micros) {}

  /** Returns plans for all that is asked, in so far as the engine can answer. */
  static List<Plan> plans(Plan plan) {
    List<Plan> plans = new ArrayList<>();
    for (Wanted wanted : List.of(Wanted.BEST, Wanted.FACETS)) {
      Stream.of(Question.Kind.TERM, Question.Kind.AND, Question.Kind.OR, Question.Kind.PHRASE)
          .forEach(kind -> plans.add(plan.asking(kind, wanted)));
    }
    plans.add(plan.asking(Question.Kind.EVERYTHING, Wanted.NEWEST));
    plans.removeIf(each -> !each.engine().can(each.kind(), each.wanted()));
    return plans;
  }

  /** Returns the arguments with which {@link #main} asks all {@link #plans}. */
  static List<String> arguments(Plan plan, long warmUpSeconds, Path file) {
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "" + warmUpSeconds));
    arguments.addAll(plan.arguments());
    return arguments;
  }

  /** Measures what {@link #arguments} say, and writes it into the file that they name. */
  public static void main(String[] args) throws IOException {
    Plan plan = Plan.of(Arrays.copyOfRange(args, BEFORE_PLAN, args.length));
    try (Engine<?> engine = plan.engine().open(plan.cache().place(plan.engine()), 1)) {
      GrowthAsk ask = new GrowthAsk(Long.parseLong(args[1]));
      Json.write(Path.of(args[0]), ask.asked(engine, plans(plan)));
    }
  }

  private Asked asked(Engine<?> engine, List<Plan> plans) throws IOException {
    for (Plan plan : plans) { // all beforehand, as they share code that has to be compiled
      warmUp(engine, Preparation.agreed(plan), plan.wanted());
    }
    List<Took> times = new ArrayList<>();
    for (Plan plan : plans) {
      double micros = micros(engine, Preparation.agreed(plan), plan.wanted());
      times.add(new Took(kind(plan), micros));
    }
    return new Asked(engine.facetBytes(), times);
  }

  private static String kind(Plan plan) {
    return plan.kind() + (plan.wanted() == Wanted.BEST ? "" : " with facets");
  }

  private void warmUp(Engine<?> engine, List<Question> questions, Wanted wanted)
      throws IOException {
    long start = System.nanoTime();
    do {
      ask(engine, questions, wanted);
    } while (System.nanoTime() - start < warmUpNanos);
  }

  private double micros(Engine<?> engine, List<Question> questions, Wanted wanted)
      throws IOException {
    warmUp(engine, questions, wanted);
    long[] best = ask(engine, questions, wanted);
    for (int round = 1; round < ROUNDS; round++) {
      long[] nanos = ask(engine, questions, wanted);
      Arrays.setAll(best, i -> Math.min(best[i], nanos[i]));
    }
    QuestionTimes times = new QuestionTimes();
    Arrays.stream(best).forEach(times::add);
    return Math.exp(times.logNanos / times.asked) / 1e3;
  }

  /** Asks all questions, and returns how long each took. */
  private long[] ask(Engine<?> engine, List<Question> questions, Wanted wanted) throws IOException {
    long[] nanos = new long[questions.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      engine.ask(questions.get(i), wanted);
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }
}
