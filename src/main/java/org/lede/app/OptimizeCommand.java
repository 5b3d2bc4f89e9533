package org.lede.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lede.index.ArticleIndex;
import org.lede.index.IndexStats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lede optimize}: makes an index faster that is not written to for a while. */
@Command(
    name = "optimize",
    description =
        "Merges an index into one segment in which articles that are alike stand together: it gets"
            + " smaller, and searches get faster, until more is written.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Meanwhile it needs room for one and a half times the index more. Stopping the program loses"
          + " nothing."
    })
final class OptimizeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin IndexToRead source = new IndexToRead();

  @Override
  public Integer call() {
    long start = System.nanoTime();
    IndexStats before = stats(); // fails, rather than make an index, if there is none
    try (ArticleIndex index = ArticleIndex.open(source.folder);
        OptimizeBar bar = OptimizeBar.start()) {
      index.optimize(bar);
    }
    IndexStats after = stats();
    double seconds = (System.nanoTime() - start) / 1e9;
    PrintWriter out = spec.commandLine().getOut();
    if (source.json) {
      Json.write(
          out,
          Json.object(
              "segmentsBefore", before.segments(),
              "segments", after.segments(),
              "bytesBefore", bytes(before),
              "bytes", bytes(after),
              "seconds", Math.round(seconds * 1000) / 1000.0));
    } else {
      out.printf(
          Locale.ROOT,
          "%,d segments of %,.1f MB are one of %,.1f MB now, in %.1f s: %s%n",
          before.segments(),
          bytes(before) / 1e6,
          bytes(after) / 1e6,
          seconds,
          source.folder);
    }
    return 0;
  }

  private IndexStats stats() {
    try (ArticleIndex index = source.open()) {
      return index.stats();
    }
  }

  private static long bytes(IndexStats stats) {
    return stats.bytes().values().stream().mapToLong(Long::longValue).sum();
  }
}
