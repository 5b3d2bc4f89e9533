package org.lede;

/** The index on disk was written by a version too old to be read; nothing was changed. */
public final class IndexTooOld extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public IndexTooOld(String message) {
    super(message);
  }
}
