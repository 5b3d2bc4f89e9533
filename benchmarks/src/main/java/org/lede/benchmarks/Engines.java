package org.lede.benchmarks;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The engines that can be measured: Lede, plain Lucene, and those that a profile adds. */
final class Engines {
  static final EngineProvider LEDE = new LedeProvider();

  /** The one that all others are compared with. */
  static final EngineProvider LUCENE = new LuceneProvider();

  private Engines() {}

  /** Returns all engines. */
  static List<EngineProvider> all() {
    Stream<EngineProvider> added =
        ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get);
    return Stream.concat(Stream.of(LEDE, LUCENE), added).toList();
  }

  /**
   * Returns the engine with a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static EngineProvider named(String name) {
    return all().stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no engine \"%s\", only %s; others need their Maven profile"
                    .formatted(name, all().stream().map(EngineProvider::name).toList())));
  }
}
