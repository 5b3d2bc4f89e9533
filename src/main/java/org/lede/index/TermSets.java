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

  private TermSets(boolean all, List<TermDocs> terms, Matches whole) {
    this.all = all;
    this.terms = terms;
    this.whole = whole;
  }

  /**
   * Returns the documents that a query finds, if it wants all or any of some terms, and enough of
   * their documents are in memory.
   *
   * @param table what is in memory
   */
  static Optional<FoundDocs.Base> of(
      MeteredSearcher searcher, Query query, FacetTable table, Deadline deadline)
      throws IOException {
    Optional<TermCombination> combination = TermCombination.of(searcher.rewrite(query));
    if (combination.isEmpty() || !areInMemory(combination.get(), table)) {
      return Optional.empty();
    }
    List<TermDocs> terms = TermDocs.of(searcher, combination.get().queries(), table, deadline);
    Matches whole = Matches.of(searcher, query, deadline);
    return Optional.of(new TermSets(combination.get().all(), terms, whole));
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
  private static boolean areInMemory(TermCombination combination, FacetTable table) {
    List<Term> terms = combination.terms();
    long docs = 0;
    long withEnough = 0;
    for (int segment = 0; segment < table.segments(); segment++) {
      CountedTerms known = table.terms(segment);
      int unknown = (int) terms.stream().filter(term -> known.docs(term).isEmpty()).count();
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
    int unknown = (int) terms.stream().filter(term -> !term.areKnown(leaf)).count();
    if (!isEnough(unknown, terms.size(), all)) {
      return whole.in(leaf);
    }
    List<DocSet> sets = new ArrayList<>(terms.size());
    for (TermDocs term : terms) {
      sets.add(term.in(leaf));
    }
    DocSet combined = all ? DocSet.allOf(sets) : sets.stream().reduce(DocSet::or).orElseThrow();
    return combined.live(leaf.reader().getLiveDocs());
  }
}
