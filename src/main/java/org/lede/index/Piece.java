package org.lede.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.query.Zone;

/** A piece of an article that no phrase leaves: headline, lead, or a paragraph of the body. */
final class Piece {
  /**
   * A blank line. The groups are atomic so that a line break of two characters is not taken for
   * two.
   */
  private static final Pattern BLANK_LINE = Pattern.compile("(?>\\R)\\s*(?>\\R)");

  /** What stands between two names of the bylines. */
  private static final String BETWEEN_NAMES = ", ";

  private final Zone.Part zone;
  private final int start;
  private final String text;
  private int @Nullable [] sentences;

  private Piece(Zone.Part zone, int start, String text, int @Nullable [] sentences) {
    this.zone = zone;
    this.start = start;
    this.text = text;
    this.sentences = sentences;
  }

  /** Returns the pieces of headline, lead and body that are not blank, in their order. */
  static List<Piece> of(Article article) {
    List<Piece> pieces = new ArrayList<>();
    add(pieces, Zone.Part.HEADLINE, 0, article.headline());
    add(pieces, Zone.Part.LEAD, 0, article.lead());
    String body = article.body();
    Matcher blankLine = BLANK_LINE.matcher(body);
    int start = 0;
    while (blankLine.find()) {
      add(pieces, Zone.Part.BODY, start, body.substring(start, blankLine.start()));
      start = blankLine.end();
    }
    add(pieces, Zone.Part.BODY, start, body.substring(start));
    return pieces;
  }

  private static void add(List<Piece> pieces, Zone.Part zone, int start, String text) {
    if (!text.isBlank()) {
      pieces.add(new Piece(zone, start, text, null));
    }
  }

  /** Returns all bylines as one piece, in which each name is what a sentence is in others. */
  static Piece ofBylines(List<String> names) {
    int[] starts = new int[names.size() + 1];
    for (int i = 0; i < names.size(); i++) {
      starts[i + 1] = starts[i] + names.get(i).length() + BETWEEN_NAMES.length();
    }
    String text = String.join(BETWEEN_NAMES, names);
    starts[names.size()] = text.length();
    return new Piece(Zone.Part.BYLINE, 0, text, starts);
  }

  Zone.Part zone() {
    return zone;
  }

  /** Returns where it starts in the text of its zone. */
  int start() {
    return start;
  }

  String text() {
    return text;
  }

  /**
   * Returns where each of its sentences begins, and where the last one ends, counted from its own
   * start.
   *
   * @param language one of {@link Languages#all}
   * @throws TimeUp if the deadline comes first
   */
  int[] sentences(String language, Deadline deadline) {
    if (sentences == null) {
      sentences = Sentences.starts(text, language, deadline);
    }
    return sentences;
  }
}
