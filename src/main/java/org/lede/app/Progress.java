package org.lede.app;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lede.index.ProgressListener;
import org.lede.ingest.JsonLines;

/** Shows how far the reading of a file has come, if somebody watches standard error. */
final class Progress implements ProgressListener, AutoCloseable {
  private static final long MEGABYTE = 1 << 20;

  private final JsonLines articles;
  private final @Nullable ProgressBar bar;

  private Progress(JsonLines articles, @Nullable ProgressBar bar) {
    this.articles = articles;
    this.bar = bar;
  }

  /** Returns the progress of a file of so many bytes; a negative number if that is not known. */
  static Progress of(JsonLines articles, long bytes) {
    return new Progress(articles, Terminal.isWatched() ? bar(articles.name(), bytes) : null);
  }

  private static ProgressBar bar(String name, long bytes) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(bytes)
        .setUnit("MB", MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public void taken(long number) {
    if (bar != null) {
      bar.stepTo(articles.bytesRead());
      bar.setExtraMessage(String.format(Locale.ROOT, " %,d articles", number));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
