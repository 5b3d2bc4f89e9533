package org.lede.index;

/**
 * Is told how far optimizing has come, on the thread that called it, and may break it off.
 *
 * <pre>{@code
 * index.optimize(progress -> {
 *   bar.show(progress.stage(), progress.fraction());
 *   return !stopButton.isPressed();
 * });
 * }</pre>
 */
@FunctionalInterface
public interface OptimizeListener {
  /**
   * Is called about ten times a second, whether or not anything has changed, and once at the end if
   * all was done. What it throws breaks optimizing off as well, and reaches the caller then.
   *
   * @param progress how far it has come
   * @return whether to go on; at the end it makes no difference
   */
  boolean goesOn(OptimizeProgress progress);
}
