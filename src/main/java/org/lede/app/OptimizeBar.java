package org.lede.app;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lede.index.OptimizeListener;
import org.lede.index.OptimizeProgress;

/** Shows how far optimizing has come, if somebody watches standard error. */
final class OptimizeBar implements OptimizeListener, AutoCloseable {
  private static final int STEPS = 1_000;

  private final @Nullable ProgressBar bar;

  private OptimizeBar(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static OptimizeBar start() {
    return new OptimizeBar(Terminal.isWatched() ? bar() : null);
  }

  private static ProgressBar bar() {
    return new ProgressBarBuilder()
        .setTaskName("optimize")
        .setInitialMax(STEPS)
        .hideEta() // as the stages do not advance evenly
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public boolean goesOn(OptimizeProgress progress) {
    if (bar != null) {
      bar.stepTo(Math.round(progress.fraction() * STEPS));
      bar.setExtraMessage(" " + progress.stage().name().toLowerCase(Locale.ROOT));
    }
    return true;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
