package org.lede.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lede.Facet;
import org.lede.index.ArticleIndex;
import org.lede.ingest.JsonLines;
import org.lede.query.Query;
import org.lede.query.Query.Published;
import org.lede.search.Interval;
import org.lede.search.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lede demo}: five questions to the articles that come with the project. */
@Command(
    name = "demo",
    description =
        "Indexes the articles that come with the project into a temporary folder and asks them five"
            + " questions.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Keeps the index in this folder, so that you can ask it questions of your own.")
  @Nullable Path kept;

  @Override
  public Integer call() throws IOException {
    Path articles = fixtures().resolve("articles.jsonl");
    if (!Files.exists(articles)) {
      throw new NoSuchFileException(articles + "; run the demo from the folder of the project");
    }
    if (kept != null) {
      run(articles, kept);
      return 0;
    }
    Path folder = Files.createTempDirectory("lede-demo");
    try {
      run(articles, folder);
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static Path fixtures() {
    return Path.of(System.getProperty("lede.fixtures", "index-fixtures"));
  }

  private void run(Path articles, Path folder) throws IOException {
    Terminal terminal = Lede.terminal(spec);
    try (JsonLines lines = JsonLines.open(articles);
        ArticleIndex index = ArticleIndex.open(folder)) {
      long added = index.addAll(lines).added();
      index.commit();
      index.refresh();
      terminal.paragraph(
          "",
          "Lede has just read %d invented news articles about telecoms and internet policy, in seven languages, into an index. Here are five questions, each with the command that asks it."
              .formatted(added));
      ask(terminal, index);
    }
    if (kept != null) {
      terminal.line();
      terminal.line(
          "The index is in " + folder + ": ask it with  lede search --in " + folder + " QUERY");
    }
  }

  private static void ask(Terminal terminal, ArticleIndex index) {
    Questions questions = new Questions(terminal, index);
    Search blackout = Search.of(Query.phrase("internet blackout"));
    questions.ask(
        "Which articles hold the phrase \"internet blackout\", its words side by side, and where in"
            + " the world?",
        "lede search --in DIR '\"internet blackout\"'",
        blackout.facets(Facet.COUNTRY));
    questions.ask(
        "And which of them are about Iran? An article that only mentions Iran in passing does not"
            + " count.",
        "lede search --in DIR '\"internet blackout\" country:Iran'",
        Search.of(Query.phrase("internet blackout").and(Query.about(Facet.COUNTRY, "Iran")))
            .facets(Facet.TOPIC));
    questions.ask(
        "What is there about the internet? Topics are a tree: an article about internet/shutdown is"
            + " about internet too.",
        "lede search --in DIR topic:internet",
        Search.of(Query.about(Facet.TOPIC, "internet")).newestFirst().facets(Facet.TOPIC));
    questions.ask(
        "A reader looks for spectrum auctions and has ticked India and Nigeria. The other countries"
            + " keep their counts: they tell what ticking them as well would add.",
        "lede search --in DIR --select country=IN --select country=NG 'spectrum auction'",
        Search.of(Query.words("spectrum auction"))
            .selected(Facet.COUNTRY, "IN", "NG")
            .facets(Facet.COUNTRY, Facet.ORGANISATION));
    questions.ask(
        "What happened to undersea cables in 2024, the latest first, and when was it news?",
        "lede search --in DIR --from 2024-01-01 --to 2024-12-31 --order newest --timeline month"
            + " 'undersea cable'",
        Search.of(Query.words("undersea cable"))
            .published(Published.between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
            .newestFirst()
            .timeline(Interval.MONTH)
            .facets(Facet.COUNTRY));
  }

  /** Asks one question after the other. */
  private static final class Questions {
    private final Terminal terminal;
    private final ArticleIndex index;
    private int number;

    private Questions(Terminal terminal, ArticleIndex index) {
      this.terminal = terminal;
      this.index = index;
    }

    private void ask(String question, String command, Search search) {
      number++;
      terminal.line();
      terminal.line(terminal.faint("-".repeat(Terminal.WIDTH)));
      terminal.paragraph(number + ". ", terminal.bold(question));
      terminal.line("   " + terminal.faint("$ " + command));
      terminal.line();
      Search brief = ResultPage.shown(search.limit(3).facetSize(6).withExactTotal());
      new ResultPage(terminal).write(brief, index.search(brief));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::deleteOne);
    } catch (UncheckedIOException e) {
      throw new IOException("could not delete the temporary folder " + folder, e);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + file, e);
    }
  }
}
