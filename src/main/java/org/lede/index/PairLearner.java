package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/**
 * Learns from an index which words of a language are frequent, once it holds enough articles, and
 * writes those articles once more, so that they have their {@link WordPairs} as all later ones.
 *
 * <p>Wherever this is broken off, nothing is wrong: what pairs a segment lacks, searches see for
 * themselves. The next opening goes on with it.
 */
final class PairLearner {
  /** How many articles of a language tell which of its words are frequent. */
  static final int ENOUGH = 1_000;

  /**
   * How many times as many articles there may be already: while those are written once more,
   * everything else waits.
   */
  private static final int MOST = 10;

  private static final long NEVER = Long.MAX_VALUE;

  private final IndexWriter writer;
  private final Snapshots snapshots;
  private final ArticleDocuments documents;
  private final int words;
  private final int enough;

  /** How many articles of each language are still to be written before it is time to look. */
  private final Map<String, AtomicLong> left = new ConcurrentHashMap<>();

  private final AtomicReference<FrequentWords> frequent;

  /**
   * Makes a learner.
   *
   * @param frequent holds what is known, for all who need it
   * @param words how many words of a language to learn; 0 to learn no more
   * @param enough how many articles of a language it takes
   */
  PairLearner(
      IndexWriter writer,
      Snapshots snapshots,
      ArticleDocuments documents,
      AtomicReference<FrequentWords> frequent,
      int words,
      int enough) {
    this.writer = writer;
    this.snapshots = snapshots;
    this.documents = documents;
    this.words = words;
    this.enough = enough;
    this.frequent = frequent;
  }

  /** Returns the words that the articles written now need pairs of. */
  FrequentWords frequent() {
    return frequent.get();
  }

  /** Counts an article that was written, and tells whether it is time to {@link #learn}. */
  boolean isDueAfterArticle(String language) throws IOException {
    AtomicLong count = left.get(language);
    if (count == null) {
      AtomicLong fresh = new AtomicLong(leftAtFirst(language));
      AtomicLong other = left.putIfAbsent(language, fresh);
      count = other == null ? fresh : other;
    }
    return count.get() != NEVER && count.decrementAndGet() <= 0;
  }

  private long leftAtFirst(String language) throws IOException {
    if (frequent().has(language)) {
      return 0; // the program may have ended while it learned
    }
    if (words == 0) {
      return NEVER;
    }
    Snapshot snapshot = snapshots.acquire();
    try {
      return (long) enough - snapshot.reader().getDocCount(Schema.text(language));
    } finally {
      snapshots.release(snapshot);
    }
  }

  /** Learns the words of a language if it is time to. Nothing else may be written meanwhile. */
  void learn(String language) throws IOException {
    AtomicLong count = left.get(language);
    if (count == null || count.get() > 0) {
      return; // somebody else has just done it
    }
    snapshots.maybeRefreshBlocking();
    Snapshot snapshot = snapshots.acquire();
    try {
      count.set(learn(language, snapshot));
    } finally {
      snapshots.release(snapshot);
    }
  }

  /**
   * Learns if there is enough to learn from; returns after how many more articles to look again.
   */
  private long learn(String language, Snapshot snapshot) throws IOException {
    List<Integer> unpaired = unpaired(language, snapshot);
    if (unpaired.size() > (long) MOST * enough) {
      return NEVER;
    }
    if (!frequent().has(language)) {
      if (unpaired.size() < enough) {
        return Math.max(enough - unpaired.size(), (enough + 9) / 10); // or it would look too often
      }
      keep(frequent().with(language, mostFrequent(language, snapshot)));
    }
    StoredFields stored = snapshot.reader().storedFields();
    for (int doc : unpaired) {
      Article article = ArticleDocuments.article(stored.document(doc));
      writer.updateDocument(
          new Term(Schema.ID, article.id()), documents.document(article, frequent()));
    }
    return NEVER;
  }

  private void keep(FrequentWords learned) {
    Map<String, String> data = new HashMap<>();
    writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    data.putAll(learned.commitData());
    writer.setLiveCommitData(data.entrySet());
    frequent.set(learned);
  }

  /** Returns the articles of a language that lack their pairs; no more than can be helped. */
  private List<Integer> unpaired(String language, Snapshot snapshot) throws IOException {
    List<Integer> docs = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      if (docs.size() <= (long) MOST * enough && !WordPairs.isComplete(leaf.reader(), language)) {
        addUnpaired(language, leaf, docs);
      }
    }
    return docs;
  }

  /** Every article with a field has a norm of it, however few words it has. */
  private static void addUnpaired(String language, LeafReaderContext leaf, List<Integer> docs)
      throws IOException {
    LeafReader reader = leaf.reader();
    NumericDocValues texts = reader.getNormValues(Schema.text(language));
    NumericDocValues pairs = reader.getNormValues(Schema.pairs(language));
    Bits live = reader.getLiveDocs();
    while (texts != null && texts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = texts.docID();
      if ((live == null || live.get(doc)) && (pairs == null || !pairs.advanceExact(doc))) {
        docs.add(leaf.docBase + doc);
      }
    }
  }

  /** A word, and how many texts have it. */
  private record Counted(BytesRef word, int texts) {}

  private List<BytesRef> mostFrequent(String language, Snapshot snapshot) throws IOException {
    Comparator<Counted> order = Comparator.comparingInt(Counted::texts);
    PriorityQueue<Counted> most =
        new PriorityQueue<>(order.thenComparing(Counted::word, Comparator.reverseOrder()));
    @Nullable Terms terms = MultiTerms.getTerms(snapshot.reader(), Schema.text(language));
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      if (FrequentWords.canKeep(word)) {
        most.add(new Counted(BytesRef.deepCopyOf(word), each.docFreq()));
        if (most.size() > words) {
          most.remove();
        }
      }
    }
    return most.stream().map(Counted::word).toList();
  }
}
