package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Where in the texts of a segment frequent words stand, and which: eight bytes for each time one
 * does.
 */
final class FrequentPlaces {
  /** Where the places of each text begin. */
  private final int[] starts;

  /**
   * A position in the upper half and, in the lower half, the number of a word, in order in each
   * text.
   */
  private final long[] places;

  private FrequentPlaces(int[] starts, long[] places) {
    this.starts = starts;
    this.places = places;
  }

  /**
   * Finds frequent words.
   *
   * @param text the words of all texts, with positions
   * @param frequent the number of each frequent word
   * @param texts how many texts there may be
   */
  static FrequentPlaces of(Terms text, Map<BytesRef, Integer> frequent, int texts)
      throws IOException {
    int[] ends = new int[texts + 1]; // where the next place of each text goes, in the end
    visit(text, frequent, (number, doc, position) -> ends[doc + 1]++);
    Arrays.parallelPrefix(ends, Math::addExact);
    int[] starts = ends.clone();
    long[] places = new long[ends[texts]];
    visit(
        text,
        frequent,
        (number, doc, position) -> places[ends[doc]++] = (long) position << Integer.SIZE | number);
    for (int doc = 0; doc < texts; doc++) {
      Arrays.sort(places, starts[doc], starts[doc + 1]);
    }
    return new FrequentPlaces(starts, places);
  }

  /** Is told a frequent word and where it stands. */
  @FunctionalInterface
  private interface Visitor {
    void visit(int number, int doc, int position);
  }

  private static void visit(Terms text, Map<BytesRef, Integer> frequent, Visitor visitor)
      throws IOException {
    TermsEnum words = text.iterator();
    PostingsEnum postings = null;
    for (Map.Entry<BytesRef, Integer> word : frequent.entrySet()) {
      if (!words.seekExact(word.getKey())) {
        continue;
      }
      postings = words.postings(postings, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        for (int left = postings.freq(); left > 0; left--) {
          visitor.visit(word.getValue(), postings.docID(), postings.nextPosition());
        }
      }
    }
  }

  /** Returns the first of the places of a text that is not before a position. */
  int firstFrom(int doc, int position) {
    long before = ((long) position << Integer.SIZE) - 1; // no place: no word has such a number
    return -1 - Arrays.binarySearch(places, starts[doc], starts[doc + 1], before);
  }

  /** Returns where the places of a text end. */
  int end(int doc) {
    return starts[doc + 1];
  }

  /** Returns at which position of its text a place is. */
  int position(int place) {
    return (int) (places[place] >> Integer.SIZE);
  }

  /** Returns the number of the frequent word at a place. */
  int word(int place) {
    return (int) places[place];
  }
}
