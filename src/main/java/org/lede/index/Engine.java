package org.lede.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.lede.IndexLocked;
import org.lede.query.Budget;

/** What an open index is made of. Made, used for writing, and closed on {@link OwnThreads}. */
final class Engine {
  /**
   * Which share of an index a batch must be, at least, for it to be merged further afterwards: so
   * that an index that grows by batches is written only a few times as a whole.
   */
  private static final int BULK_SHARE = 8;

  /** How many articles a batch must have, at least, for that. */
  private static final int BULK = 10_000;

  private final Directory directory;
  private final @Nullable IndexFolder folder;
  private final @Nullable IndexWriter writer;
  private final @Nullable ArticleWriter articles;
  private final @Nullable Optimizer optimizer;
  private final Snapshots snapshots;
  private final TextAnalysis analysis;
  private final Budget budget;
  private final FacetRegistry facets = new FacetRegistry();
  private final HeldSnapshots held;
  private final FacetTables tables;
  private final KnownTermsReader.Segments terms = new KnownTermsReader.Segments();

  /**
   * Opens an index for writing, in a folder or in memory.
   *
   * @param enough how many articles of a language tell which of its words are frequent
   */
  private Engine(
      Directory directory, @Nullable IndexFolder folder, IndexSettings settings, int enough)
      throws IOException {
    this.directory = directory;
    this.folder = folder;
    Schema schema = new Schema(settings.aboutThreshold());
    analysis = new TextAnalysis();
    budget = settings.budget();
    held = new HeldSnapshots(settings.cursorLife(), System::nanoTime);
    tables = new FacetTables(settings.facetBytes());
    OptimizingPolicy merges = new OptimizingPolicy();
    AtomicReference<FrequentWords> frequent = new AtomicReference<>(FrequentWords.NONE);
    DerivingCodec codec = new DerivingCodec(frequent::get);
    writer = new IndexWriter(directory, config(analysis, tables, merges, settings).setCodec(codec));
    try {
      KnownIds ids = new KnownIds();
      frequent.set(FrequentWords.of(writer.getLiveCommitData()));
      writer.setLiveCommitData(commitData(schema, frequent.get()).entrySet());
      writer.commit(); // so that from now on the folder is known to be ours
      if (folder != null) {
        folder.writeHolder();
      }
      snapshots = Snapshots.of(terms.reader(DirectoryReader.open(writer)), writer, ids, tables);
      optimizer = new Optimizer(writer, merges, snapshots);
      ArticleDocuments documents = new ArticleDocuments(schema.aboutThreshold());
      PairLearner pairs =
          new PairLearner(writer, snapshots, documents, frequent, settings.frequentWords(), enough);
      articles =
          new ArticleWriter(writer, snapshots, ids, analysis, budget, documents, pairs, facets);
      learnFacets();
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileHandlingException(writer, analysis);
      throw e;
    }
  }

  /** Returns what is kept with every commit: the schema of now, and the words learned before. */
  private static Map<String, String> commitData(Schema schema, FrequentWords frequent) {
    Map<String, String> data = new HashMap<>(schema.commitData());
    data.putAll(frequent.commitData());
    return data;
  }

  /** Opens an index for reading only. */
  private Engine(Directory directory, IndexSettings settings) throws IOException {
    this.directory = directory;
    budget = settings.budget();
    held = new HeldSnapshots(settings.cursorLife(), System::nanoTime);
    folder = null;
    analysis = new TextAnalysis();
    writer = null;
    articles = null;
    optimizer = null;
    tables = new FacetTables(settings.facetBytes());
    snapshots = Snapshots.of(terms.reader(DirectoryReader.open(directory)), tables);
    learnFacets();
  }

  static Engine inMemory(IndexSettings settings, int enough) throws IOException {
    return new Engine(new ByteBuffersDirectory(), null, settings, enough);
  }

  static Engine onDisk(Path path, IndexSettings settings, int enough) throws IOException {
    IndexFolder folder = new IndexFolder(path);
    folder.checkWritable(new Schema(settings.aboutThreshold()));
    Files.createDirectories(path);
    return inDirectory(folder.directory(), folder, settings, enough);
  }

