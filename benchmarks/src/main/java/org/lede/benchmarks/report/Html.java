package org.lede.benchmarks.report;

/** Text in HTML and SVG. */
final class Html {
  private Html() {}

  /** Returns text in which nothing is markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
