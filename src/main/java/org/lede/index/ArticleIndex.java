package org.lede.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.lede.Article;
import org.lede.CursorExpired;
import org.lede.Facet;
import org.lede.query.Parsed;
import org.lede.query.Query;
import org.lede.query.QuerySyntax;
import org.lede.search.ArticleSearcher;
import org.lede.search.Cursor;
import org.lede.search.FacetRequest;
import org.lede.search.Miss;
import org.lede.search.Receipt;
import org.lede.search.Search;
import org.lede.search.SearchResult;
import org.lede.search.Suggestion;

/**
 * Articles that can be searched: in a folder, or in memory.
 *
 * <p>Safe for all threads, and there is nothing to acquire or release. {@linkplain org.lede.index
 * The package} tells what is seen when.
 *
 * <p>Every method throws {@link IllegalStateException} once this is closed, and {@link
 * org.lede.StorageFailed} if files cannot be read or written; what was committed before is then
 * still there.
 */
public final class ArticleIndex implements ArticleSearcher, AutoCloseable {
  /** How often snapshots are let go that nobody pages through any more. */
  private static final Duration LETTING_GO = Duration.ofSeconds(10);

  /**
   * How long after the last search it is taken for granted that nobody looks, and how long a write
   * may stay unseen then while a batch is added: each refresh cuts off a small piece of the index,
   * which has to be merged later.
   */
  private static final long UNWATCHED_NANOS = Duration.ofMinutes(1).toNanos();

  /** How often it is looked whether facets are asked for that could be counted faster. */
  private static final Duration PREPARING = Duration.ofSeconds(1);

  private final Engine engine;
  private final OwnThreads threads;
  private final Failures failures;
  private final int bulkThreads;
  private final @Nullable Executor executor;
  private final LongSupplier nanos;
  private final InstantSource clock;

  /** Whether every search must see every write before it. */
  private final boolean seesAll;

  /** Marks the receipts of this opening. */
  private final String mark = UUID.randomUUID().toString();

  /** Shared by everything that uses the engine, exclusive to closing it. */
  private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();

  /** How many batches are being added. */
  private final AtomicInteger batches = new AtomicInteger();

  /** When somebody last looked, by {@link #nanos}; at first, so long ago that nobody does. */
  private volatile long lastLooked;

  /** When there last was a refresh by the clock. */
  private volatile long lastRefreshed;

  private boolean closed;

  private ArticleIndex(
      String name, boolean seesAll, IndexSettings settings, OwnThreads.Work<Engine> opening) {
    this(name, seesAll, settings, opening, System::nanoTime);
  }

  private ArticleIndex(
      String name,
      boolean seesAll,
      IndexSettings settings,
      OwnThreads.Work<Engine> opening,
      LongSupplier nanos) {
    this.seesAll = seesAll;
    this.nanos = nanos;
    lastRefreshed = nanos.getAsLong();
    lastLooked = lastRefreshed - UNWATCHED_NANOS;
    executor = settings.runsOnCaller() ? null : settings.executor();
    bulkThreads = settings.threads();
    clock = settings.clock();
    failures = new Failures(name);
    threads = new OwnThreads(name);
    engine = opened(opening);
    if (!seesAll) {
      threads.repeat(settings.refreshInterval(), settings.refreshInterval(), this::refreshIfDue);
    }
    threads.warmUp();
    threads.repeat(
        Duration.ZERO,
        PREPARING,
        () -> {
          prepare();
          return true;
        });
    threads.repeat(
        LETTING_GO,
        LETTING_GO,
        () -> {
          engine.held().letGo();
          return true;
        });
  }

  /** Refreshes; while a batch is added and nobody looks, only now and then. */
  private boolean refreshIfDue() throws IOException {
    long now = nanos.getAsLong();
    boolean isDue =
        batches.get() == 0
            || now - lastLooked < UNWATCHED_NANOS
            || now - lastRefreshed > UNWATCHED_NANOS;
    boolean refreshed = isDue && engine.snapshots().maybeRefresh();
    if (refreshed) {
      lastRefreshed = now;
    }
    return refreshed;
  }

