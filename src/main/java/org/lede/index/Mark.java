package org.lede.index;

import java.util.Comparator;
import java.util.List;
import org.lede.query.Zone;
import org.lede.search.Snippet.Span;

/**
 * A word or phrase of an article that was looked for. Orders as it stands in the article.
 *
 * @param place what was looked for
 * @param zone the part of the article; where in it, the others count
 * @param start its first character
 * @param end behind its last character
 * @param words the words of a phrase; empty for a word
 */
record Mark(Place place, Zone.Part zone, int start, int end, List<Span> words)
    implements Comparable<Mark> {
  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::zone)
          .thenComparingInt(Mark::start)
          .thenComparingInt(Mark::end)
          .thenComparingInt(mark -> mark.words.size())
          .thenComparing(mark -> mark.words.toString());

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
