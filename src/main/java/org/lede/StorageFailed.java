package org.lede;

/**
 * Reading or writing files failed, such as on a full disk; what was committed before is still
 * there.
 */
public final class StorageFailed extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   * @param cause what was thrown below
   */
  public StorageFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