  /** Opens an index for writing in a directory that is closed with it, or if that fails. */
  static Engine inDirectory(
      Directory directory, IndexFolder folder, IndexSettings settings, int enough)
      throws IOException {
    try {
      return new Engine(directory, folder, settings, enough);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexLocked(folder.path().toString(), folder.holder());
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  static Engine readOnly(Path path, IndexSettings settings) throws IOException {
    IndexFolder folder = new IndexFolder(path);
    folder.checkReadable();
    Directory directory = folder.directory();
    try {
      return new Engine(directory, settings);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static IndexWriterConfig config(
      TextAnalysis analysis, FacetTables tables, OptimizingPolicy merges, IndexSettings settings) {
    return new IndexWriterConfig(analysis)
        .setRAMBufferSizeMB(settings.writeBufferMegabytes())
        .setUseCompoundFile(false)
        .setSimilarity(new TextSimilarity())
        .setMergeScheduler(new OptimizingScheduler())
        .setMergePolicy(merges)
        .setMergedSegmentWarmer(tables::prepare);
  }

  private void learnFacets() throws IOException {
    Snapshot snapshot = snapshots.acquire();
    try {
      facets.learn(snapshot.facets());
    } finally {
      snapshots.release(snapshot);
    }
  }

  boolean isReadOnly() {
    return writer == null;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  TextAnalysis analysis() {
    return analysis;
  }

  Budget budget() {
    return budget;
  }

  HeldSnapshots held() {
    return held;
  }

  FacetRegistry facets() {
    return facets;
  }

  ArticleWriter articles() {
    if (articles == null) {
      throw readOnly();
    }
    return articles;
  }

  IndexWriter writer() {
    if (writer == null) {
      throw readOnly();
    }
    return writer;
  }

  Optimizer optimizer() {
    if (optimizer == null) {
      throw readOnly();
    }
    return optimizer;
  }

  private static IllegalStateException readOnly() {
    return new IllegalStateException(
        "the index is open for reading only; open it with ArticleIndex.open to change it");
  }

  /** Tells whether a batch is so large that the index should be merged further. */
  boolean isLarge(long articles) {
    return articles >= BULK && articles * BULK_SHARE >= writer().getDocStats().maxDoc;
  }

  /**
   * Writes one of the write buffers to disk, if there is one; others can be written at the same
   * time. Two threads may choose the same one, and the later of them gets none, so it tries again.
   *
   * @param attempts how often to try
   */
  boolean flushBuffer(int attempts) throws IOException {
    for (int attempt = 0; attempt < attempts; attempt++) {
      if (writer().flushNextBuffer()) {
        return true;
      }
    }
    return false;
  }

  /** Merges further in the background. */
  boolean mergeAfterBatch() throws IOException {
    writer().flush();
    writer().maybeMerge();
    return true;
  }

  /**
   * Holds in memory what makes searches of the latest snapshot faster: its {@link KnownTerms}, its
   * facet table if that lacks something that is wanted, and its {@link CountedTerms}.
   */
  void prepare() throws IOException {
    Snapshot snapshot = snapshots.acquire();
    try {
      if (tables.isMissing()) {
        tables.prepare(snapshot);
      }
      terms.learn(snapshot.reader());
      tables.countTerms(snapshot);
    } finally {
      snapshots.release(snapshot);
    }
  }

  /** Returns how many bytes of heap are held for known terms and for what is not yet on disk. */
  long otherBytes() {
    return terms.memoryBytes() + (writer == null ? 0 : writer.ramBytesUsed());
  }

  /** Ends soon what is running and may take long, so that this can be closed. */
  void hurry() {
    terms.hurry();
    tables.hurry();
    if (optimizer != null) {
      optimizer.stop();
    }
  }

  /**
   * Commits and closes everything, as far as possible even if something fails. Snapshots come
   * before the writer, as it is the writer that deletes the files that only they needed.
   */
  void close() throws IOException {
    IOUtils.close(held::close, snapshots, this::closeWriter, analysis, directory);
  }

  private void closeWriter() throws IOException {
    try {
      if (writer != null) {
        writer.close();
      }
      if (folder != null) {
        folder.deleteHolder();
      }
    } finally {
      IOUtils.close(writer); // once more, if it failed
    }
  }
}
