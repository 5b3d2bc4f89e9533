package org.lede.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The documents that match a query, without scores, as a set of bits for each segment. */
final class Matches {
  private final Weight weight;
  private final Deadline deadline;

  private Matches(Weight weight, Deadline deadline) {
    this.weight = weight;
    this.deadline = deadline;
  }

  static Matches of(IndexSearcher searcher, Query query, Deadline deadline) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new Matches(weight, deadline);
  }

  /**
   * Returns the documents of one segment that match and are not deleted.
   *
   * @throws TimeUp if the deadline comes first
   */
  FixedBitSet in(LeafReaderContext leaf) throws IOException {
    FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
    BulkScorer scorer = weight.bulkScorer(leaf);
    if (scorer != null) {
      MeteredSearcher.score(
          scorer, new Setting(bits), leaf, 0, DocIdSetIterator.NO_MORE_DOCS, deadline);
    }
    return bits;
  }

  /** Tells whether any document matches. */
  boolean any(List<LeafReaderContext> leaves) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      Scorer scorer = weight.scorer(leaf);
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

  private record Setting(FixedBitSet bits) implements LeafCollector {
    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) {
      bits.set(doc);
    }
  }
}
