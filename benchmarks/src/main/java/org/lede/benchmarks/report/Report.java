package org.lede.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lede.benchmarks.Run;

/**
 * Makes a report of results: {@code report.html}, one page with charts that needs nothing else;
 * {@code ratios.svg}, its first chart, where something was compared; and {@code table.md}.
 *
 * <p>Run: {@code ./report [FOLDER or FILE ...]}. A folder is one that {@link Run} made; its report
 * goes into it. Files are results of JMH; all of them become one report in the folder of the first.
 * Without an argument, it is of the newest folder under {@code results}.
 */
public final class Report {
  private final Results results;

  private Report(Results results) {
    this.results = results;
  }

  /**
   * Makes the reports and prints where they are, or why one cannot be made.
   *
   * @param args folders or files of results
   * @throws IOException if a report cannot be written
   */
  public static void main(String[] args) throws IOException {
    try {
      write(
          args.length > 0
              ? Arrays.stream(args).map(Path::of).toArray(Path[]::new)
              : new Path[] {newest(Run.results())});
    } catch (NoResults e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Makes the reports of folders, and one of all files. */
  static void write(Path... paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        new Report(Results.in(path)).writeTo(path);
      } else {
        files.add(path);
      }
    }
    if (!files.isEmpty()) {
      Results results = Results.of(files);
      new Report(results).writeTo(files.getFirst().resolveSibling(""));
    }
  }

  /** Returns the folder whose run began last. */
  static Path newest(Path folders) throws IOException {
    try (Stream<Path> all = Files.list(folders)) {
      return all.filter(Files::isDirectory)
          .max(Comparator.comparing(Results::date))
          .orElseThrow(() ->
              new NoResults(
                  "there is no folder of results in %s; make one with ./run".formatted(folders)));
    }
  }

  private void writeTo(Path folder) throws IOException {
    Page page = Page.of(results);
    write(folder.resolve("report.html"), page.html());
    write(folder.resolve("table.md"), String.join("\n", results.tables()) + "\n");
    if (page.hasRatios()) {
      write(folder.resolve("ratios.svg"), page.ratios());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    System.out.println(file);
  }
}
