package org.lede.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.search.Hit;
import org.lede.search.Miss;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede explain}: why an article is found, or not. */
@Command(
    name = "explain",
    description = "Tells why a search finds an article, or why not.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Give it the query and the options of the search; lede search --help tells about both.",
      "",
      "Example:  lede explain --in archive --select country=IR fx-003 '\"internet blackout\"'"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Mixin SearchOptions options = new SearchOptions();

  @Parameters(index = "0", paramLabel = "ID", description = "The id of the article.")
  String id;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "What was looked for.")
  List<String> query = new ArrayList<>();

  @Override
  public Integer call() {
    String typed = String.join(" ", query);
    try (ArticleIndex index = source.open()) {
      Search search = Lede.checked(spec, () -> options.search(typed, index));
      Explanation explanation = explanation(search, index);
      if (source.json) {
        Json.write(spec.commandLine().getOut(), json(explanation));
      } else {
        Notes.write(spec.commandLine().getErr(), typed, explanation.result.notices());
        write(explanation, Lede.terminal(spec));
      }
    }
    return 0;
  }

  /**
   * What there is to tell.
   *
   * @param result what the search finds, ids only
   * @param misses why the article is not among the hits
   * @param rank its place among all that is found, from 1; 0 if it is not found or too far down
   * @param hit the article as a hit, if it has a rank
   */
  private record Explanation(SearchResult result, List<Miss> misses, int rank, Optional<Hit> hit) {}

  private Explanation explanation(Search search, ArticleIndex index) {
    SearchResult result = index.search(search.withIdsOnly());
    List<Miss> misses = index.explainMiss(id, search);
    int rank = misses.isEmpty() ? result.ids().indexOf(id) + 1 : rank(misses);
    return new Explanation(result, misses, rank, hit(rank, search, index));
  }

  private static int rank(List<Miss> misses) {
    return misses.getFirst() instanceof Miss.RankedLower(var rank, var limit)
            && rank != Miss.RankedLower.BEYOND
        ? rank
        : 0;
  }

  /** Returns the hit of a rank, without reading the articles that come before it. */
  private static Optional<Hit> hit(int rank, Search search, ArticleIndex index) {
    Search one = search.limit(1).withMatches();
    if (rank < 2) {
      return rank == 0 ? Optional.empty() : index.search(one).hits().stream().findFirst();
    }
    return index
        .search(search.limit(rank - 1).withIdsOnly().withPages())
        .next()
        .flatMap(behind -> index.search(one.after(behind)).hits().stream().findFirst());
  }

  private Map<String, @Nullable Object> json(Explanation explanation) {
    Map<String, @Nullable Object> json =
        Json.object(
            "id", id,
            "query", explanation.result.query().toString(),
            "total", explanation.result.total().count(),
            "found", explanation.hit.isPresent());
    explanation.hit.ifPresent(hit -> {
      json.put("rank", explanation.rank);
      json.put("score", hit.score());
      json.put("matches", ResultJson.matches(hit));
    });
    json.put(
        "misses",
        explanation.misses.stream()
            .map(miss -> Json.object("kind", kind(miss), "text", miss.text()))
            .toList());
    json.put("notices", ResultJson.notices(explanation.result.notices()));
    return json;
  }

  private static String kind(Miss miss) {
    return switch (miss) {
      case Miss.NoSuchArticle none -> "no_such_article";
      case Miss.Unmatched unmatched -> "unmatched";
      case Miss.Excluded excluded -> "excluded";
      case Miss.OutOfTime out -> "out_of_time";
      case Miss.NotSelected not -> "not_selected";
      case Miss.RankedLower lower -> "ranked_lower";
    };
  }

  private static void write(Explanation explanation, Terminal terminal) {
    String query = Terminal.plain(explanation.result.query().toString());
    terminal.paragraph("the query was read as: ", terminal.faint(query));
    if (explanation.misses.isEmpty()) {
      terminal.line(
          terminal.bold(
              "it is found as number %,d of %,d"
                  .formatted(explanation.rank, explanation.result.total().count())));
    }
    explanation.misses.forEach(
        miss -> terminal.paragraph("", terminal.bold(Terminal.plain(miss.text()))));
    explanation.hit.ifPresent(hit -> {
      hit.matches().forEach(match -> terminal.line(Why.text(match)));
      if (hit.score() > 0) {
        terminal.line("its score is %.3f".formatted(hit.score()));
      }
    });
  }
}
