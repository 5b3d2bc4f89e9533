package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures in this JVM, and on one engine, what {@link LatencyRun} tells of several. */
final class UnderLoad {
  private final Load load;
  private final Plan plan;
  private final GrowingEngine<?> engine;
  private final List<Question> questions;

  private UnderLoad(Load load, Plan plan, GrowingEngine<?> engine) throws IOException {
    this.load = load;
    this.plan = plan;
    this.engine = engine;
    questions = Preparation.agreed(plan);
  }

  /**
   * What was measured.
   *
   * @param questions how many questions were counted
   * @param curve how long they waited
   * @param written how many articles were written each second
   * @param longestRefreshMillis how long the slowest refresh took
   * @param answers what each question has for an answer once everything is written, without hits
   */
  record Measured(
      long questions,
      LatencyCurve curve,
      double written,
      double longestRefreshMillis,
      List<Answer> answers) {}

  /** Returns the arguments with which {@link #main} measures. */
  static List<String> arguments(Load load, Plan plan, Path file) {
    List<String> arguments = new ArrayList<>(load.arguments());
    arguments.add(file.toString());
    arguments.addAll(plan.arguments());
    return arguments;
  }

  /** Measures what {@link #arguments} say, and writes it into the file that they name. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Plan plan = Plan.of(Arrays.copyOfRange(args, Load.ARGUMENTS + 1, args.length));
    Path copy = plan.cache().copy(plan.engine());
    try (GrowingEngine<?> engine = plan.engine().openToGrow(copy)) {
      Measured measured = new UnderLoad(Load.of(args), plan, engine).measured();
      Json.write(Path.of(args[Load.ARGUMENTS]), measured);
    }
    IndexCache.delete(copy);
  }

  private Measured measured() throws IOException, InterruptedException {
    long expected = engine.size() + load.articles() * load.inAll();
    NewArticles articles = NewArticles.of(plan.cache().corpus());
    long now = System.nanoTime();
    Pace pace = new Pace(now, load.questions());
    OpenLoop loop = new OpenLoop(pace, pace.within(load.warmUp()), pace.within(load.inAll()));
    Writing writing = new Writing(engine, articles, new Pace(now, load.articles()), load.inAll());
    run(loop, writing);
    engine.refresh();
    if (engine.size() != expected) {
      throw new IllegalStateException(
          "%s should hold %,d articles, but holds %,d"
              .formatted(plan.engine().name(), expected, engine.size()));
    }
    return new Measured(
        loop.counted(),
        new LatencyCurve(
            plan.engine().name(), load.questions(), load.articles(), loop.percentiles()),
        writing.perSecond(),
        writing.longestRefreshMillis(),
        answers());
  }

  /** Asks, writes and refreshes until everything is asked and written. */
  private void run(OpenLoop loop, Writing writing) throws InterruptedException {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < load.askers(); i++) {
      tasks.add(() -> loop.ask(this::ask));
    }
    if (load.articles() > 0) {
      tasks.add(writing::write);
      tasks.add(writing::refresh);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Long> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(plan.engine().name() + " failed under load", e);
    }
  }

  private void ask(long place) throws IOException {
    engine.ask(questions.get((int) (place % questions.size())), plan.wanted());
  }

  private List<Answer> answers() throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (Question question : questions) {
      // the best hits were compared before, and their scores may differ by a rounding
      answers.add(engine.answer(question, plan.wanted()).withHits(List.of()));
    }
    return answers;
  }
}