  /** Makes what is held in memory to search faster, which is done in the background as well. */
  void prepare() throws IOException {
    engine.prepare();
  }

  private Engine opened(OwnThreads.Work<Engine> opening) {
    boolean success = false;
    try {
      Engine opened = threads.call(opening);
      success = true;
      return opened;
    } catch (IOException e) {
      throw failures.of("open", e);
    } finally {
      if (!success) {
        threads.close();
      }
    }
  }

  /**
   * Opens an index in a folder for reading and writing, and makes it if there is none.
   *
   * @param folder the folder; made if it does not exist
   * @return the index; must be closed
   * @throws org.lede.IndexLocked if another program, or another part of this one, has it open for
   *     writing
   * @throws org.lede.NotAnIndex if the folder holds something else
   * @throws org.lede.SchemaMismatch if it was written with another threshold, or by a newer version
   * @throws org.lede.IndexTooOld if it was written by a version too old to be read
   * @throws org.lede.IndexDamaged if its files do not fit together
   * @throws org.lede.StorageFailed if the folder cannot be read or written
   */
  public static ArticleIndex open(Path folder) {
    return open(folder, IndexSettings.defaults());
  }

  /**
   * Opens an index in a folder, as {@link #open(Path)} does.
   *
   * @param folder the folder; made if it does not exist
   * @param settings how the index works
   * @return the index; must be closed
   */
  public static ArticleIndex open(Path folder, IndexSettings settings) {
    return open(folder, settings, PairLearner.ENOUGH);
  }

  /**
   * Opens an index that learns the frequent words of a language from any number of its articles,
   * for tests.
   */
  static ArticleIndex open(Path folder, IndexSettings settings, int enough) {
    return new ArticleIndex(
        folder.toString(), false, settings, () -> Engine.onDisk(folder, settings, enough));
  }

  /**
   * Opens an index in a directory of the caller's making, for tests of what happens when files
   * fail.
   */
  static ArticleIndex on(Directory directory, Path folder) {
    IndexSettings settings = IndexSettings.defaults();
    return new ArticleIndex(
        folder.toString(),
        false,
        settings,
        () -> Engine.inDirectory(directory, new IndexFolder(folder), settings, PairLearner.ENOUGH));
  }

  /**
   * Opens an index in a folder for reading only, whoever has it open for writing. It sees what a
   * writer commits, after the next refresh.
   *
   * @param folder the folder of an index
   * @return the index; must be closed; what would change it throws {@link IllegalStateException}
   * @throws org.lede.NotAnIndex if there is no index in the folder
   * @throws org.lede.SchemaMismatch if it was written by a newer version
   * @throws org.lede.IndexTooOld if it was written by a version too old to be read
   * @throws org.lede.IndexDamaged if its files do not fit together
   * @throws org.lede.StorageFailed if the folder cannot be read
   */
  public static ArticleIndex openReadOnly(Path folder) {
    return openReadOnly(folder, IndexSettings.defaults());
  }

  /**
   * Opens an index for reading only, as {@link #openReadOnly(Path)} does.
   *
   * @param folder the folder of the index
   * @param settings how the index works; its threshold is the one that it was written with
   * @return the index; must be closed
   * @throws org.lede.LedeException as {@link #openReadOnly(Path)} says
   */
  public static ArticleIndex openReadOnly(Path folder, IndexSettings settings) {
    return new ArticleIndex(
        folder.toString(), false, settings, () -> Engine.readOnly(folder, settings));
  }

  /**
   * Makes an empty index that lives in memory, as unit tests like it: every write is seen by the
   * next search.
   *
   * @return the index; must be closed
   */
  public static ArticleIndex inMemory() {
    return inMemory(IndexSettings.defaults());
  }

  /**
   * Makes an empty index that lives in memory, as {@link #inMemory()} does.
   *
   * @param settings how the index works
   * @return the index; must be closed
   */
  public static ArticleIndex inMemory(IndexSettings settings) {
    return inMemory(settings, PairLearner.ENOUGH);
  }

