package org.lede.app;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lede.search.Snippet;
import org.lede.search.SnippetRenderer;

/**
 * Writes for people: wrapped to a width, with colours where they are wanted, and never with control
 * characters of an article, which could do anything to a terminal.
 */
final class Terminal {
  /** How wide a page is, in characters. */
  static final int WIDTH = 96;

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
  private static final Pattern SPACE = Pattern.compile(" +");

  private final PrintWriter out;
  private final boolean colours;

  Terminal(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** When to use colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    boolean ansi() {
      return switch (this) {
        case AUTO -> Boolean.getBoolean("lede.terminal.out") && System.getenv("NO_COLOR") == null;
        case ALWAYS -> true;
        case NEVER -> false;
      };
    }
  }

  /** Tells whether somebody watches standard error; the launcher knows. */
  static boolean isWatched() {
    return Boolean.getBoolean("lede.terminal.err");
  }

  /** Returns a text without anything but characters that can be seen, and single spaces. */
  static String plain(String text) {
    return SPACE.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** Returns lines of text in which every control character is a space, so that columns stay. */
  static String visible(String lines) {
    return lines
        .lines()
        .map(line -> CONTROL.matcher(line).replaceAll(" "))
        .collect(Collectors.joining("\n"));
  }

  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  /** Returns a snippet with what was found marked: in colour, or between asterisks. */
  String marked(Snippet snippet) {
    SnippetRenderer renderer =
        colours
            ? SnippetRenderer.ansi().wordByWord() // a line may break between two
            : SnippetRenderer.marked("*", "*");
    return SPACE.matcher(renderer.render(snippet)).replaceAll(" ");
  }

  private String styled(String code, String text) {
    return colours && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  void line(String text) {
    out.println(text);
  }

  void line() {
    out.println();
  }

  /**
   * Writes a paragraph, wrapped, with something before its first line and room below that; marks
   * may stand in it.
   */
  void paragraph(String before, String text) {
    String indent = " ".repeat(before.length());
    StringBuilder line = new StringBuilder(before);
    int room = WIDTH - indent.length();
    int width = 0;
    for (String word : text.split(" ", -1)) {
      if (width > 0 && width + 1 + Columns.of(word) > room) {
        out.println(line);
        line = new StringBuilder(indent);
        width = 0;
      }
      String rest = word;
      while (Columns.of(rest) > room) { // as words are in scripts without spaces
        int end = Columns.fitting(rest, room);
        out.println(line.append(rest, 0, end));
        line = new StringBuilder(indent);
        rest = rest.substring(end);
      }
      line.append(width == 0 ? "" : " ").append(rest);
      width += Columns.of(rest) + (width == 0 ? 0 : 1);
    }
    out.println(line);
  }
}
