package org.lede.index;

import org.lede.query.Zone;

/**
 * A part of a piece.
 *
 * @param piece the piece
 * @param start its first character, counted from the start of the text of the zone
 * @param end behind its last character
 */
record Passage(Piece piece, int start, int end) {
  /** Returns all of a piece, without space at its ends. */
  static Passage of(Piece piece) {
    return new Passage(piece, piece.start(), piece.start() + piece.text().length()).stripped();
  }

  boolean overlaps(Passage other) {
    return piece == other.piece && start < other.end && other.start < end;
  }

  int length() {
    return end - start;
  }

  String text() {
    return piece.text().substring(start - piece.start(), end - piece.start());
  }

  /** Returns this without space at both ends. */
  Passage stripped() {
    String text = piece.text();
    int from = start - piece.start();
    int to = end - piece.start();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new Passage(piece, piece.start() + from, piece.start() + to);
  }

  private boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c == ',' && piece.zone() == Zone.Part.BYLINE); // between two names
  }
}
