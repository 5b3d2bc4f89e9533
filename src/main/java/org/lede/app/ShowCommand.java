package org.lede.app;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.Tag;
import org.lede.index.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede show}: one article in full. */
@Command(
    name = "show",
    description = "Shows one article in full.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "--json answers in the form that lede index reads.",
      "",
      "Example:  lede show --in archive fx-001"
    })
final class ShowCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Parameters(paramLabel = "ID", description = "The id of the article.")
  String id;

  @Override
  public Integer call() {
    try (ArticleIndex index = source.open()) {
      Article article = index.article(id).orElse(null);
      if (article == null) {
        spec.commandLine()
            .getErr()
            .println("lede: there is no article " + id + " in " + source.folder);
        return Lede.COULD_NOT_WORK;
      }
      if (source.json) {
        Json.write(spec.commandLine().getOut(), object(article));
      } else {
        write(article, Lede.terminal(spec));
      }
      return 0;
    }
  }

  private static Map<String, @Nullable Object> object(Article article) {
    return Json.object(
        "id", article.id(),
        "source", article.source(),
        "url", article.url(),
        "headline", article.headline(),
        "lead", article.lead(),
        "body", article.body(),
        "bylines", article.bylines(),
        "language", article.language(),
        "published", article.published().map(Instant::toString).orElse(null),
        "tags", article.tags().stream().map(ShowCommand::object).toList());
  }

  private static Map<String, @Nullable Object> object(Tag tag) {
    return Json.object(
        "facet", tag.facet().name(),
        "value", tag.value(),
        "salience", tag.salience(),
        "hierarchical", tag.facet().hierarchical());
  }

  private static void write(Article article, Terminal terminal) {
    terminal.paragraph("", terminal.bold(Terminal.plain(article.headline())));
    terminal.line();
    field(terminal, "id", article.id());
    field(terminal, "published", article.published().map(Instant::toString).orElse(""));
    field(terminal, "source", article.source());
    field(terminal, "by", String.join(", ", article.bylines()));
    field(terminal, "language", article.language());
    field(terminal, "url", article.url());
    for (Tag tag : article.tags()) {
      String label = tag.facet().label(tag.value(), Locale.ENGLISH);
      String value = label.equals(tag.value()) ? label : "%s (%s)".formatted(tag.value(), label);
      field(terminal, tag.facet().name(), "%s, salience %s".formatted(value, tag.salience()));
    }
    (article.lead() + "\n\n" + article.body())
        .lines()
        .map(Terminal::plain)
        .forEach(paragraph -> terminal.paragraph("", paragraph));
  }

  private static void field(Terminal terminal, String name, String value) {
    if (!value.isEmpty()) {
      terminal.line(terminal.faint("%-13s".formatted(name)) + Terminal.plain(value));
    }
  }
}
