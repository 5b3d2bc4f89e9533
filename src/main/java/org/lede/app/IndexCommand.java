package org.lede.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.index.BulkReport;
import org.lede.ingest.JsonLines;
import org.lede.ingest.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede index}: reads files of articles into an index. */
@Command(
    name = "index",
    description =
        "Reads articles from JSON Lines into an index. An article whose id is there already"
            + " replaces it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A line is one JSON object with these fields (of several names the first counts):",
      "  id                                   required",
      "  headline | title                     one of headline, lead and body is required",
      "  lead | standfirst | description",
      "  body | text | articleBody            paragraphs apart by a blank line",
      "  published | date | datePublished     ISO 8601, or a plain date; without an offset it is"
          + " UTC",
      "  source | publisher,  url | link,  bylines | authors | author | byline",
      "  language | lang | inLanguage         such as en",
      "  countries | country                  codes, names or aliases",
      "  organisations | organizations",
      "  topics                               paths such as internet/censorship",
      "  tags                                 of your own: [{\"facet\": \"desk\", \"value\":"
          + " \"Night\"}]",
      "Countries, organisations and topics are texts, or {\"value\": \"IR\", \"salience\": 0.9}.",
      "",
      "Exit codes: 0 all were taken, 3 some were rejected, 2 wrong usage, 1 it could not work.",
      "",
      "Example:  lede index --into archive articles.jsonl.gz"
    })
final class IndexCommand implements Callable<Integer> {
  private static final int SOME_REJECTED = 3;
  private static final int SHOWN = 20;

  @Spec CommandSpec spec;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the index; made if there is none.")
  Path folder;

  @Option(names = "--json", description = "Report as JSON.")
  boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of articles, .jsonl or .jsonl.gz; - is standard input.")
  List<String> files;

  private long added;
  private long replaced;
  private long rejected;
  private long noticed;
  private final List<Problem> rejects = new ArrayList<>();
  private final List<Problem> notices = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    checkFiles();
    long start = System.nanoTime();
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      for (String file : files) {
        add(index, file);
      }
      index.commit();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (json) {
      writeJson(seconds);
    } else {
      writePage(seconds);
    }
    return rejected == 0 ? 0 : SOME_REJECTED;
  }

  /** Finds a wrong name before hours are spent on the files before it. */
  private void checkFiles() throws IOException {
    for (String file : files) {
      if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
        throw new IOException("there is no file " + file + " that can be read");
      }
    }
  }

  private void add(ArticleIndex index, String file) throws IOException {
    try (JsonLines articles = open(file);
        Progress progress = Progress.of(articles, size(file))) {
      BulkReport report = index.addAll(articles, progress);
      added += report.added();
      replaced += report.replaced();
      rejected += articles.rejected() + report.rejected();
      noticed += articles.noticed();
      rejects.addAll(articles.rejects());
      for (BulkReport.Reject reject : report.rejects()) {
        rejects.add(
            new Problem(
                articles.name(), articles.line(reject.position()), reject.id(), reject.reason()));
      }
      notices.addAll(articles.notices());
    }
  }

  private static JsonLines open(String file) throws IOException {
    InputStream input = System.in;
    return file.equals("-") ? JsonLines.of("standard input", input) : JsonLines.open(Path.of(file));
  }

  private static long size(String file) throws IOException {
    return file.equals("-") ? -1 : Files.size(Path.of(file));
  }

  private void writeJson(double seconds) {
    Json.write(
        spec.commandLine().getOut(),
        Json.object(
            "added",
            added,
            "replaced",
            replaced,
            "rejected",
            rejected,
            "rejects",
            rejects.stream().map(problem -> object(problem, "reason")).toList(),
            "notices",
            notices.stream().map(problem -> object(problem, "message")).toList(),
            "seconds",
            Math.round(seconds * 1000) / 1000.0));
  }

  private static Map<String, @Nullable Object> object(Problem problem, String message) {
    return Json.object(
        "file",
        problem.file(),
        "line",
        problem.line(),
        "id",
        problem.id(),
        message,
        problem.message());
  }

  private void writePage(double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d added, %,d replaced, %,d rejected in %.1f s: %s%n",
        added,
        replaced,
        rejected,
        seconds,
        folder);
    PrintWriter err = spec.commandLine().getErr();
    writeProblems(err, "rejected", rejects, rejected);
    writeProblems(err, "note", notices, noticed);
  }

  private static void writeProblems(
      PrintWriter err, String kind, List<Problem> problems, long count) {
    problems.stream()
        .limit(SHOWN)
        .forEach(problem -> err.println(kind + ": " + Terminal.plain(problem.toString())));
    if (count > SHOWN) {
      err.printf(Locale.ROOT, "%s: and %,d more; --json lists them%n", kind, count - SHOWN);
    }
  }
}
