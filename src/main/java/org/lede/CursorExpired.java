package org.lede;

/**
 * A cursor cannot be followed any more, or never could; the message says why. Search again from the
 * start.
 */
public final class CursorExpired extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, and the remedy
   */
  public CursorExpired(String message) {
    super(message);
  }
}
