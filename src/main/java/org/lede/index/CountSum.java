package org.lede.index;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/**
 * Documents of a segment as a sum: to count those with each value, add up what {@link CountedTerms}
 * has of some terms, subtract the values of some documents, and add those of others. What is
 * subtracted is never more than what the terms add.
 *
 * @param terms the terms, all of which are counted
 * @param less documents to subtract
 * @param more documents to add
 */
record CountSum(List<Term> terms, List<DocSet> less, List<DocSet> more) {
  /** Returns documents as a sum of nothing else. */
  static CountSum of(DocSet docs) {
    return new CountSum(List.of(), List.of(), List.of(docs));
  }

  /** Returns how many documents have to be gone through. */
  long docs() {
    return Stream.concat(less.stream(), more.stream()).mapToLong(DocSet::size).sum();
  }
}
