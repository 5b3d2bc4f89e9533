package org.lede.index;

import org.lede.BudgetExceeded;
import org.lede.query.Budget;
import org.lede.query.Query;
import org.lede.search.FacetRequest;
import org.lede.search.Search;

/** What is checked of a search that a program built, before any work starts. */
final class SearchChecks {
  private SearchChecks() {}

  /**
   * Checks what a search may cost.
   *
   * @throws BudgetExceeded if it may cost too much; the message names the limit
   */
  static void checkCost(Search search, Budget budget) {
    budget.check(search.query());
    budget.check(search.filter());
    if (search.limit() > budget.pageSize()) {
      throw new BudgetExceeded(
          "a search may return at most %,d hits, but this one asks for %,d; ask for fewer, or raise the page size of the budget"
              .formatted(budget.pageSize(), search.limit()));
    }
    for (FacetRequest request : search.facets()) {
      int size = request.sizeOr(search.facetSize());
      if (size > budget.facetValues()) {
        throw new BudgetExceeded(
            "a search may return at most %,d values of a facet, but this one asks for %,d of %s; ask for fewer, or raise the facet values of the budget"
                .formatted(budget.facetValues(), size, request.facet()));
      }
    }
  }

  /**
   * Checks that an index has the facets of a search.
   *
   * @throws IllegalArgumentException if it does not know one
   */
  static void checkFacets(Search search, FacetRegistry known) {
    search.facets().forEach(request -> known.check(request.facet()));
    search.selections().keySet().forEach(known::check);
    checkFacets(search.query(), known);
    checkFacets(search.filter(), known);
  }

  /** Checks the facets of a query, which is not too deep. */
  private static void checkFacets(Query query, FacetRegistry known) {
    switch (query) {
      case Query.About(var facet, var value) -> known.check(facet);
      case Query.Mentions(var facet, var value) -> known.check(facet);
      case Query.Salient(var facet, var value, var salience) -> known.check(facet);
      case Query.AllOf(var parts) -> parts.forEach(part -> checkFacets(part, known));
      case Query.AnyOf(var parts) -> parts.forEach(part -> checkFacets(part, known));
      case Query.Not(var excluded) -> checkFacets(excluded, known);
      case Query.In(var zone, var inner) -> checkFacets(inner, known);
      default -> {} // what has a place in a text has no facet in it
    }
  }
}
