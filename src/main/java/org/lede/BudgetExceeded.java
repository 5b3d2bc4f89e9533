package org.lede;

/**
 * A query built by a program is larger than the engine allows; the message names the limit and the
 * actual size.
 */
public final class BudgetExceeded extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public BudgetExceeded(String message) {
    super(message);
  }
}
