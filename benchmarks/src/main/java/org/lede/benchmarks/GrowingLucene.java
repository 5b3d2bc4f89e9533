package org.lede.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.lede.Article;

/**
 * Plain Lucene with a writer, and readers opened from it. What depends on the reader, such as the
 * state for facets, is made by the first question after a refresh, or by the refresh itself if that
 * is {@linkplain #refreshAhead ahead}. One thread at a time may refresh.
 */
final class GrowingLucene implements GrowingEngine<LuceneEngine.Found> {
  private final LuceneIndexing indexing;
  private volatile DirectoryReader reader;
  private @Nullable LuceneEngine current; // null until somebody asks

  private GrowingLucene(LuceneIndexing indexing, DirectoryReader reader) {
    this.indexing = indexing;
    this.reader = reader;
  }

  static GrowingLucene open(Path folder) throws IOException {
    LuceneIndexing indexing = new LuceneIndexing(folder, true);
    return new GrowingLucene(indexing, indexing.reader());
  }

  /** Returns what answers questions until the next refresh. */
  synchronized LuceneEngine current() throws IOException {
    if (current == null) {
      current = LuceneEngine.on(reader, 1);
    }
    return requireNonNull(current);
  }

  @Override
  public void add(List<Article> articles) throws IOException {
    for (Article article : articles) {
      indexing.add(article);
    }
  }

  @Override
  public void refresh() throws IOException {
    DirectoryReader newer = indexing.newer(reader);
    if (newer != null) { // null says that nothing was added
      publish(newer, null);
    }
  }

  @Override
  public void refreshAhead() throws IOException {
    DirectoryReader newer = indexing.newer(reader);
    if (newer != null) {
      publish(newer, LuceneEngine.on(newer, 1));
    }
  }

  private synchronized void publish(DirectoryReader newer, @Nullable LuceneEngine made)
      throws IOException {
    DirectoryReader older = reader;
    reader = newer;
    current = made;
    older.close(); // it lives on for those that still ask it
  }

  @Override
  public LuceneEngine.Found ask(Question question, Wanted wanted) throws IOException {
    LuceneEngine held = hold();
    try {
      return held.ask(question, wanted);
    } finally {
      held.reader().decRef();
    }
  }

  private synchronized LuceneEngine hold() throws IOException {
    LuceneEngine held = current();
    held.reader().incRef();
    return held;
  }

  @Override
  public Set<String> matches(Question question) throws IOException {
    return current().matches(question);
  }

  @Override
  public Answer answer(LuceneEngine.Found found, Wanted wanted) {
    return LuceneEngine.answerOf(found, wanted);
  }

  @Override
  public long size() {
    return reader.numDocs();
  }

  @Override
  public int segments() {
    return reader.leaves().size();
  }

  @Override
  public void close() throws IOException {
    try (indexing) {
      reader.close();
    }
  }
}
