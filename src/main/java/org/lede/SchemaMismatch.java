package org.lede;

/**
 * The index on disk was written with other fields or settings, or by a newer version of the
 * library; nothing was changed.
 */
public final class SchemaMismatch extends LedeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong, where, and the remedy
   */
  public SchemaMismatch(String message) {
    super(message);
  }
}
