package org.lede.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.query.Query;
import org.lede.search.Search;
import org.lede.search.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede suggest}: what a person may want to type on. */
@Command(
    name = "suggest",
    description =
        "Suggests what to type on: countries, organisations, topics and headlines, each with how"
            + " many articles it finds and the query for it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:  lede suggest --in archive --select country=IR vodaf"})
final class SuggestCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most suggestions; ${DEFAULT-VALUE} unless told.")
  int limit;

  @Mixin Narrowing narrowing = new Narrowing();

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What was typed so far.")
  List<String> text;

  @Override
  public Integer call() {
    try (ArticleIndex index = source.open()) {
      List<Suggestion> suggestions = Lede.checked(spec, () -> suggestions(index));
      if (source.json) {
        Json.write(
            spec.commandLine().getOut(),
            Json.object("suggestions", suggestions.stream().map(SuggestCommand::object).toList()));
      } else {
        write(suggestions, Lede.terminal(spec));
      }
    }
    return 0;
  }

  private List<Suggestion> suggestions(ArticleIndex index) {
    Search within = narrowing.narrowed(Search.of(Query.everything()), index);
    return index.suggest(String.join(" ", text), within, limit);
  }

  private static Map<String, @Nullable Object> object(Suggestion suggestion) {
    return Json.object(
        "kind", kind(suggestion),
        "text", suggestion.text(),
        "label", suggestion.label(),
        "count", suggestion.count());
  }

  private static String kind(Suggestion suggestion) {
    return suggestion.kind().name().toLowerCase(Locale.ROOT);
  }

  private static void write(List<Suggestion> suggestions, Terminal terminal) {
    if (suggestions.isEmpty()) {
      terminal.line("nothing to suggest");
    }
    for (Suggestion suggestion : suggestions) {
      String label = terminal.bold(Terminal.plain(suggestion.label()));
      String query =
          suggestion.kind() == Suggestion.Kind.HEADLINE // says the same once more
              ? ""
              : "  " + terminal.faint(Terminal.plain(suggestion.text()));
      terminal.paragraph(
          "%-12s %,7d  ".formatted(kind(suggestion), suggestion.count()), label + query);
    }
  }
}