  /**
   * Makes an empty index in memory that learns the frequent words of a language from any number of
   * its articles, for tests.
   */
  static ArticleIndex inMemory(IndexSettings settings, int enough) {
    return new ArticleIndex("in memory", true, settings, () -> Engine.inMemory(settings, enough));
  }

  /** Makes an empty index in memory whose deadlines go by a clock of the caller's, for tests. */
  static ArticleIndex inMemory(IndexSettings settings, LongSupplier nanos) {
    return new ArticleIndex(
        "in memory", true, settings, () -> Engine.inMemory(settings, PairLearner.ENOUGH), nanos);
  }

  /**
   * Adds an article, or replaces the one with the same id.
   *
   * @param article the article
   * @return a receipt, for a search that must see it
   * @throws IllegalArgumentException if a tag's facet is flat in this index and hierarchical here,
   *     or the other way round, or if it is one facet more than the 100 an index may have
   */
  public Receipt add(Article article) {
    return receipt("add article " + article.id(), () -> engine.articles().add(article).sequence());
  }

  /**
   * Adds articles on several threads. Of two with the same id the later one stays.
   *
   * <p>An article that cannot be taken is reported, and the others go in. If reading the articles
   * throws, those read before go in nevertheless. An interrupt is kept until the batch is done.
   *
   * @param articles the articles, read on the calling thread
   * @return what became of them
   */
  public BulkReport addAll(Iterable<Article> articles) {
    return addAll(articles, taken -> {});
  }

  /**
   * Adds articles, as {@link #addAll(Iterable)} does.
   *
   * @param articles the articles, read on the calling thread
   * @param listener is told how far it has come, on the calling thread
   * @return what became of them
   */
  public BulkReport addAll(Iterable<Article> articles, ProgressListener listener) {
    return addAll(articles.iterator(), listener);
  }

  /**
   * Adds articles, as {@link #addAll(Iterable)} does.
   *
   * @param articles the articles, read on the calling thread; not closed
   * @return what became of them
   */
  public BulkReport addAll(Stream<Article> articles) {
    return addAll(articles, taken -> {});
  }

  /**
   * Adds articles, as {@link #addAll(Iterable)} does.
   *
   * @param articles the articles, read on the calling thread; not closed
   * @param listener is told how far it has come, on the calling thread
   * @return what became of them
   */
  public BulkReport addAll(Stream<Article> articles, ProgressListener listener) {
    return addAll(articles.iterator(), listener);
  }

  private BulkReport addAll(Iterator<Article> articles, ProgressListener listener) {
    return doing(
        "add articles",
        () -> {
          batches.incrementAndGet();
          try {
            BulkAdd adding = new BulkAdd(engine.articles(), bulkThreads, listener);
            BulkReport report = adding.run(articles, threads, mark);
            if (engine.isLarge(report.added() + report.replaced())) {
              threads.call(() -> engine.flushBuffer(bulkThreads), bulkThreads);
              threads.call(engine::mergeAfterBatch);
            }
            return report;
          } finally {
            batches.decrementAndGet();
          }
        });
  }

  /**
   * Removes an article; does nothing if there is none of that id.
   *
   * @param id its id
   * @return a receipt, for a search that must not see it any more
   */
  public Receipt remove(String id) {
    return receipt("remove article " + id, () -> engine.articles().remove(id));
  }

  /**
   * Removes every article that matches a query, those included that no search has seen yet.
   *
   * @param query the query
   * @return a receipt, for a search that must not see them any more
   * @throws org.lede.BudgetExceeded if the query is larger than the engine allows
   */
  public Receipt removeAll(Query query) {
    return receipt("remove articles", () -> engine.articles().removeAll(query));
  }

  /** Makes everything written so far safe from a crash of program or machine. */
  public void commit() {
    doing("commit", () -> threads.call(engine.writer()::commit));
  }

