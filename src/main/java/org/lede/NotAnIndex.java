package org.lede;

/** The folder holds something other than an index of this library; nothing was changed. */
public final class NotAnIndex extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public NotAnIndex(String message) {
    super(message);
  }
}
