package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/**
 * The documents that have any of some terms, as sums of what {@link CountedTerms} knows: each term
 * adds its counts, and the documents that it shares with those before it are subtracted.
 */
final class TermUnion implements FoundDocs.Base {
  private final FacetTable table;
  private final List<TermDocs> terms;
  private final Matches any;
  private final boolean onlyCounted;

  /**
   * Sums terms up, any of which should be {@linkplain FacetTable#counts counted}.
   *
   * @param any finds the same documents, for segments of which too little is in memory
   * @param onlyCounted whether nothing but the values in the table will be counted
   */
  TermUnion(FacetTable table, List<TermDocs> terms, Matches any, boolean onlyCounted) {
    this.table = table;
    this.terms = terms;
    this.any = any;
    this.onlyCounted = onlyCounted;
  }

  /**
   * The documents of a segment that have a term.
   *
   * @param all all of them, deleted ones included
   */
  private record Here(Term term, DocSet all, DocSet live) {}

  /** Tells whether a query finds the documents with any of some terms, which are few. */
  static boolean isOfFew(Query query, IndexReader reader) throws IOException {
    Optional<TermCombination> terms = TermCombination.of(query);
    if (terms.isEmpty() || terms.get().all()) {
      return false;
    }
    long docs = 0;
    for (TermQuery term : terms.get().queries()) {
      docs +=
          term.getTermStates() == null
              ? reader.docFreq(term.getTerm())
              : term.getTermStates().docFreq();
    }
    return docs <= TopHits.COUNTED;
  }

  @Override
  public boolean isQuick() {
    return onlyCounted && terms.size() == 1;
  }

  @Override
  public DocSet in(LeafReaderContext leaf) throws IOException {
    CountedTerms known = table.terms(leaf.ord);
    long counted = terms.stream().filter(term -> known.has(term.term())).count();
    if (counted == 0 || counted < terms.size() / 2) {
      return any.in(leaf);
    }
    if (isQuick() && !leaf.reader().hasDeletions()) {
      List<Term> one = List.of(terms.getFirst().term());
      CountSum sum = new CountSum(one, List.of(), List.of());
      return DocSet.counted(leaf.reader().maxDoc(), known.size(one.getFirst()), sum);
    }
    return sum(largestFirst(leaf), known, leaf.reader().maxDoc());
  }

  private List<Here> largestFirst(LeafReaderContext leaf) throws IOException {
    Bits liveDocs = leaf.reader().getLiveDocs();
    List<Here> here = new ArrayList<>();
    for (TermDocs term : terms) {
      DocSet all = term.in(leaf);
      here.add(new Here(term.term(), all, all.live(liveDocs)));
    }
    here.sort(Comparator.comparingInt(each -> -each.live.size()));
    return here;
  }

  private DocSet sum(List<Here> largestFirst, CountedTerms known, int maxDoc) {
    List<Term> counted = new ArrayList<>();
    List<DocSet> less = new ArrayList<>();
    List<DocSet> more = new ArrayList<>();
    int size = 0;
    DocSet before = DocSet.none(maxDoc);
    DocSet last = before;
    for (Here here : largestFirst) {
      before = before.or(last);
      last = here.live;
      DocSet both = before.and(here.live);
      int onlyHere = here.live.size() - both.size();
      int deleted = here.all.size() - here.live.size();
      size += onlyHere;
      if (known.has(here.term) && both.size() + deleted < onlyHere) {
        counted.add(here.term);
        if (both.size() > 0) {
          less.add(both);
        }
        if (deleted > 0) {
          less.add(here.all.without(here.live));
        }
      } else {
        more.add(here.live.without(both));
      }
    }
    CountSum sum = new CountSum(counted, less, more);
    boolean isLess = sum.docs() < size;
    if (isLess && onlyCounted) { // to put documents together that nobody looks at takes a while
      return DocSet.counted(maxDoc, size, sum);
    }
    DocSet any = before.or(last);
    return isLess ? any.with(sum) : any;
  }
}
