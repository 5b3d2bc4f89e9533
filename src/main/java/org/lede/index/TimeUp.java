package org.lede.index;

/** Thrown where work stops because its deadline has come; never leaves the package. */
final class TimeUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TimeUp() {
    super("the deadline has come", null, false, false);
  }
}
