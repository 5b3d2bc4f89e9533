package org.lede.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The places of the words of a phrase in a segment. None are opened before a document is looked at,
 * as in many segments there is none to look at.
 */
final class PhrasePlaces {
  /** Too early for any phrase, even one that would have to start before the text does. */
  private static final int BEFORE_ALL = Integer.MIN_VALUE / 2;

  private final LeafReaderContext segment;
  private final PhraseQuery phrase;

  /** Where each word of the phrase is in the files. */
  private final List<TermStates> states;

  /** The words, the rarest first; empty until a document is looked at. */
  private List<Word> words = List.of();

  PhrasePlaces(LeafReaderContext segment, PhraseQuery phrase, List<TermStates> states) {
    this.segment = segment;
    this.phrase = phrase;
    this.states = states;
  }

  /** A word of the phrase, which stands at one of its places in a document. */
  private static final class Word {
    private final PostingsEnum postings;

    /** Where in the phrase it stands. */
    private final int offset;

    private final int texts;

    /** How many of its places in the document come behind the one it stands at. */
    private int left;

    private int place;

    private Word(PostingsEnum postings, int offset, int texts) {
      this.postings = postings;
      this.offset = offset;
      this.texts = texts;
    }

    private void open(int doc) throws IOException {
      if (postings.docID() < doc) {
        postings.advance(doc);
      }
      left = postings.freq();
      place = BEFORE_ALL;
    }

    private boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      place = postings.nextPosition();
      return true;
    }

    /** Goes on to where the phrase could start at a place or later; tells whether there is one. */
    private boolean advance(int start) throws IOException {
      while (place - offset < start) {
        if (!next()) {
          return false;
        }
      }
      return true;
    }
  }

  /** Tells whether the phrase stands in a document that has all of its words. */
  boolean first(int doc) throws IOException {
    if (words.isEmpty()) {
      words = open();
    }
    for (Word word : words) {
      word.open(doc);
    }
    return next();
  }

  /** Returns how often the phrase stands in the document in which it was found. */
  int all() throws IOException {
    int times = 1;
    while (next()) {
      times++;
    }
    return times;
  }

  private boolean next() throws IOException {
    Word rarest = words.getFirst();
    boolean more = rarest.next();
    while (more) {
      int start = rarest.place - rarest.offset;
      int later = start;
      for (int i = 1; i < words.size() && later == start; i++) {
        Word word = words.get(i);
        if (!word.advance(start)) {
          return false;
        }
        later = word.place - word.offset;
      }
      if (later == start) {
        return true;
      }
      more = rarest.advance(later);
    }
    return false;
  }

  /**
   * Goes to a term; tells whether a segment has it.
   *
   * @param states where the term is in the segments of the searcher that this one is of
   */
  static boolean seek(TermsEnum terms, Term term, TermStates states, LeafReaderContext segment)
      throws IOException {
    IOSupplier<TermState> known = states.get(segment);
    @Nullable TermState state = known == null ? null : known.get();
    if (state == null) {
      return false;
    }
    terms.seekExact(term.bytes(), state);
    return true;
  }

  private List<Word> open() throws IOException {
    Term[] terms = phrase.getTerms();
    Word[] opened = new Word[terms.length];
    TermsEnum each = Terms.getTerms(segment.reader(), phrase.getField()).iterator();
    for (int i = 0; i < terms.length; i++) {
      if (!seek(each, terms[i], states.get(i), segment)) {
        throw new IllegalStateException("there is a pair of a word that is not there: " + terms[i]);
      }
      PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
      opened[i] = new Word(postings, phrase.getPositions()[i], each.docFreq());
    }
    Arrays.sort(opened, Comparator.comparingInt(word -> word.texts));
    return List.of(opened);
  }
}
