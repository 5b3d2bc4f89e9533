package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * At which positions of the texts of a segment frequent words stand, and which.
 *
 * <p>Most positions have no word, as there are gaps between paragraphs. So only those blocks of
 * positions are kept that have a frequent word: some 500 bytes of an article of 130 words.
 */
final class FrequentPlaces {
  private static final int[] NONE = {};

  /** A block has 32 positions. */
  private static final int SHIFT = 5;

  private static final int LAST_OF_BLOCK = (1 << SHIFT) - 1;

  /** For each text, where its blocks begin in the next array. */
  private final int[] starts;

  /** Where each block begins among the places; 0 for one that has no frequent word. */
  private final int[] blocks;

  /** Which of the sets stands at each place. The first block is not used. */
  private char[] places = new char[1 << SHIFT];

  private int used = 1 << SHIFT;

  /** The numbers of frequent words that stand at the same position: mostly of one. */
  private final List<int[]> sets = new ArrayList<>(List.of(NONE));

  private final Map<List<Integer>, Character> known = new HashMap<>();

  private FrequentPlaces(int[] starts) {
    this.starts = starts;
    blocks = new int[starts[starts.length - 1]];
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
    int[] starts = new int[texts + 1];
    visit(
        text,
        frequent,
        (number, doc, position) ->
            starts[doc + 1] = Math.max(starts[doc + 1], block(position) + 1));
    Arrays.parallelPrefix(starts, Integer::sum);
    FrequentPlaces places = new FrequentPlaces(starts);
    visit(text, frequent, places::put);
    return places;
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

  private static int block(int position) {
    return position >> SHIFT;
  }

  private void put(int number, int doc, int position) {
    int block = starts[doc] + block(position);
    if (blocks[block] == 0) {
      places = ArrayUtil.grow(places, used + (1 << SHIFT));
      blocks[block] = used;
      used += 1 << SHIFT;
    }
    int place = blocks[block] + (position & LAST_OF_BLOCK);
    places[place] = with(sets.get(places[place]), number);
  }

  private char with(int[] set, int number) {
    List<Integer> larger = new ArrayList<>(set.length + 1);
    for (int each : set) {
      larger.add(each);
    }
    larger.add(number);
    return known.computeIfAbsent(
        larger,
        added -> {
          sets.add(added.stream().mapToInt(Integer::intValue).toArray());
          return (char) (sets.size() - 1);
        });
  }

  /** Returns the numbers of the frequent words at a position of a text; mostly one or none. */
  int[] at(int doc, int position) {
    int block = starts[doc] + block(position);
    return position < 0 || block >= starts[doc + 1]
        ? NONE
        : sets.get(places[blocks[block] + (position & LAST_OF_BLOCK)]);
  }
}
