package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents that match a query, without scores, segment by segment. Nothing is looked up before
 * a segment is asked for: where memory has the documents of each, that took longer than all else.
 */
final class Matches {
  /** How many documents of a segment are taken in bulk between two looks at the clock. */
  private static final int BULK = 1 << 16;

  /** So many documents are taken in the time that it takes to look at one more closely. */
  private static final int SLOW = 8;

  private final MeteredSearcher searcher;
  private final Query query;
  private final Deadline deadline;
  private @Nullable Weight weight;

  Matches(MeteredSearcher searcher, Query query, Deadline deadline) {
    this.searcher = searcher;
    this.query = query;
    this.deadline = deadline;
  }

  private synchronized Weight weight() throws IOException {
    if (weight == null) {
      Query rewritten = searcher.rewrite(query);
      weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    return weight;
  }

  /**
   * Tells whether it takes longer to find what matches a query than to score it, so that it had
   * better not be found twice.
   */
  static boolean isSlow(Query query) {
    return requiresSeveral(query)
        || query instanceof PhraseQuery
        || query instanceof PairedPhraseQuery;
  }

  /**
   * Tells whether several things must match at once. Lucene then intersects block by block if they
   * are frequent; otherwise it is faster to take the documents from where they are.
   */
  private static boolean requiresSeveral(Query query) {
    return query instanceof BooleanQuery all
        && all.clauses().stream().filter(BooleanClause::isRequired).count() > 1;
  }

  /**
   * Returns the documents of one segment that match and are not deleted.
   *
   * @throws TimeUp if the deadline comes first
   */
  DocSet in(LeafReaderContext leaf) throws IOException {
    return in(leaf, leaf.reader().getLiveDocs());
  }

  /**
   * Returns the documents of one segment that match, deleted ones included.
   *
   * @throws IllegalStateException if several things must match, of which only live ones are found
   * @throws TimeUp if the deadline comes first
   */
  DocSet withDeleted(LeafReaderContext leaf) throws IOException {
    if (requiresSeveral(weight().getQuery())) {
      throw new IllegalStateException("deleted documents are asked for that are not found");
    }
    return in(leaf, null);
  }

  private DocSet in(LeafReaderContext leaf, @Nullable Bits live) throws IOException {
    deadline.check();
    int maxDoc = leaf.reader().maxDoc();
    Weight found = weight();
    ScorerSupplier supplier = found.scorerSupplier(leaf);
    if (supplier == null) {
      return DocSet.none(maxDoc);
    }
    if (DocSet.isFew(supplier.cost(), maxDoc)) {
      return list(supplier.get(Long.MAX_VALUE).iterator(), maxDoc, live);
    }
    FixedBitSet bits = new FixedBitSet(maxDoc);
    boolean inBlocks = requiresSeveral(found.getQuery());
    boolean ofTerms = TermCombination.of(found.getQuery()).isPresent();
    long docs = Math.min(supplier.cost(), maxDoc) * (ofTerms ? 1 : SLOW);
    List<MeteredSearcher.Part> parts = searcher.parts(leaf, docs);
    if (parts.size() == 1) {
      set(supplier, parts.getFirst(), bits, inBlocks);
    } else {
      searcher.forEach(
          parts,
          part -> {
            ScorerSupplier ofPart = found.scorerSupplier(leaf);
            if (ofPart != null) {
              set(ofPart, part, bits, inBlocks);
            }
          });
    }
    // what matches block by block, only live documents were taken of
    return inBlocks ? DocSet.of(bits) : DocSet.of(bits).live(live);
  }

  /** Sets the bits of a part, which are in words of their own. */
  private void set(
      ScorerSupplier supplier, MeteredSearcher.Part part, FixedBitSet bits, boolean inBlocks)
      throws IOException {
    if (inBlocks) {
      MeteredSearcher.score(
          supplier.bulkScorer(), new Setting(bits), part.leaf(), part.from(), part.to(), deadline);
    } else {
      set(supplier.get(Long.MAX_VALUE), part, bits);
    }
  }

  private DocSet list(DocIdSetIterator docs, int maxDoc, @Nullable Bits live) throws IOException {
    DocSet.ListBuilder list = new DocSet.ListBuilder();
    int left = MeteredSearcher.STRETCH;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        list.add(doc);
      }
      if (left-- == 0) {
        deadline.check();
        left = MeteredSearcher.STRETCH;
      }
    }
    return list.build(maxDoc);
  }

  private void set(Scorer scorer, MeteredSearcher.Part part, FixedBitSet bits) throws IOException {
    TwoPhaseIterator checked = scorer.twoPhaseIterator();
    DocIdSetIterator docs = checked == null ? scorer.iterator() : checked.approximation();
    int stretch = checked == null ? BULK : MeteredSearcher.STRETCH;
    for (int doc = docs.advance(part.from()); doc < part.to(); doc = docs.docID()) {
      deadline.check();
      int end = Math.min(doc + stretch, part.to());
      if (checked == null) {
        docs.intoBitSet(end, bits, 0);
      } else {
        checked.intoBitSet(end, bits, 0);
      }
    }
  }

  /** Tells whether any document matches. */
  boolean any(List<LeafReaderContext> leaves) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      Scorer scorer = weight().scorer(leaf);
      if (scorer != null && anyLive(scorer.iterator(), leaf.reader().getLiveDocs())) {
        return true;
      }
    }
    return false;
  }

  private boolean anyLive(DocIdSetIterator docs, @Nullable Bits live) throws IOException {
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        return true;
      }
      deadline.check();
    }
    return false;
  }

  /** Sets the bits of documents, most of which come many at a time. */
  private static final class Setting implements LeafCollector {
    private final FixedBitSet bits;
    private int[] some = {};

    private Setting(FixedBitSet bits) {
      this.bits = bits;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) {
      bits.set(doc);
    }

    @Override
    public void collectRange(int from, int to) {
      bits.set(from, to);
    }

    @Override
    public void collect(DocIdStream docs) throws IOException {
      if (some.length == 0) {
        some = new int[MeteredSearcher.STRETCH];
      }
      for (int count = docs.intoArray(some); count > 0; count = docs.intoArray(some)) {
        for (int i = 0; i < count; i++) {
          bits.set(some[i]);
        }
      }
    }
  }
}
