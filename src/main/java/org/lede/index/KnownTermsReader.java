package org.lede.index;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * A reader that looks terms up among the {@link KnownTerms} of its segments first. All queries use
 * them, those of Lucene as well, and find what they find without.
 */
final class KnownTermsReader extends FilterDirectoryReader {
  private final Segments segments;

  private KnownTermsReader(DirectoryReader in, Segments segments) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return new Segment(segment, segments.known(segment));
          }
        });
    this.segments = segments;
  }

  /** The known terms of all segments, shared by all readers, and let go with the segment. */
  static final class Segments {
    /** Segments with fewer documents are looked up in their files: they are fast to search. */
    private static final int SMALL = 4_096;

    /** Terms with fewer documents are looked up in the files. */
    private static final int LEAST_DOCS = 16;

    private final int small;
    private final int leastDocs;

    /** What is known of each segment; null inside as long as nobody has looked. */
    private final ConcurrentMap<IndexReader.CacheKey, AtomicReference<@Nullable KnownTerms>> known =
        new ConcurrentHashMap<>();

    private volatile boolean hurried;

    Segments() {
      this(SMALL, LEAST_DOCS);
    }

    /**
     * Knows nothing at first.
     *
     * @param small segments with fewer documents are left out
     * @param leastDocs terms with fewer documents are left out
     */
    Segments(int small, int leastDocs) {
      this.small = small;
      this.leastDocs = leastDocs;
    }

    /** Returns a reader of the same that uses what is known. */
    DirectoryReader reader(DirectoryReader reader) throws IOException {
      return new KnownTermsReader(reader, this);
    }

    private AtomicReference<@Nullable KnownTerms> known(LeafReader segment) {
      IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
      AtomicReference<@Nullable KnownTerms> fresh = new AtomicReference<>();
      AtomicReference<@Nullable KnownTerms> before = known.putIfAbsent(helper.getKey(), fresh);
      if (before != null) {
        return before;
      }
      helper.addClosedListener(known::remove);
      return fresh;
    }

    /** Finds the terms of all segments of a reader of which nobody has done so. */
    void learn(DirectoryReader reader) throws IOException {
      for (LeafReaderContext leaf : reader.leaves()) {
        AtomicReference<@Nullable KnownTerms> terms = known(leaf.reader());
        if (terms.get() == null && leaf.reader().maxDoc() >= small && !hurried) {
          terms.set(KnownTerms.of(leaf.reader(), leastDocs, () -> !hurried));
        }
      }
    }

    /** Ends finding terms. */
    void hurry() {
      hurried = true;
    }

    /** Returns how many bytes of heap is held for all segments. */
    long memoryBytes() {
      long bytes = 0;
      for (AtomicReference<@Nullable KnownTerms> each : known.values()) {
        KnownTerms terms = each.get();
        bytes += terms == null ? 0 : terms.memoryBytes();
      }
      return bytes;
    }
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader newer) throws IOException {
    return new KnownTermsReader(newer, segments);
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  private static final class Segment extends FilterLeafReader {
    private final AtomicReference<@Nullable KnownTerms> known;

    private Segment(LeafReader in, AtomicReference<@Nullable KnownTerms> known) {
      super(in);
      this.known = known;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms all = in.terms(field);
      KnownTerms terms = known.get();
      KnownTerms.Field here = terms == null ? null : terms.field(field);
      return all == null || here == null ? all : new TermsOfField(all, here);
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private static final class TermsOfField extends FilterLeafReader.FilterTerms {
    private final KnownTerms.Field known;

    private TermsOfField(Terms in, KnownTerms.Field known) {
      super(in);
      this.known = known;
    }

    @Override
    public TermsEnum iterator() {
      return new KnownTermsEnum(in, known);
    }

    @Override
    public TermsEnum intersect(CompiledAutomaton pattern, @Nullable BytesRef start)
        throws IOException {
      return in.intersect(pattern, start);
    }

    @Override
    public BytesRef getMin() throws IOException {
      return in.getMin();
    }

    @Override
    public BytesRef getMax() throws IOException {
      return in.getMax();
    }
  }
}
