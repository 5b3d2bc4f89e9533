package org.lede.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/** Writes a plain Lucene index, with several threads if need be. */
final class LuceneIndexing implements AutoCloseable {
  /** The write buffer of both engines. */
  static final int BUFFER_MEGABYTES = 128;

  private final Directory directory;
  private final IndexWriter writer;
  private final boolean replacing;
  private final LuceneDocuments documents = new LuceneDocuments();

  /**
   * Starts an index, or goes on with one.
   *
   * @param folder an empty folder, one that does not exist, or one with such an index
   * @param replacing whether an article replaces one with the same id, as it does in Lede
   */
  LuceneIndexing(Path folder, boolean replacing) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, config());
    this.replacing = replacing;
  }

  /** Leaves out compound files, which are slower to write; Lede leaves them out as well. */
  private static IndexWriterConfig config() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setNoCFSRatio(0);
    return new IndexWriterConfig(new EnglishText())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setUseCompoundFile(false)
        .setMergePolicy(merges);
  }

  /** Makes an index to be searched. */
  static void make(Path folder, Stream<Article> articles, boolean optimized) throws IOException {
    try (LuceneIndexing indexing = new LuceneIndexing(folder, true)) {
      indexing.addAll(articles.iterator());
      if (optimized) {
        indexing.writer.forceMerge(1);
      }
    }
  }

  /** Adds articles with several threads, each of which takes the next one as soon as it can. */
  void addAll(Iterable<Article> articles, int threads) {
    Iterator<Article> source = articles.iterator();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(() -> addAll(source), workers))
                  .limit(threads)
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  private void addAll(Iterator<Article> source) {
    try {
      for (Article article = next(source); article != null; article = next(source)) {
        add(article);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write the index in " + directory, e);
    }
  }

  private static @Nullable Article next(Iterator<Article> source) {
    synchronized (source) {
      return source.hasNext() ? source.next() : null;
    }
  }

  void add(Article article) throws IOException {
    Document document = documents.document(article);
    if (replacing) {
      writer.updateDocument(new Term(LuceneDocuments.ID, article.id()), document);
    } else {
      writer.addDocument(document);
    }
  }

  /** Opens what was written so far. */
  DirectoryReader reader() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Opens what was written since; null if nothing was. */
  @Nullable DirectoryReader newer(DirectoryReader reader) throws IOException {
    return DirectoryReader.openIfChanged(reader, writer);
  }

  /** Waits for merges and commits. */
  @Override
  public void close() throws IOException {
    try (directory) {
      writer.close();
    }
  }
}
