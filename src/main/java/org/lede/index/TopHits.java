package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best documents by score, and of equal scores those with the smaller ids.
 *
 * <p>Lucene's own collector keeps the smaller document numbers of equal scores, which depend on how
 * an index happened to be written. To look at ids for every equal score would cost more than the
 * rest of a short search. So documents that score exactly as the worst one kept are only put aside,
 * by number; whether they get a place is decided at the end, or when there are many, and mostly a
 * better score has made the question idle by then.
 */
final class TopHits implements Collector {
  /**
   * How many documents are counted before any is skipped: up to here the total is exact. As in
   * Lucene's collectors.
   */
  static final int COUNTED = 1_000;

  /** How many documents wait until it is looked which of them are admitted. */
  private static final int MOST_WAITING = 64;

  /**
   * If all documents are wanted that match, one is seen before any is skipped for so many that may
   * match. If there turn out to be more, all have to be looked for once more: by then the time for
   * some scores was spent for nothing, which is short beside that for counting so many documents.
   */
  private static final int SEEN = 2;

  /** How many documents are put aside at most. */
  private static final int MAX_TIED = 4_096;

  private final int limit;
  private final ArticleIds ids;

  /** Only documents behind this one are kept; if there is none, all. */
  private final @Nullable ScoreDoc after;

  private final @Nullable BytesRef afterId;

  /** The documents kept, as {@link #encoded} has them. */
  private final LongHeap kept;

  /** The score of the worst document kept; lower than any while there is room for more. */
  private float worst = Float.NEGATIVE_INFINITY;

  /** Documents that score as the worst one kept, but for which there was no room. */
  private int[] tied = new int[16];

  private int tiedSize;
  private int collected;

  /** The first documents that were collected. */
  private int[] seen = new int[64];

  private final Wanted wanted;
  private final Admission admission;

  /** How many documents are seen before any is skipped. */
  private long most = COUNTED;

  private boolean sawAll = true;

  /** What waits to be admitted; null if all documents are. */
  private final @Nullable Waiting waiting;

  /** What is wanted beside the best documents. */
  enum Wanted {
    /** Nothing. */
    BEST,
    /** The documents that match, if they are so few that none is skipped anyway. */
    ALL_IF_FEW,
    /** The documents that match, as far as it is worth it to skip none. */
    ALL,
    /** The documents that match, which are so few that nothing is prepared to skip any. */
    ALL_OF_FEW
  }

  /** Says which of the documents that match may be among the best. */
  @FunctionalInterface
  interface Admission {
    /** Any may be. */
    Admission ALL = leaf -> doc -> true;

    /** Returns what tells whether a document of a segment may be, for use on one thread. */
    Gate in(LeafReaderContext leaf);
  }

  /** Tells whether a document may be among the best. */
  @FunctionalInterface
  interface Gate {
    boolean admits(int doc);

    /** Is told several documents before it is asked for them, so that it waits for all at once. */
    default void lookAt(int[] docs, int size) {}
  }

  private TopHits(
      int limit,
      List<LeafReaderContext> leaves,
      @Nullable ScoreDoc after,
      Wanted wanted,
      Admission admission)
      throws IOException {
    this.admission = admission;
    waiting = admission.equals(Admission.ALL) ? null : new Waiting();
    this.limit = limit;
    this.after = after;
    this.wanted = wanted;
    ids = new ArticleIds(leaves);
    afterId = after == null ? null : ids.bytes(after.doc);
    kept = new LongHeap(limit);
  }

  /**
   * Makes the collectors of a search, one for each thread.
   *
   * @param after the document behind which to start, or null for the beginning
   * @param wanted what is wanted of all that matches, admitted or not
   */
  static CollectorManager<TopHits, TopHits> manager(
      int limit,
      List<LeafReaderContext> leaves,
      @Nullable ScoreDoc after,
      Wanted wanted,
      Admission admission) {
    return new CollectorManager<>() {
      @Override
      public TopHits newCollector() throws IOException {
        return new TopHits(limit, leaves, after, wanted, admission);
      }

      @Override
      public TopHits reduce(Collection<TopHits> collectors) throws IOException {
        Iterator<TopHits> each = collectors.iterator();
        TopHits all = each.hasNext() ? each.next() : newCollector();
        while (each.hasNext()) {
          all.add(each.next());
        }
        return all;
      }
    };
  }

