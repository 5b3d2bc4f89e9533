package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Runs the benchmarks of a {@link Profile} one after the other, writes all results into one file as
 * JMH does, and prints the table of {@link Ratios}.
 *
 * <p>Run: {@code java -cp target/benchmarks.jar org.lede.benchmarks.Suite quick}, or {@code full},
 * {@code real} or {@code smoke}, then any options of JMH that have a value, which replace those of
 * the profile: {@code -p corpus=FILE}, {@code -f 3}. The file is {@code results.json}, unless
 * {@code -rff} says otherwise.
 */
public final class Suite {
  private Suite() {}

  /**
   * Runs a profile.
   *
   * @param args its name, and options
   * @throws IOException if the results cannot be read
   * @throws RunnerException if JMH cannot run the benchmarks
   * @throws CommandLineOptionException if JMH does not understand an option
   */
  public static void main(String[] args)
      throws IOException, RunnerException, CommandLineOptionException {
    if (args.length == 0) {
      throw new IllegalArgumentException("name a profile: smoke, quick, real or full");
    }
    List<Part> parts = Profile.named(args[0]).parts(Arrays.asList(args).subList(1, args.length));
    String file = options(parts.getFirst()).getResult().orElse("results.json");
    Collection<RunResult> results = run(parts);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, file).writeOut(results);
    Ratios.main(new String[] {file});
  }

  /** Runs parts, and returns all their results. */
  static Collection<RunResult> run(List<Part> parts)
      throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results = new ArrayList<>();
    for (Part part : parts) {
      results.addAll(new Runner(options(part)).run());
    }
    return results;
  }

  private static CommandLineOptions options(Part part) throws CommandLineOptionException {
    return new CommandLineOptions(part.arguments().toArray(String[]::new));
  }
}
