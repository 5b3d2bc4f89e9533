package org.lede;

/** The files of an index are incomplete or do not fit together. */
public final class IndexDamaged extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   * @param cause what was thrown below
   */
  public IndexDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
