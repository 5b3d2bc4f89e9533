package org.lede.index;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;

/**
 * How often words occur in the articles of one snapshot. Frequent words, of which nearly every
 * phrase has one, are looked up in all segments only once.
 */
final class WordStatistics {
  private final FrequentWords frequent;
  private final Map<Term, Optional<TermStatistics>> known = new ConcurrentHashMap<>();

  WordStatistics(FrequentWords frequent) {
    this.frequent = frequent;
  }

  /** Returns the number of each frequent word of a language. */
  Map<BytesRef, Integer> frequent(String language) {
    return frequent.of(language);
  }

  /**
   * Returns how often a word occurs; nothing if it does not.
   *
   * @param searcher searches the snapshot
   */
  Optional<TermStatistics> of(Term word, String language, IndexSearcher searcher)
      throws IOException {
    Optional<TermStatistics> statistics = known.get(word);
    if (statistics == null) {
      TermStates states = TermStates.build(searcher, word, true);
      statistics =
          states.docFreq() == 0
              ? Optional.empty()
              : Optional.of(
                  searcher.termStatistics(word, states.docFreq(), states.totalTermFreq()));
      if (frequent(language).containsKey(word.bytes())) {
        known.put(word, statistics);
      }
    }
    return statistics;
  }
}
