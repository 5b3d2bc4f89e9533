package org.lede.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.lucene.util.Version;

/**
 * Under what circumstances something was measured, as it is kept in a file called {@value #FILE}
 * beside JMH's results. It tells nothing about who measured: no name of a host, no home folder.
 *
 * @param date when the run began, by ISO 8601, in UTC
 * @param commit the commit that was checked out, or {@code unknown} outside a repository of git
 * @param dirty whether something in the folders was not committed, results of benchmarks apart
 * @param machine what it ran on
 * @param jdk the JDK that ran it
 * @param lede the version of Lede
 * @param lucene the version of Lucene
 * @param arguments what {@link Run} was told, in which {@code ~} stands for the home folder; what
 *     was added by a later run stands behind {@code && ./run}
 */
public record Environment(
    String date,
    String commit,
    boolean dirty,
    Machine machine,
    Jdk jdk,
    String lede,
    String lucene,
    List<String> arguments) {
  /** The name of the file. */
  public static final String FILE = "environment.json";

  /**
   * A machine.
   *
   * @param processor what its maker calls its processor, or else its architecture
   * @param cores how many threads the processor runs at once
   * @param memoryBytes its memory, in bytes
   * @param system the operating system, with the first two numbers of its version
   */
  public record Machine(String processor, int cores, long memoryBytes, String system) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo"); // Linux alone has it

    static Machine here() throws IOException {
      return new Machine(
          processorName(),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
          systemName());
    }

    private static String systemName() {
      String version = property("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1");
      return property("os.name") + " " + version;
    }

    private static String processorName() throws IOException {
      if (!Files.isReadable(PROCESSORS)) {
        return property("os.arch");
      }
      try (Stream<String> lines = Files.lines(PROCESSORS)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(property("os.arch"));
      }
    }
  }

  /**
   * A JDK.
   *
   * @param vendor who built it
   * @param version its version
   * @param flags what the JVMs were started with in which something was measured
   */
  public record Jdk(String vendor, String version, List<String> flags) {
    static Jdk here(List<String> flags) {
      return new Jdk(property("java.vendor"), property("java.runtime.version"), flags);
    }
  }

  /** Tells the circumstances of a run that begins now. */
  static Environment here(Git git, List<String> arguments, Clock clock) throws IOException {
    return new Environment(
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        git.commit(),
        git.isDirty(),
        Machine.here(),
        Jdk.here(List.of()),
        ledeVersion(),
        Version.LATEST.toString(),
        arguments.stream().map(Environment::withoutHome).toList());
  }

  /** Returns the same circumstances with the flags, which JMH tells only in the end. */
  Environment withFlags(List<String> flags) {
    return new Environment(
        date,
        commit,
        dirty,
        machine,
        Jdk.here(flags.stream().map(Environment::withoutHome).toList()),
        lede,
        lucene,
        arguments);
  }

  /**
   * Returns these circumstances with a later run added to them.
   *
   * @param added those of the later run
   * @param option how it was told that it adds to this one
   * @throws IllegalStateException if they differ in more than their dates and what was told
   */
  Environment with(Environment added, List<String> option) {
    Environment likeThis =
        new Environment(
            date,
            added.commit,
            added.dirty,
            added.machine,
            new Jdk(added.jdk.vendor, added.jdk.version, jdk.flags),
            added.lede,
            added.lucene,
            arguments);
    if (!likeThis.equals(this)) {
      throw new IllegalStateException(
          "results can be added only to those of the same commit, machine and JDK, but now it is %s, and was %s"
              .formatted(likeThis, this));
    }
    List<String> both = new ArrayList<>(arguments);
    both.addAll(List.of("&&", "./run"));
    both.addAll(option.stream().map(Environment::withoutHome).toList());
    both.addAll(added.arguments);
    return new Environment(date, commit, dirty, machine, jdk, lede, lucene, both);
  }

  /** Returns the name of a folder for results, such as {@code 2026-11-25-415fd7f}. */
  String folder() {
    return date.substring(0, "2026-11-25".length()) + "-" + commit.substring(0, 7);
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @throws IllegalArgumentException if nothing was written there
   */
  static Environment in(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      throw new IllegalArgumentException(
          "there are no results of a run in %s, as there is no %s".formatted(folder, FILE));
    }
    return Json.read(folder.resolve(FILE), new TypeReference<>() {});
  }

  void writeTo(Path folder) throws IOException {
    Json.write(folder.resolve(FILE), this);
  }

  private static String ledeVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        Environment.class.getResourceAsStream("/META-INF/maven/org.lede/lede/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version", "unknown");
  }

  private static String withoutHome(String argument) {
    String home = property("user.home");
    return home.length() > 1 ? argument.replace(home, "~") : argument;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
