package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs JMH and keeps what it measured: its own JSON, untouched, beside the {@link Environment}, in
 * a new folder such as {@code results/2026-11-25-415fd7f}.
 *
 * <p>Run: {@code ./run [--label LABEL] ...}, where the rest is what {@link Suite} is told, such as
 * {@code quick}, or else what JMH is told on its own command line. The label ends the name of the
 * folder, and is needed for a second run of a commit on the same day. It must be the first
 * argument.
 */
public final class Run {
  /** The name of the file with JMH's results. */
  public static final String FILE = "jmh.json";

  private static final String LABEL = "--label";

  private Run() {}

  /**
   * Runs JMH.
   *
   * @param args the label, and what {@link Suite} or JMH is told
   * @throws IOException if the results cannot be written
   * @throws InterruptedException if this is interrupted
   * @throws RunnerException if JMH cannot run the benchmarks
   * @throws CommandLineOptionException if JMH does not understand an argument
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
    boolean labelled = args.length > 1 && args[0].equals(LABEL);
    List<String> told = List.of(args).subList(labelled ? 2 : 0, args.length);
    Git git = Git.in(results());
    Environment environment = Environment.here(git, told, Clock.systemUTC());
    Path folder = make(results(), environment.folder() + (labelled ? "-" + args[1] : ""));
    try {
      Collection<RunResult> results = measured(told);
      String file = folder.resolve(FILE).toString();
      ResultFormatFactory.getInstance(ResultFormatType.JSON, file).writeOut(results);
      environment.withFlags(flags(results)).writeTo(folder);
    } catch (RunnerException | CommandLineOptionException | IllegalArgumentException e) {
      IndexCache.delete(folder); // nothing was measured
      throw e;
    }
    System.out.println("results are in " + folder);
  }

  /**
   * Returns the folder in which each run has a folder: what {@code LEDE_BENCHMARKS_RESULTS} says,
   * or {@code results}.
   *
   * @return the folder, which is made if it does not exist
   * @throws IOException if it cannot be made
   */
  public static Path results() throws IOException {
    String results = System.getenv("LEDE_BENCHMARKS_RESULTS");
    return Files.createDirectories(Path.of(results == null ? "results" : results));
  }

  /** Makes a new folder. */
  static Path make(Path results, String name) throws IOException {
    Path folder = results.resolve(name);
    if (Files.exists(folder)) {
      throw new IllegalStateException(
          "there are results in %s already; tell the new ones apart with %s LABEL before all else"
              .formatted(folder, LABEL));
    }
    return Files.createDirectory(folder);
  }

  private static Collection<RunResult> measured(List<String> told)
      throws RunnerException, CommandLineOptionException {
    if (!told.isEmpty() && Profile.isNamed(told.getFirst())) {
      return Suite.run(Profile.named(told.getFirst()).parts(told.subList(1, told.size())));
    }
    return new Runner(new CommandLineOptions(told.toArray(String[]::new))).run();
  }

  private static List<String> flags(Collection<RunResult> results) {
    List<String> flags = new ArrayList<>();
    results.forEach(result -> flags.addAll(result.getParams().getJvmArgs()));
    return flags.stream().distinct().toList();
  }
}
