package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs benchmarks and keeps what they measured beside the {@link Environment}, in a new folder such
 * as {@code results/2026-11-25-415fd7f}: what JMH says, untouched, or what a program says that
 * measures without JMH.
 *
 * <p>Run: {@code ./run [--label LABEL] ...}, where the rest is what {@link Suite} is told, such as
 * {@code quick}, or what JMH is told on its own command line; or it is {@code latency} or {@code
 * growth}, and the parameters of {@link LatencyRun} or {@link GrowthRun}. The label ends the name
 * of the folder, and is needed for a second run of a commit on the same day.
 *
 * <p>{@code ./run --into FOLDER ...} adds to an earlier run what that has not measured, so that one
 * report tells of both. It must be of the same commit, machine and JDK. Either option must come
 * first.
 */
public final class Run {
  /** The name of the file with JMH's results. */
  public static final String FILE = "jmh.json";

  private static final String LABEL = "--label";
  private static final String INTO = "--into";

  private Run() {}

  /**
   * Runs benchmarks.
   *
   * @param args the label or the folder, and what to run
   * @throws IOException if the results cannot be written
   * @throws InterruptedException if this is interrupted
   * @throws RunnerException if JMH cannot run the benchmarks
   * @throws CommandLineOptionException if JMH does not understand an argument
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
    String option = args.length > 1 ? args[0] : "";
    boolean optional = option.equals(LABEL) || option.equals(INTO);
    List<String> told = List.of(args).subList(optional ? 2 : 0, args.length);
    Environment environment = Environment.here(Git.in(results()), told, Clock.systemUTC());
    if (option.equals(INTO)) {
      add(environment, told, Path.of(args[1]));
    } else {
      String label = optional ? "-" + args[1] : "";
      keep(environment, told, make(results(), environment.folder() + label));
    }
  }

  /** Measures into a new folder, and deletes that again if nothing could be measured. */
  private static void keep(Environment environment, List<String> told, Path folder)
      throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
    try {
      List<String> flags = measure(told, folder.resolve(file(told)));
      environment.withFlags(flags).writeTo(folder);
    } finally {
      if (!Files.exists(folder.resolve(file(told)))) {
        IndexCache.delete(folder);
      }
    }
    System.out.println("results are in " + folder);
  }

  /**
   * Measures into the folder of an earlier run.
   *
   * @throws IllegalArgumentException if there is no run in the folder
   */
  static void add(Environment environment, List<String> told, Path folder)
      throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
    Environment both = Environment.in(folder).with(environment, List.of(INTO, folder.toString()));
    Path file = folder.resolve(file(told));
    if (Files.exists(file)) {
      throw new IllegalStateException(
          "%s is there already; measure into another folder, without %s".formatted(file, INTO));
    }
    measure(told, file);
    both.writeTo(folder);
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

  /** Makes a new folder, or takes one that an interrupted run has left without results. */
  static Path make(Path results, String name) throws IOException {
    Path folder = results.resolve(name);
    if (Files.exists(folder) && hasFiles(folder)) {
      throw new IllegalStateException(
          "there are results in %s already; tell the new ones apart with %s LABEL before all else"
              .formatted(folder, LABEL));
    }
    return Files.createDirectories(folder);
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static String program(List<String> told) {
    return told.isEmpty() ? "" : told.getFirst();
  }

  private static String file(List<String> told) {
    return switch (program(told)) {
      case LatencyRun.NAME -> LatencyCurve.FILE;
      case GrowthRun.NAME -> GrowthPoint.FILE;
      default -> FILE;
    };
  }

  /** Measures into a file, and returns the flags of the JVMs in which it was measured. */
  private static List<String> measure(List<String> told, Path file)
      throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
    switch (program(told)) {
      case LatencyRun.NAME -> LatencyRun.measure(told.subList(1, told.size()), file);
      case GrowthRun.NAME -> GrowthRun.measure(told.subList(1, told.size()), file);
      default -> {
        Collection<RunResult> results = measuredByJmh(told);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString()).writeOut(results);
        return flags(results);
      }
    }
    return Jvm.FLAGS;
  }

  private static Collection<RunResult> measuredByJmh(List<String> told)
      throws RunnerException, CommandLineOptionException {
    if (Profile.isNamed(program(told))) {
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
