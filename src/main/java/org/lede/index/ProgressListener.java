package org.lede.index;

/** Is told how far a long operation has come, on the thread that called it. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Is called now and then, and once at the end.
   *
   * @param articles how many articles were taken so far
   */
  void taken(long articles);
}
