package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/**
 * The documents that have all or any of some terms, combined 64 at a time of those that each has:
 * the documents of frequent terms are in memory, and only those of a rarer one need be read.
 */
final class TermSets implements FoundDocs.Base {
  private final boolean all;
  private final List<TermDocs> terms;
  private final Matches whole;

  /**
   * Combines the documents of terms.
   *
   * @param all whether all of the terms are wanted, or any
   * @param whole finds the same documents, for segments of which too little is in memory
   */
  TermSets(boolean all, List<TermDocs> terms, Matches whole) {
    this.all = all;
    this.terms = terms;
    this.whole = whole;
  }

  /** Tells whether a query wants all of some terms, and enough of their documents are in memory. */
  static boolean haveAllOf(Query query, FacetTable table) {
    Optional<TermCombination> combination = TermCombination.of(query);
    return combination.isPresent()
        && combination.get().all()
        && combination.get().queries().size() > 1
        && areInMemory(combination.get(), table);
  }

  /** Tells whether enough is in memory for the segments that have most of the documents. */
  static boolean areInMemory(TermCombination combination, FacetTable table) {
    List<Term> terms = combination.terms();
    long docs = 0;
    long withEnough = 0;
    for (int segment = 0; segment < table.segments(); segment++) {
      CountedTerms known = table.terms(segment);
      int unknown = 0;
      for (Term term : terms) {
        unknown += known.docs(term).isPresent() ? 0 : 1;
      }
      int maxDoc = table.rows(segment).maxDoc();
      docs += maxDoc;
      withEnough += isEnough(unknown, terms.size(), combination.all()) ? maxDoc : 0;
    }
    return withEnough > docs / 2;
  }

  /**
   * Tells whether it is worth it to combine documents of each of some terms. If all of several are
   * wanted that have to be read, Lucene finds what they share without reading all of them.
   */
  private static boolean isEnough(int unknown, int terms, boolean all) {
    return unknown < terms && (unknown < 2 || !all);
  }

  @Override
  public DocSet in(LeafReaderContext leaf) throws IOException {
    List<DocSet> sets = new ArrayList<>(terms.size());
    List<TermDocs> others = new ArrayList<>();
    for (TermDocs term : terms) {
      term.known(leaf).ifPresentOrElse(sets::add, () -> others.add(term));
    }
    if (!isEnough(others.size(), terms.size(), all)) {
      return whole.in(leaf);
    }
    for (TermDocs other : others) {
      sets.add(other.in(leaf));
    }
    DocSet combined = all ? DocSet.allOf(sets) : sets.stream().reduce(DocSet::or).orElseThrow();
    return combined.live(leaf.reader().getLiveDocs());
  }
}
