package org.lede.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lede.index.ArticleIndex;
import org.lede.search.Cursor;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede search}: asks an index. */
@Command(
    name = "search",
    description = "Finds articles, and counts them by facet and by time.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "What a query can hold; an empty one finds every article:",
      "  internet blackout            both words, in any order and form",
      "  \"internet blackout\"          the phrase;  \"blackout internet\"~3  loosely",
      "  cable AND (baltic OR tonga)  either;  -football  not;  \\NOT  the word itself",
      "  censor*  w?reless  ~vodafon  starts so; a letter open; spelt almost so",
      "  headline:cable               in lead: and body: as well;  byline:\"Omar Haddad\"",
      "  satellite near/3 phone       close together;  red before/1 sea  in this order",
      "  apple same/sentence google   in one sentence, or same/paragraph",
      "  atleast/2 starlink           twice or more;  first/50:starlink  early on",
      "  country:Iran topic:internet  about a value of a facet;  about/0.9:RU  mentions:RU",
      "  published:2023-08..2023-10   when;  published:>=2025-09-04  published:last/7d",
      "  like:fx-010                  articles like that one",
      "",
      "Examples:",
      "  lede search --in archive '\"internet blackout\" country:Iran'",
      "  lede search --in archive --select topic=internet --from 2023-08-01 --order newest ''",
      "  lede search --in archive --timeline month --facets topic --tree 2 censorship",
      "  lede search --in archive -- -football regulator"
    })
final class SearchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Mixin SearchOptions options = new SearchOptions();

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = DeadlineReader.class,
      description =
          "How long it may take, such as 200ms, 2s or 1m; what was found until then is shown.")
  @Nullable Duration deadline;

  @Option(
      names = "--cursor",
      paramLabel = "TEXT",
      description =
          "Goes on where an earlier page ended; it told this text. Nothing else may differ but the"
              + " limit and what is counted.")
  @Nullable String cursor;

  @Option(
      names = "--why",
      description = "Tells of each hit which parts of the query it matches, and how often where.")
  boolean why;

  @Mixin CountOptions counts = new CountOptions();

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to find.")
  List<String> query = new ArrayList<>();

  @Override
  public Integer call() {
    String typed = String.join(" ", query);
    try (ArticleIndex index = source.open()) {
      Search search = Lede.checked(spec, () -> search(typed, index));
      SearchResult result = index.search(search);
      if (source.json) {
        Json.write(spec.commandLine().getOut(), ResultJson.of(search, result));
      } else {
        Notes.write(spec.commandLine().getErr(), typed, result.notices());
        new ResultPage(Lede.terminal(spec)).write(search, result);
      }
    }
    return 0;
  }

  private Search search(String typed, ArticleIndex index) {
    Search search = ResultPage.shown(options.search(typed, index)).withPages();
    search = counts.counted(search, KnownFacets.of(index));
    search = why ? search.withMatches() : search;
    search = deadline == null ? search : search.deadline(deadline);
    return cursor == null ? search : search.after(new Cursor(cursor));
  }
}
