package org.lede.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * How often words occur in the articles of one snapshot, and where they are in its files. Frequent
 * words, of which nearly every phrase has one, are looked up in all segments only once.
 */
final class WordStatistics {
  private final FrequentWords frequent;
  private final IndexReader reader;
  private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

  WordStatistics(FrequentWords frequent, IndexReader reader) {
    this.frequent = frequent;
    this.reader = reader;
  }

  /** Returns the number of each frequent word of a language. */
  Map<BytesRef, Integer> frequent(String language) {
    return frequent.of(language);
  }

  /**
   * Returns how often a word occurs, and where in the files of each segment it is. A query that is
   * given this looks it up no more, however often it is run.
   *
   * @param searcher searches the snapshot, or something else, of which nothing is kept: whoever
   *     deletes what a query finds has Lucene run it on one segment after the other
   */
  TermStates of(Term word, String language, IndexSearcher searcher) throws IOException {
    if (!searcher.getIndexReader().equals(reader)
        || !frequent(language).containsKey(word.bytes())) {
      return TermStates.build(searcher, word, true);
    }
    TermStates states = known.get(word);
    if (states == null) {
      states = TermStates.build(searcher, word, true);
      known.put(word, states);
    }
    return states;
  }
}
