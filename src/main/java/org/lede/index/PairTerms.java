package org.lede.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.FilterLeafReader.FilterTerms;
import org.apache.lucene.index.FilterLeafReader.FilterTermsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The {@link WordPairs} of all texts of a segment, in the order in which a segment is written.
 *
 * <p>The words are there in alphabetical order, each with the texts and positions where it stands.
 * To note down each time it stands next to a frequent word, in a list of that frequent word, is all
 * that it takes: the lists are then in order already, and no pair is looked up or sorted.
 */
final class PairTerms extends FilterTerms {
  /**
   * For each prefix its entries: a number of a word and, in the lower half, of a text; then how
   * often the text has the pair, as a negative number, if that is more than once.
   */
  private final long[][] lists;

  private final int[] sizes;

  /** The words that have a pair. */
  private final BytesRefArray words = new BytesRefArray(Counter.newCounter());

  private PairTerms(Terms marks, int frequent) {
    super(marks);
    lists = new long[WordPairs.prefix(frequent, false)][0];
    sizes = new int[lists.length];
  }

  /**
   * Finds the pairs.
   *
   * @param marks the terms by which texts say that they want pairs
   * @param text the words of all texts, with positions
   * @param frequent the number of each frequent word
   * @param texts how many texts there may be
   */
  static PairTerms of(Terms marks, Terms text, Map<BytesRef, Integer> frequent, int texts)
      throws IOException {
    PairTerms pairs = new PairTerms(marks, frequent.size());
    FrequentPlaces places = FrequentPlaces.of(text, frequent, texts);
    TermsEnum words = text.iterator();
    PostingsEnum postings = null;
    for (BytesRef word = words.next(); word != null; word = words.next()) {
      postings = words.postings(postings, PostingsEnum.POSITIONS);
      pairs.add(word, !frequent.containsKey(word), postings, places);
    }
    return pairs;
  }

  private void add(BytesRef word, boolean isRare, PostingsEnum postings, FrequentPlaces places)
      throws IOException {
    boolean found = false;
    while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      int doc = postings.docID();
      for (int left = postings.freq(); left > 0; left--) {
        found |= add(doc, postings.nextPosition(), isRare, places);
      }
    }
    if (found) {
      words.append(word);
    }
  }

  /** Adds the pairs of the word that comes next at a position, and tells whether there are any. */
  private boolean add(int doc, int position, boolean isRare, FrequentPlaces places) {
    int last = isRare ? position + 1 : position - 1; // or the other word finds the pair
    boolean found = false;
    for (int place = places.firstFrom(doc, position - 1);
        place < places.end(doc) && places.position(place) <= last;
        place++) {
      if (places.position(place) != position) {
        boolean isSecond = places.position(place) > position;
        add(WordPairs.prefix(places.word(place), isSecond), doc);
        found = true;
      }
    }
    return found;
  }

  /** Notes down that a text has a pair of the word that comes next. */
  private void add(int prefix, int doc) {
    long entry = (long) words.size() << Integer.SIZE | doc;
    long[] list = lists[prefix];
    int last = sizes[prefix] - 1;
    if (last > 0 && list[last] < 0 && list[last - 1] == entry) {
      list[last]--;
    } else if (last >= 0 && list[last] == entry) {
      append(prefix, -2);
    } else {
      append(prefix, entry);
    }
  }

  private void append(int prefix, long entry) {
    int size = sizes[prefix]++;
    lists[prefix] = ArrayUtil.grow(lists[prefix], size + 1);
    lists[prefix][size] = entry;
  }

  @Override
  public TermsEnum iterator() throws IOException {
    return new Iterator(in.iterator());
  }

  /** The mark, and then the pairs, one after the other; to write a segment needs no more. */
  private final class Iterator extends FilterTermsEnum {
    private final BytesRefBuilder word = new BytesRefBuilder();
    private BytesRef term = new BytesRef();
    private int prefix = -1;

    // where the entries of the pair begin and end in its list; the mark has none
    private int start;
    private int end;

    private Iterator(TermsEnum mark) {
      super(mark);
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      if (prefix < 0) {
        prefix = 0;
        return in.next();
      }
      while (prefix < lists.length && end == sizes[prefix]) {
        prefix++;
        end = 0;
      }
      if (prefix == lists.length) {
        return null;
      }
      long[] list = lists[prefix];
      start = end;
      int number = word(list[start]);
      while (end < sizes[prefix] && (list[end] < 0 || word(list[end]) == number)) {
        end++;
      }
      term = WordPairs.term(prefix, words.get(word, number));
      return term;
    }

    private boolean isAtMark() {
      return start == end;
    }

    private static int word(long entry) {
      return (int) (entry >> Integer.SIZE);
    }

    @Override
    public BytesRef term() throws IOException {
      return isAtMark() ? in.term() : term;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      return isAtMark() ? in.postings(reuse, flags) : new Texts(lists[prefix], start, end);
    }
  }

  /** The texts that have a pair. */
  private static final class Texts extends PostingsEnum {
    private final long[] list;
    private final int end;
    private int next;
    private int doc = -1;
    private int times;

    private Texts(long[] list, int start, int end) {
      this.list = list;
      this.end = end;
      next = start;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      if (next == end) {
        doc = NO_MORE_DOCS;
        return doc;
      }
      doc = (int) list[next++];
      times = next < end && list[next] < 0 ? (int) -list[next++] : 1;
      return doc;
    }

    @Override
    public int freq() {
      return times;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return (long) end - next;
    }

    @Override
    public int nextPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }
  }
}