  /**
   * Makes everything written so far visible to searches; in a read-only index, everything committed
   * by its writer.
   */
  public void refresh() {
    doing("refresh", this::refreshed);
  }

  private boolean refreshed() throws IOException {
    return threads.call(() -> {
      engine.snapshots().maybeRefreshBlocking();
      return true;
    });
  }

  /**
   * Returns how many articles a search sees.
   *
   * @return their number
   */
  public long size() {
    return reading("count articles", snapshot -> (long) snapshot.reader().numDocs());
  }

  /**
   * Returns an article, as a search sees it.
   *
   * @param id its id
   * @return the article, equal to what was added, if there is one of that id
   */
  public Optional<Article> article(String id) {
    return reading(
        "read article " + id,
        snapshot -> Optional.ofNullable(snapshot.stored(id)).map(ArticleDocuments::article));
  }

  /**
   * Optimizes the index, as {@link #optimize(OptimizeListener)} does.
   *
   * @return whether it is optimized now; not if this was closed meanwhile
   */
  public boolean optimize() {
    return optimize(progress -> true);
  }

  /**
   * Merges the index into one segment in which short articles come first, and of those that are
   * equally long, such as have the same words stand together. That makes it smaller, and searches
   * for words faster, until more is written; it suits an archive, or the time after a large batch.
   * Answers stay the same, and so do pages behind a {@link Cursor}. An index that was optimized and
   * has not changed since is left alone.
   *
   * <p><b>What it costs.</b> The whole index is written anew: 100,000 articles of 130 words take
   * some 20 to 30 seconds. Meanwhile there should be room on disk for one and a half times the
   * index more: first for the words to be sorted, then for the new segment. The room of the old
   * segments is free after the next {@link #commit}, and once no search and no cursor holds them.
   * It takes some 20 megabytes of heap, and 50 bytes more for each article. If a quarter of the
   * heap is too little to find an order, the articles are merged in the order they have.
   *
   * <p><b>Meanwhile</b> searches go on, and so do writes; what is written after the start may be
   * left in segments of its own. One run waits for another. {@link #close} breaks it off.
   *
   * <p><b>If it is broken off,</b> or the disk gets full while it merges, nothing is lost, the
   * index is as it was, and what was written of the new segment is deleted. That takes a moment,
   * and, while merges run that adding has started, until these end.
   *
   * @param listener is told how far it has come, on the calling thread, and may break it off
   * @return whether it is optimized now; not if the listener broke it off, or if this was closed
   *     meanwhile
   */
  public boolean optimize(OptimizeListener listener) {
    return doing("optimize", () -> engine.optimizer().run(listener, threads, failures));
  }

  /**
   * Returns the facets by which articles can be searched here: the built-in ones, then those of
   * your own that it holds.
   *
   * @return the facets
   */
  public SequencedSet<Facet> facets() {
    return reading(
        "list facets",
        snapshot -> {
          engine.facets().learn(snapshot.facets());
          return engine.facets().all();
        });
  }

  /**
   * Returns what text that people type is read with here: the {@link #facets} of this index, its
   * budget, and the names by which it knows values: the aliases that its articles brought, however
   * they are spelt.
   *
   * @return the syntax; it knows the facets of now, so ask again after adding articles
   */
  public QuerySyntax syntax() {
    return syntax(
        facets(),
        (facet, name) ->
            reading(
                "look up a name", snapshot -> ValueNames.values(snapshot.reader(), facet, name)));
  }

  private QuerySyntax syntax(SequencedSet<Facet> known, QuerySyntax.Names names) {
    return QuerySyntax.defaults().withFacets(known).withBudget(engine.budget()).withNames(names);
  }

