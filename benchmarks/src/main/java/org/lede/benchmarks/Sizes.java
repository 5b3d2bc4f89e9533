package org.lede.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexFileNames;
import org.lede.index.ArticleIndex;

/**
 * Prints a table in Markdown of how much room the indexes of Lede and of plain Lucene take: on
 * disk, in all and by what the files are for, and in memory for facets.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp target/benchmarks.jar
 * org.lede.benchmarks.Sizes}, with the number of articles, the corpus, and {@code true} for merged
 * indexes, if they shall be others than 1,000,000, {@code generated} and {@code false}. Indexes
 * that are not there are made.
 */
final class Sizes {
  private static final long ARTICLES = 1_000_000;

  private Sizes() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    long limit = args.length > 0 ? Long.parseLong(args[0]) : ARTICLES;
    String corpus = args.length > 1 ? args[1] : Corpus.GENERATED;
    boolean optimized = args.length > 2 && Boolean.parseBoolean(args[2]);
    table(new IndexCache(new Corpus(corpus, limit), optimized)).forEach(System.out::println);
  }

  /** Makes the table. */
  static List<String> table(IndexCache cache) throws IOException {
    Path lede = cache.filled(Engines.LEDE);
    Path lucene = cache.filled(Engines.LUCENE);
    try (ArticleIndex index = ArticleIndex.openReadOnly(lede);
        LuceneEngine engine = LuceneEngine.open(lucene, 1)) {
      long articles = Math.max(index.size(), 1);
      List<String> lines = new ArrayList<>();
      lines.add(
          "| of %,d articles | lede, MB | lucene, MB | lede, bytes an article | lucene, bytes an"
                  .formatted(index.size())
              + " article |");
      lines.add("|---|---:|---:|---:|---:|");
      SequencedMap<String, Long> ours = onDisk(lede);
      SequencedMap<String, Long> theirs = onDisk(lucene);
      lines.add(line("on disk", sum(ours), sum(theirs), articles));
      ours.forEach((part, bytes) ->
          lines.add(line("... " + part, bytes, theirs.getOrDefault(part, 0L), articles)));
      lines.add(
          line(
              "in memory, for facets", index.stats().memoryBytes(), engine.facetBytes(), articles));
      return lines;
    }
  }

  private static String line(String what, long ours, long theirs, long articles) {
    return "| %s | %.1f | %.1f | %d | %d |"
        .formatted(what, ours / 1e6, theirs / 1e6, ours / articles, theirs / articles);
  }

  static long sum(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the bytes of the files in a folder, by what they are for. */
  static SequencedMap<String, Long> onDisk(Path folder) throws IOException {
    SequencedMap<String, Long> bytes = new LinkedHashMap<>();
    for (String part :
        List.of("stored articles", "words", "values", "dates and other points", "other")) {
      bytes.put(part, 0L);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.merge(part(String.valueOf(file.getFileName())), Files.size(file), Long::sum);
      }
    }
    return bytes;
  }

  /** Tells what a file is for (source: the package {@code org.apache.lucene.codecs.lucene104}). */
  private static String part(String file) {
    return switch (String.valueOf(IndexFileNames.getExtension(file))) {
      case "fdt", "fdx", "fdm" -> "stored articles";
      case "doc", "pos", "pay", "tim", "tip", "tmd", "psm", "nvd", "nvm" -> "words";
      case "dvd", "dvm", "dvs" -> "values";
      case "kdd", "kdi", "kdm" -> "dates and other points";
      default -> "other";
    };
  }
}
