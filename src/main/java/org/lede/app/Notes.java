package org.lede.app;

import java.io.PrintWriter;
import java.util.List;
import org.lede.query.Notice;

/** Tells people what was understood otherwise than they typed it. */
final class Notes {
  private Notes() {}

  static void write(PrintWriter err, String typed, List<Notice> notices) {
    notices.forEach(notice -> err.println("note: " + text(typed, notice)));
  }

  /** Returns a notice, with a picture of its place, unless that is all of the text. */
  private static String text(String typed, Notice notice) {
    String message = Terminal.plain(notice.message());
    if (notice.end() - notice.start() == typed.length()) {
      return message;
    }
    String picture = notice.picture(typed).substring(notice.message().length());
    return "at character %d: %s%s".formatted(notice.start() + 1, message, picture);
  }
}
