package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** The documents that have a term: from memory where {@link CountedTerms} has them, or read. */
final class TermDocs {
  private final Term term;
  private final FacetTable table;
  private final Matches files;

  private TermDocs(Term term, FacetTable table, Matches files) {
    this.term = term;
    this.table = table;
    this.files = files;
  }

  /** Returns the documents of each of some terms. */
  static List<TermDocs> of(
      MeteredSearcher searcher, List<TermQuery> queries, FacetTable table, Deadline deadline) {
    List<TermDocs> docs = new ArrayList<>(queries.size());
    for (TermQuery query : queries) {
      Matches files = new Matches(searcher, query, deadline);
      docs.add(new TermDocs(query.getTerm(), table, files));
    }
    return docs;
  }

  Term term() {
    return term;
  }

  /** Returns the documents of a segment if they are in memory, deleted ones included. */
  Optional<DocSet> known(LeafReaderContext leaf) {
    return table.terms(leaf.ord).docs(term);
  }

  /** Returns the documents of a segment, deleted ones included. */
  DocSet in(LeafReaderContext leaf) throws IOException {
    Optional<DocSet> known = known(leaf);
    return known.isPresent() ? known.get() : files.withDeleted(leaf);
  }
}
