package org.lede.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which benchmarks {@link Suite} runs, and how. */
enum Profile {
  /**
   * Every benchmark for a moment on few articles, to see that it runs; says nothing about speed.
   */
  SMOKE(
      "-foe true -f 0 -wi 0 -i 1 -r 50ms -p articles=2000 -p questions=6",
      "Boolean|FacetBenchmark|Near|Timeline|Snippet|Count|Everything|Parser|Syntax|Indexing",
      "Selection -p kind=or",
      "FacetBenchmark -p kind=or -p threads=2",
      "Refresh -bs 2",
      "Phrase -f 1"), // the usual way, in a JVM of its own

  /**
   * What matters most, on 100,000 articles: in some seven minutes on two cores. With less to warm
   * up, it is compilers that race.
   */
  QUICK(
      "-f 1 -wi 4 -w 2 -i 3 -r 1 -p articles=100000",
      "Phrase",
      "Count -p kind=phrase",
      "FacetBenchmark -p threads=1",
      "Selection -p kind=or -p selections=1",
      "Everything",
      "Refresh -wi 1 -i 1 -wbs 10 -bs 20",
      "Boolean",
      "Indexing -wi 1 -i 2 -p engine=lede,lucene -p articles=20000"),

  /**
   * More of what matters most, for a file of some tens of thousands of articles, which must be
   * named by {@code -p corpus=FILE}: in an hour on two cores. A question takes some microseconds
   * there, so compilers need longer until they have seen enough of them, and what they make of it
   * differs from JVM to JVM.
   */
  REAL(
      "-f 2 -wi 10 -w 2 -i 4 -r 1",
      "Phrase|Boolean|Everything",
      "FacetBenchmark -p threads=1",
      "FacetBenchmark -p threads=2 -p kind=or",
      "Count -p kind=phrase",
      "Selection",
      "Refresh -f 1 -wi 1 -i 2 -wbs 10 -bs 20",
      "Indexing -f 1 -wi 3 -i 3 -p threads=2 -p without=NOTHING,PAIRS,TAGS -p engine=lede,lucene",
      "Phrase|Boolean -p optimized=true"),

  /**
   * Every benchmark on a million articles, those that differ little in one of their kinds: in an
   * hour and a half on two cores, half an hour of it to make the indexes.
   */
  FULL(
      "-f 1 -wi 5 -w 2 -i 5 -r 1",
      "Phrase|Boolean|Everything",
      "FacetBenchmark -p threads=1",
      "FacetBenchmark -p threads=2 -p kind=or",
      "Count -p kind=phrase",
      "Selection",
      "Near|Timeline",
      "Snippet -p kind=and",
      "Parser|Syntax",
      "Refresh -wi 1 -i 2 -wbs 30 -bs 60",
      "Indexing -wi 2 -i 3 -p threads=2 -p articles=100000 -p without=NOTHING,PAIRS,TAGS"
          + " -p engine=lede,lucene",
      "Phrase|Boolean -p optimized=true");

  private final String common;

  @SuppressWarnings("ImmutableEnumChecker") // it is a list that cannot be changed
  private final List<String> parts;

  Profile(String common, String... parts) {
    this.common = common;
    this.parts = List.of(parts);
  }

  /** Tells whether a profile has a name, in any letter case. */
  static boolean isNamed(String name) {
    return Stream.of(values()).anyMatch(profile -> profile.name().equalsIgnoreCase(name));
  }

  /**
   * Returns the profile with a name, in any letter case.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Profile named(String name) {
    return Stream.of(values())
        .filter(profile -> profile.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the profile must be smoke, quick, real or full, but is \"" + name + "\""));
  }

  /**
   * Returns what to run.
   *
   * @param options options of JMH that replace those of the profile
   */
  List<Part> parts(List<String> options) {
    Part.Options replaced = Part.Options.of(options);
    Part.Options usual = Part.Options.of(List.of(common.split(" ")));
    return parts.stream().map(text -> Part.of(text).over(usual).under(replaced)).toList();
  }
}
