package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Some terms, of which a query wants all or any, and nothing else.
 *
 * @param all whether it wants all of them; false of a single term, of which it makes no difference
 * @param queries the terms, no two of them alike
 */
record TermCombination(boolean all, List<TermQuery> queries) {
  /** Of more terms, it takes too long to combine the documents of each. */
  private static final int MOST = 8;

  /**
   * Returns the terms of a query, if that is all that it wants as it is, or as simple as it can be.
   */
  static Optional<TermCombination> of(Query query, IndexSearcher searcher) throws IOException {
    Optional<TermCombination> asItIs = of(query);
    return asItIs.isPresent() ? asItIs : of(searcher.rewrite(query));
  }

  /** Returns the terms of a query, if that is all that it wants. */
  static Optional<TermCombination> of(Query query) {
    if (query instanceof TermQuery one) {
      return Optional.of(new TermCombination(false, List.of(one)));
    }
    if (query instanceof BooleanQuery several
        && !several.clauses().isEmpty()
        && several.clauses().size() <= MOST
        && several.clauses().stream().allMatch(clause -> clause.query() instanceof TermQuery)) {
      List<TermQuery> terms =
          several.clauses().stream().map(clause -> (TermQuery) clause.query()).distinct().toList();
      if (several.clauses().stream().allMatch(BooleanClause::isRequired)) {
        return Optional.of(new TermCombination(terms.size() > 1, terms));
      }
      if (several.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)
          && several.getMinimumNumberShouldMatch() <= 1) {
        return Optional.of(new TermCombination(false, terms));
      }
    }
    return Optional.empty();
  }

  /** Returns the terms. */
  List<Term> terms() {
    return queries.stream().map(TermQuery::getTerm).toList();
  }
}
