package org.lede.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far the passages of an article reach: over whole sentences of a paragraph where they fit, and
 * never over each other.
 */
final class Reach {
  /** How far from where a text is cut its words are looked for; longer ones are cut. */
  private static final int LONG_WORD = 64;

  private final String language;
  private final int length;
  private final Deadline deadline;
  private final List<Passage> taken = new ArrayList<>();

  /**
   * Makes what tells it.
   *
   * @param language which of {@link Languages#all} the pieces are in
   * @param length how long a passage may be
   */
  Reach(String language, int length, Deadline deadline) {
    this.language = language;
    this.length = length;
    this.deadline = deadline;
  }

  /**
   * What a passage must hold.
   *
   * @param first the number of its first sentence in the piece
   * @param last that of its last one
   * @param marks from the first to the last character that is marked
   */
  record Core(Piece piece, int first, int last, Passage marks) {}

  /** Takes a passage, over which no other may reach from now on. */
  void take(Passage passage) {
    taken.add(passage);
  }

  /** Returns how many passages were taken. */
  int count() {
    return taken.size();
  }

  /** Returns what was taken, in the order of the text. */
  List<Passage> taken() {
    Comparator<Passage> order = Comparator.comparing(passage -> passage.piece().zone());
    return taken.stream().sorted(order.thenComparingInt(Passage::start)).toList();
  }

  /** Returns the number of the sentence that a character of a piece is in. */
  int sentence(Piece piece, int at) {
    int found = Arrays.binarySearch(piece.sentences(language, deadline), at - piece.start());
    return found >= 0 ? found : -found - 2;
  }

  /** Returns some sentences of a piece. */
  Passage sentences(Piece piece, int first, int last) {
    int[] starts = piece.sentences(language, deadline);
    return new Passage(piece, piece.start() + starts[first], piece.start() + starts[last + 1])
        .stripped();
  }

  /** Returns the passage for what it must hold. */
  Passage of(Core core) {
    Passage sentences = sentences(core.piece(), core.first(), core.last());
    if (sentences.length() > length || overlapsTaken(sentences)) {
      return cut(free(sentences, core.marks()), core.marks());
    }
    int count = core.piece().sentences(language, deadline).length - 1;
    int first = core.first();
    int last = core.last();
    while (last + 1 < count && fits(sentences(core.piece(), first, last + 1))) {
      last++;
    }
    while (first > 0 && fits(sentences(core.piece(), first - 1, last))) {
      first--;
    }
    return sentences(core.piece(), first, last);
  }

  private boolean fits(Passage range) {
    return range.length() <= length && !overlapsTaken(range);
  }

  private boolean overlapsTaken(Passage range) {
    return taken.stream().anyMatch(range::overlaps);
  }

  /** Returns what is free of a range around some marks. */
  private Passage free(Passage range, Passage marks) {
    int start = range.start();
    int end = range.end();
    for (Passage other : taken) {
      if (other.overlaps(range)) {
        start = other.end() <= marks.start() ? Math.max(start, other.end()) : start;
        end = other.start() >= marks.end() ? Math.min(end, other.start()) : end;
      }
    }
    return new Passage(range.piece(), start, end);
  }

  /** Cuts at words around some marks, with about as much before them as behind. */
  private Passage cut(Passage free, Passage marks) {
    int before = Math.max(0, length - marks.length()) / 2;
    int start = Math.max(free.start(), marks.start() - before);
    int end = Math.min(free.end(), start + length);
    start = Math.max(free.start(), Math.min(marks.start(), end - length));
    int from = start == free.start() ? start : Math.min(marks.start(), wordFrom(free, start));
    int to = end == free.end() ? end : wordUpTo(free, end);
    Passage cut =
        new Passage(free.piece(), from, marks.length() <= length ? Math.max(to, marks.end()) : to)
            .stripped();
    return cut.length() > 0 ? cut : new Passage(free.piece(), from, whole(free.piece(), end));
  }

  /** Returns the first end of a word from somewhere on. */
  private int wordFrom(Passage free, int at) {
    int from = Math.max(free.start(), at - LONG_WORD);
    int to = Math.min(free.end(), at + LONG_WORD);
    int found = words(free.piece(), from, to).following(at - from - 1);
    return whole(free.piece(), from + found);
  }

  private int wordUpTo(Passage free, int at) {
    int from = Math.max(free.start(), at - LONG_WORD);
    int to = Math.min(free.end(), at + LONG_WORD);
    int found = words(free.piece(), from, to).preceding(at - from + 1);
    return whole(free.piece(), found <= 0 ? at : from + found);
  }

  private BreakIterator words(Piece piece, int from, int to) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag(language));
    words.setText(piece.text().substring(from - piece.start(), to - piece.start()));
    return words;
  }

  /** Returns a place that is not within a surrogate pair. */
  private static int whole(Piece piece, int at) {
    int i = at - piece.start();
    boolean within =
        i > 0
            && i < piece.text().length()
            && Character.isSurrogatePair(piece.text().charAt(i - 1), piece.text().charAt(i));
    return within ? at - 1 : at;
  }
}
