package org.lede.benchmarks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

class ProfileTest {
  private static final Path CLASSES = Path.of("src", "main", "java", "org", "lede", "benchmarks");

  @Test
  void addsItsUsualOptionsToEachPart() {
    assertThat(Part.of("Refresh -i 1 -bs 20").over(options("-f 1 -i 3 -p articles=9")).arguments())
        .containsExactly("-f", "1", "-i", "1", "-p", "articles=9", "-bs", "20", "Refresh");
  }

  @Test
  void givesWayToOptionsOfTheCaller() {
    Part part = Part.of("Facet -f 1 -p kind=or -p threads=2");

    assertThat(part.under(options("-p kind=and -f 3")).arguments())
        .containsExactly("-f", "3", "-p", "kind=and", "-p", "threads=2", "Facet");
  }

  @Test
  void refusesOptionsThatAreNoPairs() {
    assertThatThrownBy(() -> Profile.QUICK.parts(List.of("Phrase", "-f")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("options come in pairs")
        .hasMessageEndingWith("Phrase");
  }

  @Test
  void ofAnotherNameIsAnErrorThatNamesThoseThereAre() {
    assertThat(Profile.named("quick")).isEqualTo(Profile.QUICK);
    assertThatThrownBy(() -> Profile.named("slow"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the profile must be smoke, quick, real or full, but is \"slow\"");
  }

  @ParameterizedTest
  @EnumSource
  void hasOptionsThatJmhUnderstands(Profile profile) throws CommandLineOptionException {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    for (Part part : profile.parts(List.of())) {
      CommandLineOptions options = new CommandLineOptions(part.arguments().toArray(String[]::new));

      SortedSet<BenchmarkListEntry> found =
          BenchmarkList.defaultList().find(silent, options.getIncludes(), List.of());
      assertThat(found)
          .as(part.toString())
          .isNotEmpty()
          // as a pattern is looked for in the names of methods too
          .allMatch(entry ->
              Pattern.compile(part.benchmarks()).matcher(entry.getUserClassQName()).find());
    }
  }

  @Test
  void runsEveryBenchmarkIfItIsSmokeOrFull() throws IOException {
    try (Stream<Path> files = Files.list(CLASSES)) {
      List<String> benchmarks =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith("Benchmark.java"))
              .filter(file -> !file.equals("SearchBenchmark.java"))
              .toList();
      assertThat(benchmarks).isNotEmpty();
      for (Profile profile : List.of(Profile.SMOKE, Profile.FULL)) {
        String pattern =
            profile.parts(List.of()).stream().map(Part::benchmarks).collect(joining("|"));
        assertThat(benchmarks).as(profile.name()).allMatch(Pattern.compile(pattern).asPredicate());
      }
    }
  }

  private static Part.Options options(String text) {
    return Part.Options.of(List.of(text.split(" ")));
  }
}
