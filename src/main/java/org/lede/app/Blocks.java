package org.lede.app;

/** Draws numbers with the block elements of Unicode, which are an eighth of a character fine. */
final class Blocks {
  private static final String LYING = "▏▎▍▌▋▊▉█";
  private static final String STANDING = "▁▂▃▄▅▆▇█";

  private Blocks() {}

  /**
   * Returns a bar.
   *
   * @param value its value, from 0 to the highest; whatever is over 0 is seen
   * @param highest the value of a bar of full length, over 0
   * @param columns how long that is
   */
  static String bar(long value, long highest, int columns) {
    int eighths = eighths(value, highest, columns * 8);
    String end = eighths % 8 == 0 ? "" : LYING.substring(eighths % 8 - 1, eighths % 8);
    return "█".repeat(eighths / 8) + end;
  }

  /** Returns a bar that stands in one column; a dot for 0. */
  static char standing(long value, long highest) {
    return value == 0 ? '·' : STANDING.charAt(eighths(value, highest, 8) - 1);
  }

  private static int eighths(long value, long highest, int most) {
    return (int) Math.ceil((double) value * most / highest);
  }
}
