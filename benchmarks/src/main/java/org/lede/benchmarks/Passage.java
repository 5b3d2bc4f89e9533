package org.lede.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The words of a text, with how frequent they are.
 *
 * @param words the words in their order
 */
record Passage(List<Word> words) {
  /**
   * A word.
   *
   * @param text as it stands in the text
   * @param term as it stands in the index
   * @param band how frequent it is
   */
  record Word(String text, String term, Band band) {}

  /** How many articles hold a word. */
  enum Band {
    /** More than a fifth; nobody searches for such a word by itself. */
    EVERYWHERE,
    /** At least one in a hundred. */
    FREQUENT,
    /** At least one in a thousand. */
    MEDIUM,
    /** Fewer. */
    RARE;

    static Band of(double share) {
      if (share > 0.2) {
        return EVERYWHERE;
      }
      if (share >= 0.01) {
        return FREQUENT;
      }
      return share >= 0.001 ? MEDIUM : RARE;
    }
  }

  static Passage of(String text, Analyzer analyzer, IndexReader reader) throws IOException {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(LuceneDocuments.TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String found = text.substring(offset.startOffset(), offset.endOffset());
        words.add(new Word(found, term.toString(), band(term.toString(), reader)));
      }
      stream.end();
    }
    return new Passage(words);
  }

  private static Band band(String term, IndexReader reader) throws IOException {
    double articles = reader.docFreq(new Term(LuceneDocuments.TEXT, term));
    return Band.of(articles / reader.numDocs());
  }

  /** Returns the words of some frequency. */
  List<Word> words(Band band) {
    return words.stream().filter(word -> word.band() == band).toList();
  }
}
