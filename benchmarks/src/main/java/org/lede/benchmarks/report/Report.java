package org.lede.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 *
 * <p>{@code ./report --table FOLDER or FILE ...} prints one short table of all that JMH measured in
 * them, in Markdown, with a column for the articles of each origin.
 */
public final class Report {
  private static final String TABLE = "--table";

  private final Results results;

  private Report(Results results) {
    this.results = results;
  }

  /**
   * Makes the reports and prints where they are, or prints a table, or why there can be none.
   *
   * @param args folders or files of results, and {@code --table} if only a table is wanted
   * @throws IOException if a report cannot be written
   */
  public static void main(String[] args) throws IOException {
    try {
      List<String> names = new ArrayList<>(List.of(args));
      boolean table = names.remove(TABLE);
      List<Path> paths = names.stream().map(Path::of).toList();
      if (paths.isEmpty()) {
        paths = List.of(newest(Run.results()));
      }
      if (table) {
        Tables.origins(Results.comparedIn(paths)).forEach(System.out::println);
      } else {
        write(paths.toArray(Path[]::new));
      }
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
