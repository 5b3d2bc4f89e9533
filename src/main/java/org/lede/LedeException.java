package org.lede;

/**
 * What the library throws when something other than an argument is wrong.
 *
 * <p>There are few kinds, and each has a message that says what is wrong, where, and the remedy. A
 * person's typed query is never among them: it gives notices.
 */
public abstract sealed class LedeException extends RuntimeException
    permits BudgetExceeded,
        CursorExpired,
        IndexDamaged,
        IndexLocked,
        IndexTooOld,
        NotAnIndex,
        QueryNotUnderstood,
        SchemaMismatch,
        StorageFailed {
  private static final long serialVersionUID = 1L;

  LedeException(String message) {
    super(message);
  }

  LedeException(String message, Throwable cause) {
    super(message, cause);
  }
}
