package org.lede.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * How often words occur in the articles of one snapshot. Frequent words, of which nearly every
 * phrase has one, are looked up in all segments only once.
 */
final class WordStatistics {
  private final FrequentWords frequent;
  private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

  WordStatistics(FrequentWords frequent) {
    this.frequent = frequent;
  }

  /** Returns the number of each frequent word of a language. */
  Map<BytesRef, Integer> frequent(String language) {
    return frequent.of(language);
  }

  /**
   * Returns how often a word occurs, and where in the files of each segment it is. A query that is
   * given this looks it up no more, however often it is run.
   *
   * @param searcher searches the snapshot
   */
  TermStates of(Term word, String language, IndexSearcher searcher) throws IOException {
    TermStates states = known.get(word);
    if (states == null || !states.wasBuiltFor(searcher.getTopReaderContext())) {
      states = TermStates.build(searcher, word, true);
      if (frequent(language).containsKey(word.bytes())) {
        known.put(word, states);
      }
    }
    return states;
  }
}
