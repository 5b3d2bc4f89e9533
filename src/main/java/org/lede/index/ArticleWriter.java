package org.lede.index;

import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.lede.Article;
import org.lede.query.Budget;
import org.lede.query.Query;

/**
 * Writes articles, knowing of each whether it replaces another.
 *
 * <p>That is needed to report it, and it saves work: an article whose id is new goes in without
 * Lucene having to look for one to delete. Must run on {@link OwnThreads}.
 */
final class ArticleWriter {
  /**
   * How many ids may be remembered before a refresh is due, whatever the clock says: some twenty
   * megabytes.
   */
  private static final int MAX_KNOWN_IDS = 200_000;

  private final IndexWriter writer;
  private final Snapshots snapshots;
  private final KnownIds ids;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final ArticleDocuments documents;
  private final PairLearner pairs;
  private final FacetRegistry facets;

  /** One lock for all ids of the same hash, so that two writes of one id never overlap. */
  private final ReentrantLock[] locks =
      IntStream.range(0, 256).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  /** Shared by writes of single articles, exclusive to those by query and to learning of pairs. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  ArticleWriter(
      IndexWriter writer,
      Snapshots snapshots,
      KnownIds ids,
      TextAnalysis analysis,
      Budget budget,
      ArticleDocuments documents,
      PairLearner pairs,
      FacetRegistry facets) {
    this.writer = writer;
    this.snapshots = snapshots;
    this.ids = ids;
    this.analysis = analysis;
    this.budget = budget;
    this.documents = documents;
    this.pairs = pairs;
    this.facets = facets;
  }

  /**
   * What was written.
   *
   * @param sequence the place of the write among all writes
   * @param replaced whether there was an article of that id
   */
  record Written(long sequence, boolean replaced) {}

  /**
   * Adds or replaces an article.
   *
   * @throws IllegalArgumentException if the article cannot be taken; the index is as before
   */
  Written add(Article article) throws IOException {
    facets.learn(article);
    Written written = alone(article.id(), () -> write(article));
    if (ids.size() > MAX_KNOWN_IDS) {
      snapshots.maybeRefresh();
    }
    String language = Languages.analysedAs(article.language());
    if (pairs.isDueAfterArticle(language)) {
      learnPairs(language);
    }
    return written;
  }

  private void learnPairs(String language) throws IOException {
    gate.writeLock().lock();
    try {
      pairs.learn(language);
    } finally {
      gate.writeLock().unlock();
    }
  }

  private Written write(Article article) throws IOException {
    String id = article.id();
    boolean replaces = contains(id);
    Document document = documents.document(article, pairs.frequent());
    long sequence =
        replaces
            ? writer.updateDocument(new Term(Schema.ID, id), document)
            : writer.addDocument(document);
    ids.remember(id, true);
    return new Written(sequence, replaces);
  }

  private boolean contains(String id) throws IOException {
    var known = ids.present(id);
    if (known.isPresent()) {
      return known.get();
    }
    Snapshot snapshot = snapshots.acquire();
    try {
      return snapshot.contains(id);
    } finally {
      snapshots.release(snapshot);
    }
  }

  /** Removes an article, if there is one of that id. */
  long remove(String id) throws IOException {
    return alone(
        id,
        () -> {
          long sequence = writer.deleteDocuments(new Term(Schema.ID, id));
          ids.remember(id, false);
          return sequence;
        });
  }

  /** Removes all articles that match, while nothing else is written. */
  long removeAll(Query query) throws IOException {
    gate.writeLock().lock();
    try {
      snapshots.maybeRefreshBlocking(); // a query is made for the languages and words of a snapshot
      Snapshot snapshot = snapshots.acquire();
      try {
        writer.deleteDocuments(new LuceneQueries(snapshot, analysis, budget).of(query));
      } finally {
        snapshots.release(snapshot);
      }
      snapshots.maybeRefreshBlocking(); // which ids are gone, only the new snapshot knows
      return lastSequence();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** Returns the place of the last write among all writes. */
  long lastSequence() {
    return writer.getMaxCompletedSequenceNumber();
  }

  private <T> T alone(String id, OwnThreads.Work<T> work) throws IOException {
    ReentrantLock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
    gate.readLock().lock();
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
      gate.readLock().unlock();
    }
  }
}
