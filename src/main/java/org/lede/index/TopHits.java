package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best documents by score, and of equal scores those with the smaller ids.
 *
 * <p>Lucene's own collector keeps the smaller document numbers of equal scores, which depend on how
 * an index happened to be written. This one looks at ids, but only where two scores are equal, so
 * it still lets Lucene skip whatever cannot score as high as the worst one kept.
 */
final class TopHits implements Collector {
  /**
   * How many documents are counted before any is skipped: up to here the total is exact. As in
   * Lucene's collectors.
   */
  private static final int COUNTED = 1_000;

  private static final Comparator<Candidate> BEST_FIRST =
      (one, other) -> {
        int byScore = Float.compare(other.score, one.score);
        return byScore != 0 ? byScore : one.compareIds(other);
      };

  private final int limit;
  private final PriorityQueue<Candidate> worstFirst;
  private int collected;

  private TopHits(int limit) {
    this.limit = limit;
    worstFirst = new PriorityQueue<>(limit, BEST_FIRST.reversed());
  }

  /** Makes the one collector of a search on one thread. */
  static CollectorManager<TopHits, TopHits> manager(int limit) {
    return new CollectorManager<>() {
      @Override
      public TopHits newCollector() {
        return new TopHits(limit);
      }

      @Override
      public TopHits reduce(Collection<TopHits> collectors) {
        return collectors.iterator().next(); // a searcher without an executor makes one
      }
    };
  }

  /** One document that is among the best so far. */
  static final class Candidate {
    private final int doc;
    private final float score;
    private final int idOrdinal;
    private final OfLeaf segment;
    private @Nullable BytesRef id;

    private Candidate(int doc, float score, int idOrdinal, OfLeaf segment) {
      this.doc = doc;
      this.score = score;
      this.idOrdinal = idOrdinal;
      this.segment = segment;
    }

    /** Returns its number among all documents. */
    int doc() {
      return segment.leaf.docBase + doc;
    }

    float score() {
      return score;
    }

    private int compareIds(Candidate other) {
      return segment.leaf.ord == other.segment.leaf.ord
          ? Integer.compare(idOrdinal, other.idOrdinal)
          : id().compareTo(other.id());
    }

    BytesRef id() {
      if (id == null) {
        try {
          id = BytesRef.deepCopyOf(segment.ids.lookupOrd(idOrdinal));
        } catch (IOException e) {
          throw new UncheckedIOException("could not read the id of an article", e);
        }
      }
      return id;
    }
  }

  /** Returns what was kept, the best first. */
  List<Candidate> best() {
    List<Candidate> best = new ArrayList<>(worstFirst);
    best.sort(BEST_FIRST);
    return best;
  }

  /** Returns how many documents were collected. */
  int collected() {
    return collected;
  }

  /** Tells whether every matching document was collected. */
  boolean sawAll() {
    return collected <= COUNTED;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return new OfLeaf(leaf, DocValues.getSorted(leaf.reader(), Schema.ID));
  }

  private final class OfLeaf implements LeafCollector {
    private final LeafReaderContext leaf;
    private final SortedDocValues ids;
    private Scorable scorer = new Unset();

    /** The score below which no document of this segment can be kept. */
    private float lowest = Float.NEGATIVE_INFINITY;

    private OfLeaf(LeafReaderContext leaf, SortedDocValues ids) {
      this.leaf = leaf;
      this.ids = ids;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      this.scorer = scorer;
      lowest = Float.NEGATIVE_INFINITY;
      skip();
    }

    @Override
    public void collect(int doc) throws IOException {
      float score = scorer.score();
      collected++;
      if (worstFirst.size() < limit) {
        worstFirst.add(candidate(doc, score));
        skip();
      } else if (score > worst().score || (score == worst().score && hasSmallerId(doc))) {
        worstFirst.remove();
        worstFirst.add(candidate(doc, score));
        skip();
      } else if (collected == COUNTED + 1) {
        skip();
      }
    }

    /** Tells whether a document has a smaller id than the worst one kept. */
    private boolean hasSmallerId(int doc) throws IOException {
      ids.advanceExact(doc); // every article has an id
      Candidate worst = worst();
      return leaf.ord == worst.segment.leaf.ord
          ? ids.ordValue() < worst.idOrdinal
          : ids.lookupOrd(ids.ordValue()).compareTo(worst.id()) < 0;
    }

    private Candidate candidate(int doc, float score) throws IOException {
      ids.advanceExact(doc);
      return new Candidate(doc, score, ids.ordValue(), this);
    }

    /** Lets the scorer pass over documents that score less than the worst one kept. */
    private void skip() throws IOException {
      if (collected > COUNTED && worstFirst.size() == limit && worst().score > lowest) {
        lowest = worst().score;
        scorer.setMinCompetitiveScore(lowest);
      }
    }

    private Candidate worst() {
      return worstFirst.element();
    }
  }

  private static final class Unset extends Scorable {
    @Override
    public float score() {
      throw new IllegalStateException("collecting starts before there is a scorer");
    }
  }
}
