package org.lede.benchmarks;

import java.nio.file.Path;
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

  private Jvm() {}

  /** Returns the command that runs a class as this JVM would run it. */
  static List<String> command(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(List.of(VECTORS, NATIVE, HEAP));
    command.addAll(List.of("-cp", property("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