  /**
   * Documents of one segment that score well enough, but may not be admitted. What tells that is
   * far away in memory, and for several documents it takes no longer than for one.
   */
  private final class Waiting {
    private final int[] docs = new int[MOST_WAITING];
    private final float[] scores = new float[MOST_WAITING];
    private int size;
    private int base;
    private Gate gate = doc -> false;

    private void start(LeafReaderContext leaf) throws IOException {
      admit();
      base = leaf.docBase;
      gate = admission.in(leaf);
    }

    /** Adds a document, and tells whether a better score is needed from now on. */
    private boolean add(int doc, float score) throws IOException {
      docs[size] = doc;
      scores[size++] = score;
      return size == MOST_WAITING && admit();
    }

    private boolean admit() throws IOException {
      boolean better = false;
      gate.lookAt(docs, size);
      for (int i = 0; i < size; i++) {
        if (scores[i] >= worst && gate.admits(docs[i])) {
          better |= keep(base + docs[i], scores[i]);
        }
      }
      size = 0;
      return better;
    }
  }

  private void admitWaiting() throws IOException {
    if (waiting != null) {
      waiting.admit();
    }
  }

  /** Returns the documents kept and their scores, the best first. */
  List<ScoreDoc> scoreDocs() throws IOException {
    admitWaiting();
    List<ScoreDoc> docs = new ArrayList<>();
    for (long next : best()) {
      docs.add(new ScoreDoc(doc(next), score(next)));
    }
    return docs;
  }

  /** Returns the best of what was kept or put aside, the best first. */
  private long[] best() throws IOException {
    long[] best = bestScoresFirst();
    int size = Math.min(limit, best.length);
    for (int start = 0, end; start < size; start = end) {
      end = start + 1;
      while (end < best.length && score(best[end]) == score(best[start])) {
        end++;
      }
      if (end > start + 1) { // to look at ids takes a while
        sortById(best, start, end);
      }
    }
    return Arrays.copyOf(best, size);
  }

  private void sortById(long[] equal, int start, int end) throws IOException {
    int[] docs = new int[end - start];
    for (int i = start; i < end; i++) {
      docs[i - start] = doc(equal[i]);
    }
    ids.sort(docs);
    float score = score(equal[start]);
    for (int i = start; i < end; i++) {
      equal[i] = encoded(docs[i - start], score);
    }
  }

  /** Returns what was kept or put aside, equal scores in the order of the files. */
  private long[] bestScoresFirst() {
    int size = kept.size();
    long[] all = new long[size + tiedSize];
    for (int i = 0; i < size; i++) {
      all[i] = -kept.get(i + 1); // a heap starts at 1, and arrays are sorted to rise
    }
    for (int i = 0; i < tiedSize; i++) {
      all[size + i] = -encoded(tied[i], worst);
    }
    Arrays.sort(all);
    for (int i = 0; i < all.length; i++) {
      all[i] = -all[i];
    }
    return all;
  }

  /** Returns how many documents were collected. */
  int collected() {
    return collected;
  }

  /** Tells whether every matching document was collected. */
  boolean sawAll() {
    return sawAll;
  }

  /** Looks at what will be gone through, and finds out how much of it is worth to be seen. */
  void expect(ScorerSupplier next) {
    if (wanted == Wanted.ALL) {
      most += next.cost() / SEEN;
    }
  }

  /**
   * Returns the documents that were collected, in their order, if those are wanted and all that
   * match.
   */
  int[] seen() {
    int[] all = Arrays.copyOf(seen, collected);
    Arrays.sort(all);
    return all;
  }

  private void note(int doc) {
    sawAll &= collected < most;
    if (sawAll && wanted != Wanted.BEST) {
      if (collected == seen.length) {
        seen = Arrays.copyOf(seen, 2 * collected);
      }
      seen[collected] = doc;
    }
    collected++;
  }

  /**
   * Gives the last places to those of the documents with the worst score that have the smallest
   * ids.
   */
  private void settleTies() throws IOException {
    long[] best = best();
    kept.clear();
    for (long next : best) {
      kept.push(next);
    }
    tiedSize = 0;
  }

