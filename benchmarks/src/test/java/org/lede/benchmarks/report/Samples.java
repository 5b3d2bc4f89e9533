package org.lede.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small results, in the shape of the files in which they are kept. */
final class Samples {
  static final String GROWTH =
      """
      [
        {"engine": "lede", "articles": 1000, "kind": "phrase", "micros": 50, "diskBytes": 2000000},
        {"engine": "lede", "articles": 100000, "kind": "phrase", "micros": 500, "diskBytes": 200000000},
        {"engine": "lucene", "articles": 1000, "kind": "phrase", "micros": 80},
        {"engine": "lucene", "articles": 100000, "kind": "phrase", "micros": 8000}
      ]
      """;

  static final String LATENCY =
      """
      [
        {"engine": "lede", "requestsPerSecond": 50, "writesPerSecond": 10,
         "percentiles": {"50": 2.5, "99": 12, "99.9": 30, "max": 1200}},
        {"engine": "lucene", "requestsPerSecond": 50, "writesPerSecond": 10,
         "percentiles": {"50": 3, "90": 9}}
      ]
      """;

  static final String ENVIRONMENT =
      """
      {
        "date": "2026-11-25T12:34:56Z",
        "commit": "0123456789abcdef",
        "dirty": true,
        "machine": {"processor": "Abacus & Sons", "cores": 2, "memoryBytes": 25769803776, "system": "Linux 6.1"},
        "jdk": {"vendor": "Temurin", "version": "25.0.3+9", "flags": ["-Xmx4g"]},
        "lede": "0.1.0",
        "lucene": "10.5.0",
        "arguments": ["-f", "1", "PhraseBenchmark"]
      }
      """;

  private Samples() {}

  /** Returns what JMH writes of a benchmark, with an error of half a millisecond. */
  static String jmh(String benchmark, String parameters, String engine, double millis) {
    return """
    {
      "benchmark": "org.lede.benchmarks.%1$s",
      "forks": 2,
      "jvmArgs": ["-Xmx4g", "-Dx=<y>"],
      "vmName": "OpenJDK 64-Bit Server VM",
      "vmVersion": "25.0.3+9",
      "warmupIterations": 4,
      "warmupTime": "3 s",
      "measurementIterations": 5,
      "measurementTime": "1 s",
      "params": {%2$s, "engine": "%3$s"},
      "primaryMetric": {
        "score": %4$s, "scoreError": 0.5, "scoreUnit": "ms/op", "rawData": [[%4$s, 50], [60]]
      },
      "secondaryMetrics": {}
    }
    """
        .formatted(benchmark, parameters, engine, millis);
  }

  /** Returns what JMH writes of words and phrases, of which Lede finds words faster. */
  static String jmh() {
    String words = "\"corpus\": \"generated\", \"articles\": \"1000000\", \"kind\": \"or\"";
    String phrases = "\"corpus\": \"some/where/wire.jsonl.gz\"";
    return "["
        + String.join(
            ",",
            jmh("BooleanBenchmark.tenBest", words, "lede", 20),
            jmh("BooleanBenchmark.tenBest", words, "lucene", 30),
            jmh("BooleanBenchmark.tenBest", words, "solr", 20.4),
            jmh("PhraseBenchmark.tenBest", phrases, "lede", 40),
            jmh("PhraseBenchmark.tenBest", phrases, "lucene", 10))
        + "]";
  }

  /** Writes all of these into a folder. */
  static Path writtenTo(Path folder) throws IOException {
    Files.writeString(folder.resolve("jmh.json"), jmh());
    Files.writeString(folder.resolve("growth.json"), GROWTH);
    Files.writeString(folder.resolve("latency.json"), LATENCY);
    Files.writeString(folder.resolve("environment.json"), ENVIRONMENT);
    return folder;
  }
}
