package org.lede.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lede.index.ArticleIndex;
import org.lede.index.IndexStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lede stats}: how large an index is. */
@Command(
    name = "stats",
    description =
        "Tells how large an index is: articles, segments, bytes by part, values of each facet,"
            + " memory.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Parts: articles (as they were added), words (what finds them), values (facets and ids, to"
          + " count",
      "and to order by), dates, other."
    })
final class StatsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Override
  public Integer call() {
    try (ArticleIndex index = source.open()) {
      if (source.json) {
        writeJson(index.stats());
      } else {
        writePage(index.stats());
      }
      return 0;
    }
  }

  private void writeJson(IndexStats stats) {
    Map<String, Long> values = new LinkedHashMap<>();
    stats.values().forEach((facet, count) -> values.put(facet.name(), count));
    Json.write(
        spec.commandLine().getOut(),
        Json.object(
            "articles", stats.articles(),
            "segments", stats.segments(),
            "bytes", stats.bytes(),
            "values", values,
            "facetBytes", stats.facetBytes(),
            "memoryBytes", stats.memoryBytes()));
  }

  private void writePage(IndexStats stats) {
    Terminal terminal = Lede.terminal(spec);
    row(terminal, "articles", "%,d".formatted(stats.articles()));
    row(terminal, "segments", "%,d".formatted(stats.segments()));
    row(
        terminal,
        "on disk",
        size(stats.bytes().values().stream().mapToLong(Long::longValue).sum()));
    stats.bytes().forEach((part, bytes) -> row(terminal, "  " + part, size(bytes)));
    stats
        .values()
        .forEach((facet, count) -> row(terminal, "values of " + facet, "%,d".formatted(count)));
    row(terminal, "memory held", size(stats.memoryBytes()));
    row(terminal, "  for facets", size(stats.facetBytes()));
  }

  private static void row(Terminal terminal, String name, String value) {
    terminal.line("%-24s %14s".formatted(name, value));
  }

  private static String size(long bytes) {
    if (bytes < 10_000) {
      return "%,d B".formatted(bytes);
    }
    return bytes < 10_000_000
        ? "%,.1f kB".formatted(bytes / 1e3)
        : "%,.1f MB".formatted(bytes / 1e6);
  }
}
