package org.lede.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lede.Article;
import org.lede.query.Zone;
import org.lede.search.FacetCounts;
import org.lede.search.FacetCounts.Value;
import org.lede.search.Hit;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Snippet;

/** Shows what a search found, as a person likes to read it. */
final class ResultPage {
  private static final int BAR = 24;
  private static final int LABEL = 44;

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

  void write(SearchResult result) {
    long total = result.total().count();
    int shown = result.hits().size();
    String which = shown < total ? ", the first %,d:".formatted(shown) : shown > 0 ? ":" : "";
    terminal.line(
        terminal.bold("%,d %s%s".formatted(total, total == 1 ? "article" : "articles", which)));
    int number = 1;
    for (Hit hit : result.hits()) {
      write(number++, hit);
    }
    result.facets().stream().filter(counts -> !counts.values().isEmpty()).forEach(this::write);
  }

  private void write(int number, Hit hit) {
    terminal.line();
    String headline =
        hit.snippets().stream()
            .filter(snippet -> snippet.zone() == Zone.Part.HEADLINE)
            .map(terminal::marked)
            .findFirst()
            .orElse("(no headline)");
    terminal.paragraph("%3d. ".formatted(number), headline);
    terminal.line("     " + terminal.faint(origin(hit.article())));
    hit.snippets().stream()
        .filter(snippet -> snippet.zone() != Zone.Part.HEADLINE)
        .forEach(snippet -> write(snippet, hit.article()));
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

  private void write(FacetCounts counts) {
    terminal.line();
    terminal.line(terminal.bold("by " + counts.facet().name()));
    long highest = counts.values().stream().mapToLong(Value::count).max().orElse(1);
    for (Value value : counts.values()) {
      terminal.line(row(counts, value, Math.max(1, highest)));
    }
    long more =
        counts.distinct() - counts.values().stream().filter(value -> value.count() > 0).count();
    if (more > 0) {
      terminal.line(terminal.faint("     and %,d more".formatted(more)));
    }
  }

  private String row(FacetCounts counts, Value value, long highest) {
    String bar = "#".repeat((int) Math.ceilDiv(value.count() * BAR, highest));
    String name = "%-" + LABEL + "s";
    return " %s %s %,7d  %s"
        .formatted(
            value.selected() ? "[x]" : "[ ]",
            name.formatted(shortened(label(counts, value))),
            value.count(),
            terminal.faint(bar));
  }

  private static String label(FacetCounts counts, Value value) {
    if (counts.facet().hierarchical()) {
      return Terminal.plain(
          value.value()); // the path, because the same word may stand on several levels
    }
    String label = counts.facet().label(value.value(), Locale.ENGLISH);
    List<String> parts = new ArrayList<>(List.of(Terminal.plain(label)));
    if (!label.equals(value.value())) {
      parts.add("(" + value.value() + ")");
    }
    return String.join(" ", parts);
  }

  private static String shortened(String label) {
    return label.length() <= LABEL ? label : label.substring(0, LABEL - 3) + "...";
  }
}
