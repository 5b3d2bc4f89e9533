package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the JVMs are started in which something is measured or prepared. */
final class Jvm {
  /** Lucene's fast loops, on both sides. */
  static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** Lucene's ways to tell the system how it will read its files, on both sides. */
  static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  /** The heap, of one size so that it never grows while something is measured. */
  static final String HEAP = "-Xmx4g";

  /** All of these. */
  static final List<String> FLAGS = List.of(VECTORS, NATIVE, HEAP);

  private Jvm() {}

  /**
   * Runs a class in a JVM of its own, until it ends.
   *
   * @throws IllegalStateException if it fails
   */
  static void run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = command(main, arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "%s failed, see the message above; to repeat it alone: %s"
              .formatted(main.getSimpleName(), String.join(" ", command)));
    }
  }

  /** Returns the command that runs a class as this JVM would run it. */
  private static List<String> command(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", property("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /**
   * Returns what tells one run of JMH from another: the process that starts those in which is
   * measured, or this one if it starts none.
   */
  static String run() {
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle run = isForked() ? self.parent().orElse(self) : self;
    return run.pid() + " " + run.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Tells whether JMH started this process to measure in it, as it does without {@code -f 0}. */
  static boolean isForked() {
    return property("sun.java.command").startsWith("org.openjdk.jmh.runner.ForkedMain");
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
