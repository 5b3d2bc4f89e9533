package org.lede.index;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader.FilterPostingsEnum;
import org.apache.lucene.index.FilterLeafReader.FilterTerms;
import org.apache.lucene.index.FilterLeafReader.FilterTermsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * The words of one part of each text of a segment, its headline or its opening, in the order in
 * which a segment is written: those of the text that stand in the part.
 */
final class PartTerms extends FilterTerms {
  private final int[] starts;
  private final int[] ends;

  /**
   * Makes the terms.
   *
   * @param text the words of all texts, with positions
   * @param starts the position of each text where its part begins; positions are told as they are
   *     in the text
   * @param ends the position behind it, as {@link #ends} finds it
   */
  PartTerms(Terms text, int[] starts, int[] ends) {
    super(text);
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * Returns the position of each text behind its part; 0 if it has no such part.
   *
   * @param marks the marks of the {@link DerivedField}, if any text has one
   * @param texts how many texts there may be
   */
  static int[] ends(@Nullable Terms marks, int texts) throws IOException {
    int[] ends = new int[texts];
    if (marks == null) {
      return ends;
    }
    TermsEnum mark = marks.iterator();
    if (mark.next() != null) {
      boolean hasPositions = marks.hasPositions();
      PostingsEnum postings =
          mark.postings(null, hasPositions ? PostingsEnum.POSITIONS : PostingsEnum.FREQS);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        ends[postings.docID()] = hasPositions ? postings.nextPosition() : postings.freq();
      }
    }
    return ends;
  }

  /** All words of the texts, though some have no posting; to write a segment needs no more. */
  @Override
  public TermsEnum iterator() throws IOException {
    return new FilterTermsEnum(in.iterator()) {
      @Override
      public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
        PostingsEnum used = reuse instanceof Postings postings ? postings.whole() : null;
        return new Postings(in.postings(used, PostingsEnum.POSITIONS));
      }
    };
  }

  /** The texts that have a word in the part, and the positions there. */
  private final class Postings extends FilterPostingsEnum {
    private int[] positions = new int[4];
    private int size;
    private int next;

    private Postings(PostingsEnum whole) {
      super(whole);
    }

    private PostingsEnum whole() {
      return in;
    }

    @Override
    public int nextDoc() throws IOException {
      int doc = in.nextDoc();
      while (doc != NO_MORE_DOCS && !isInPart(doc)) {
        doc = in.nextDoc();
      }
      return doc;
    }

    private boolean isInPart(int doc) throws IOException {
      size = 0;
      next = 0;
      int position = -1;
      for (int left = in.freq(); left > 0 && position < ends[doc]; left--) {
        position = in.nextPosition();
        if (position >= starts[doc] && position < ends[doc]) {
          positions = ArrayUtil.grow(positions, size + 1);
          positions[size++] = position;
        }
      }
      return size > 0;
    }

    @Override
    public int freq() {
      return size;
    }

    @Override
    public int nextPosition() {
      return positions[next++];
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }
  }
}
