package org.lede.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.query.Zone;
import org.lede.search.Completeness.Partial;
import org.lede.search.Completeness.Stage;
import org.lede.search.Cursor;
import org.lede.search.Hit;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;
import org.lede.search.Total;

/** Shows what a search found, as a person likes to read it. */
final class ResultPage {
  /** How long a passage may be, in characters. */
  private static final int PASSAGE = 320;

  private final Terminal terminal;

  ResultPage(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Asks for what the page shows of each article. */
  static Search shown(Search search) {
    return search.snippets(1, PASSAGE);
  }

  void write(Search search, SearchResult result) {
    boolean first = search.after().equals(Cursor.START);
    terminal.line(terminal.bold(summary(result, first)));
    if (result.completeness() instanceof Partial(var stage)) {
      terminal.paragraph("", late(stage));
    }
    result
        .didYouMean()
        .ifPresent(
            text -> terminal.paragraph("did you mean: ", terminal.bold(Terminal.plain(text))));
    int number = 1;
    for (Hit hit : result.hits()) {
      write(first ? "%3d. ".formatted(number++) : "   - ", hit);
    }
    search
        .timelines()
        .forEach(request -> new TimelineChart(terminal).write(request, result.timeline()));
    result.facets().stream()
        .filter(counts -> !counts.values().isEmpty())
        .forEach(counts -> new FacetChart(terminal, counts).write());
    result.next().ifPresent(this::tellMore);
  }

  private static String summary(SearchResult result, boolean first) {
    long total = result.total().count();
    if (result.total().equals(new Total.AtLeast(0))) {
      return "no article found in time";
    }
    int shown = result.hits().size();
    String which =
        shown == 0
            ? ""
            : !first
                ? ", the next %,d:".formatted(shown)
                : shown < total ? ", the first %,d:".formatted(shown) : ":";
    return "%s%,d %s%s"
        .formatted(
            result.total() instanceof Total.AtLeast ? "at least " : "",
            total,
            total == 1 ? "article" : "articles",
            which);
  }

  private static String late(Stage stage) {
    return "the deadline came while "
        + switch (stage) {
          case QUERY -> "reading the query, so nothing was looked for";
          case HITS -> "looking for the best hits, and nothing was counted";
          case COUNTS -> "counting; the counts are of what was found until then";
          case TIMELINE -> "counting by time; the timeline is of what was counted until then";
          case ARTICLES -> "reading the articles, so some of those found are not shown";
        }
        + "; give it more time with --deadline";
  }

  private void tellMore(Cursor next) {
    terminal.line();
    terminal.line("more: --cursor " + next);
  }

  private void write(String before, Hit hit) {
    terminal.line();
    String headline =
        hit.snippets().stream()
            .filter(snippet -> snippet.zone() == Zone.Part.HEADLINE)
            .map(terminal::marked)
            .findFirst()
            .orElse("(no headline)");
    terminal.paragraph(before, headline);
    terminal.line("     " + terminal.faint(origin(hit.article())));
    hit.snippets().stream()
        .filter(snippet -> snippet.zone() != Zone.Part.HEADLINE)
        .forEach(snippet -> write(snippet, hit.article()));
    hit.matches().forEach(match -> terminal.line("     " + terminal.faint(Why.text(match))));
  }

  private void write(Snippet snippet, Article article) {
    terminal.paragraph(
        "     ", terminal.marked(snippet) + (goesOn(snippet, article) ? " ..." : ""));
  }

  /** Tells whether a passage ends within a sentence. */
  private static boolean goesOn(Snippet snippet, Article article) {
    String text = snippet.zone() == Zone.Part.LEAD ? article.lead() : article.body();
    int end = snippet.start() + snippet.text().length();
    return snippet.zone() != Zone.Part.BYLINE
        && Character.isLetterOrDigit(text.codePointBefore(end))
        && end < text.length()
        && !Character.isISOControl(text.charAt(end)); // such as the end of a line
  }

  private static String origin(Article article) {
    String day = article.published().map(ResultPage::day).orElse("undated");
    return Stream.of(day, article.source(), article.id())
        .map(Terminal::plain)
        .filter(part -> !part.isEmpty())
        .reduce((left, right) -> left + "  " + right)
        .orElse("");
  }

  private static String day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