  /** Returns the syntax as it is for the articles of a snapshot. */
  private QuerySyntax syntax(Snapshot snapshot) {
    SequencedSet<Facet> known = new LinkedHashSet<>(Facet.BUILT_IN);
    known.addAll(snapshot.facets());
    return syntax(
        known,
        (facet, name) -> {
          try {
            return ValueNames.values(snapshot.reader(), facet, name);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Reads what a person typed, with the {@link #syntax} of this index: to look at the query, or to
   * change it. To search for what was typed, hand the text itself to {@link Search#typed}: only so
   * is less of it searched if it is too much, and most of its words if no article holds all.
   *
   * @param text what was typed
   * @return the query, and what had to be changed
   */
  public Parsed parse(String text) {
    return Query.parse(text, syntax());
  }

  /**
   * Returns how large the index is.
   *
   * @return the figures
   */
  public IndexStats stats() {
    return reading("measure", snapshot -> IndexMeasures.of(snapshot, engine.otherBytes()));
  }

  @Override
  public SearchResult search(Search search) {
    return answering(
        search,
        deadline ->
            search.after().equals(Cursor.START)
                ? onSnapshot(snapshot -> run(search, snapshot, null, deadline))
                : page(search, PageStart.of(search), deadline));
  }

  /** Answers something about a search, by its deadline. */
  @FunctionalInterface
  private interface Answer<T> {
    T by(Deadline deadline) throws IOException;
  }

  /** Answers a question about a search that is within the budget, once its receipts are seen. */
  private <T> T answering(Search search, Answer<T> answer) {
    lastLooked = nanos.getAsLong();
    Deadline deadline = Deadline.in(search.deadline(), nanos);
    search.receipts().forEach(this::checkReceipt);
    SearchChecks.checkCost(search, engine.budget());
    return doing(
        "search",
        () -> {
          for (Receipt receipt : search.receipts()) {
            see(receipt.sequence());
          }
          return answer.by(deadline);
        });
  }

  /** Answers from the articles as they were for the first page. */
  private SearchResult page(Search search, PageStart start, Deadline deadline) throws IOException {
    Snapshot latest = engine.snapshots().acquire();
    try {
      if (latest.key().equals(start.snapshot())) {
        return run(search, latest, start, deadline);
      }
    } finally {
      engine.snapshots().release(latest);
    }
    Snapshot earlier = engine.held().acquire(start.snapshot());
    try {
      return run(search, earlier, start, deadline);
    } finally {
      earlier.reader().decRef();
    }
  }

  private SearchResult run(
      Search search, Snapshot snapshot, @Nullable PageStart start, Deadline deadline)
      throws IOException {
    if (start != null && (start.doc() < 0 || start.doc() >= snapshot.reader().maxDoc())) {
      throw new CursorExpired("this is no cursor: it points behind all articles");
    }
    checkFacets(search, snapshot);
    Instant now = start == null ? clock.instant() : start.asked();
    Planner planner = planner(snapshot, now, deadline);
    return new SearchRun(snapshot, search, start, now, planner, engine.held(), executor, deadline)
        .result();
  }

  @Override
  public List<Miss> explainMiss(String id, Search search) {
    return answering(search, deadline -> onSnapshot(snapshot -> misses(id, search, snapshot)));
  }

  private List<Miss> misses(String id, Search search, Snapshot snapshot) throws IOException {
    checkFacets(search, snapshot);
    Planner planner = planner(snapshot, clock.instant(), Deadline.NONE);
    LuceneQueries queries =
        search.typed().isEmpty() ? planner.queries(search) : planner.lenientQueries();
    return MissFinder.misses(id, search, planner.plan(search), snapshot, queries);
  }

  private void checkFacets(Search search, Snapshot snapshot) {
    engine.facets().learn(snapshot.facets()); // a writer beside a reader may have brought new ones
    SearchChecks.checkFacets(search, engine.facets());
  }

  @Override
  public List<Suggestion> suggest(String typed, Search within, int limit) {
    if (limit < 0 || limit > MAX_SUGGESTIONS) {
      throw new IllegalArgumentException(
          "the number of suggestions must be from 0 to %d, but is %d"
              .formatted(MAX_SUGGESTIONS, limit));
    }
    return answering(
        within,
        deadline -> onSnapshot(snapshot -> suggestions(typed, within, limit, snapshot, deadline)));
  }

  private List<Suggestion> suggestions(
      String typed, Search within, int limit, Snapshot snapshot, Deadline deadline)
      throws IOException {
    checkFacets(within, snapshot);
    Planner planner = planner(snapshot, clock.instant(), deadline);
    try {
      QueryPlan plan = planner.plan(within);
      return new Suggester(snapshot, plan, planner.lenientQueries(), deadline)
          .suggest(
              typed.substring(0, Math.min(typed.length(), FacetRequest.MAX_TYPED_LENGTH)), limit);
    } catch (TimeUp e) {
      return List.of();
    }
  }

  private Planner planner(Snapshot snapshot, Instant now, Deadline deadline) {
    Supplier<QuerySyntax> typed =
        () -> syntax(snapshot).withClock(Clock.fixed(now, ZoneOffset.UTC));
    return new Planner(snapshot, engine.analysis(), engine.budget(), typed, deadline, now);
  }

  private void checkReceipt(Receipt receipt) {
    if (!receipt.index().equals(mark)) {
      throw new IllegalArgumentException(
          "the receipt %s is not of this opening of %s; a receipt is good until its index is closed"
              .formatted(receipt, failures.index()));
    }
  }

  private void see(long sequence) throws IOException {
    if (!engine.snapshots().shows(sequence)) {
      refreshed();
    }
  }

  /**
   * Does something with the Lucene engine below. <b>Unstable:</b> fields and their form change from
   * version to version.
   *
   * @param <T> what the task returns
   * @param task what to do
   * @return what the task returned
   */
  public <T> T withLucene(LuceneTask<T> task) {
    return reading("do a task", snapshot -> task.run(snapshot.searcher()));
  }

  /**
   * Something to do with the engine below.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface LuceneTask<T> {
    /**
     * Does it.
     *
     * @param searcher a view of the index; not to be used after this returns
     * @return the result
     * @throws IOException if reading fails
     */
    T run(IndexSearcher searcher) throws IOException;
  }

  /** Something to do with a snapshot. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Snapshot snapshot) throws IOException;
  }

  private <T> T reading(String what, Reading<T> reading) {
    lastLooked = nanos.getAsLong();
    return doing(what, () -> onSnapshot(reading));
  }

  private <T> T onSnapshot(Reading<T> reading) throws IOException {
    if (seesAll) {
      see(engine.writer().getMaxCompletedSequenceNumber());
    }
    Snapshot snapshot = engine.snapshots().acquire();
    try {
      return reading.of(snapshot);
    } finally {
      engine.snapshots().release(snapshot);
    }
  }

  private Receipt receipt(String what, OwnThreads.Work<Long> write) {
    return new Receipt(mark, doing(what, () -> threads.call(write)));
  }

  /** Does something while this stays open. */
  private <T> T doing(String what, OwnThreads.Work<T> work) {
    lifecycle.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the index " + failures.index() + " is closed");
      }
      return work.run();
    } catch (IOException e) {
      throw failures.of(what, e);
    } catch (UncheckedIOException e) {
      throw failures.of(what, Objects.requireNonNull(e.getCause()));
    } catch (AlreadyClosedException e) {
      throw failures.stopped(what, e);
    } finally {
      lifecycle.readLock().unlock();
    }
  }

  /**
   * Waits for what is running, commits, and lets go of the folder. Optimizing is broken off rather
   * than waited for. Does nothing if it is closed already.
   *
   * @throws org.lede.StorageFailed if it cannot be committed; it is closed nevertheless
   */
  @Override
  public void close() {
    if (lifecycle.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "the index cannot be closed by what it is running; close it afterwards");
    }
    engine.hurry();
    lifecycle.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        threads.endRepeating(); // or files that it holds could not be deleted
        threads.call(() -> {
          engine.close();
          return true;
        });
      }
    } catch (IOException e) {
      throw failures.of("close", e);
    } finally {
      threads.close();
      lifecycle.writeLock().unlock();
    }
  }
}