  /** Adds what another collector has. */
  private void add(TopHits other) throws IOException {
    other.admitWaiting();
    sawAll &= other.sawAll;
    if (sawAll && wanted != Wanted.BEST) {
      seen = ArrayUtil.grow(seen, collected + other.collected);
      System.arraycopy(other.seen, 0, seen, collected, other.collected);
    }
    collected += other.collected;
    for (long next : other.bestScoresFirst()) {
      if (score(next) < worst) {
        break;
      }
      keep(doc(next), score(next));
    }
  }

  /** Keeps a document, and tells whether a better score is needed from now on. */
  private boolean keep(int doc, float score) throws IOException {
    if (kept.size() < limit) {
      kept.push(encoded(doc, score));
      if (kept.size() < limit) {
        return false;
      }
      worst = score(kept.top());
      return true;
    }
    if (score == worst) {
      putAside(doc);
      return false;
    }
    int out = doc(kept.top());
    float next = score(kept.updateTop(encoded(doc, score)));
    if (next == worst) {
      putAside(out);
      return false;
    }
    tiedSize = 0;
    worst = next;
    return true;
  }

  private void putAside(int doc) throws IOException {
    if (tiedSize == tied.length) {
      tied = Arrays.copyOf(tied, tiedSize * 2);
    }
    tied[tiedSize++] = doc;
    if (tiedSize == MAX_TIED) {
      settleTies();
    }
  }

  /**
   * Returns a number that is greater for a better score, and of equal scores for a document that
   * comes earlier. Scores are never negative, so that their bits are in the same order as they.
   */
  private static long encoded(int doc, float score) {
    return (long) Float.floatToIntBits(score) << Integer.SIZE | (Integer.MAX_VALUE - doc);
  }

  private static int doc(long encoded) {
    return Integer.MAX_VALUE - (int) encoded;
  }

  private static float score(long encoded) {
    return Float.intBitsToFloat((int) (encoded >>> Integer.SIZE));
  }

  @Override
  public ScoreMode scoreMode() {
    return wanted == Wanted.ALL_OF_FEW ? ScoreMode.COMPLETE : ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return after == null || afterId == null
        ? new OfLeaf(leaf)
        : new Behind(leaf, after.score, afterId);
  }

  /** Keeps only documents behind one: of a lower score, or of the same and with a greater id. */
  private final class Behind implements LeafCollector {
    private final OfLeaf all;
    private final float score;
    private final SortedDocValues order;

    /** The lowest number of an id that is greater. */
    private final int first;

    private Scorable scorer = new Unset();

    private Behind(LeafReaderContext leaf, float score, BytesRef id) throws IOException {
      this.score = score;
      all = new OfLeaf(leaf);
      order = DocValues.getSorted(leaf.reader(), Schema.ID);
      int found = order.lookupTerm(id);
      first = found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public void setScorer(Scorable next) throws IOException {
      scorer = next;
      all.setScorer(next);
    }

    @Override
    public void collect(int doc) throws IOException {
      float here = scorer.score();
      if (here < score || (here == score && isGreater(doc))) {
        all.collect(doc);
      } else {
        note(all.base + doc);
      }
    }

    private boolean isGreater(int doc) throws IOException {
      return order.advanceExact(doc) && order.ordValue() >= first;
    }
  }

  private final class OfLeaf implements LeafCollector {
    private final int base;
    private Scorable scorer = new Unset();

    private OfLeaf(LeafReaderContext leaf) throws IOException {
      base = leaf.docBase;
      if (waiting != null) {
        waiting.start(leaf);
      }
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      this.scorer = scorer;
      skip();
    }

    @Override
    public void collect(int doc) throws IOException {
      float score = scorer.score();
      boolean sawAllBefore = sawAll;
      note(base + doc);
      boolean better =
          score >= worst && (waiting == null ? keep(base + doc, score) : waiting.add(doc, score));
      if (better || sawAll != sawAllBefore) {
        skip();
      }
    }

    /** Lets the scorer pass over documents that score less than the worst one kept. */
    private void skip() throws IOException {
      if (!sawAll && kept.size() == limit) {
        scorer.setMinCompetitiveScore(worst);
      }
    }
  }

  private static final class Unset extends Scorable {
    @Override
    public float score() {
      throw new IllegalStateException("collecting starts before there is a scorer");
    }
  }
}
