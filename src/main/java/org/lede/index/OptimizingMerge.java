package org.lede.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.index.Terms;
import org.apache.lucene.misc.index.BPIndexReorderer;
import org.apache.lucene.misc.index.BPIndexReorderer.NotEnoughRAMException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;
import org.lede.index.OptimizeProgress.Stage;

/**
 * Merges all segments into one, in which short articles come first, and of those that are equally
 * long, such as have the same words stand together: so the lists of articles with a word get
 * shorter, and searches skip more of them.
 *
 * <p>Lucene's {@code BPReorderingMergePolicy} brings those together as well, but can neither be
 * watched nor stopped.
 */
final class OptimizingMerge extends MergePolicy.OneMerge {
  /** What a segment tells of itself if it came from such a merge. */
  private static final String MARK = "lede.short-first";

  private static final Set<String> FIELDS =
      Languages.all().stream().map(Schema::text).collect(Collectors.toUnmodifiableSet());

  private static final int LARGEST_PART = 32;

  /** How often an article is looked at until the half is found to which it belongs, as measured. */
  private static final int LOOKS = 6;

  private final Optimization run;
  private @Nullable WatchedDirectory output;

  OptimizingMerge(List<SegmentCommitInfo> segments, Optimization run) {
    super(segments);
    this.run = run;
  }

  /** Tells whether a segment came from such a merge. */
  static boolean made(SegmentCommitInfo segment) {
    return segment.info.getDiagnostics().containsKey(MARK);
  }

  /** Finds an order, or returns null to keep that of now if there is too little memory. */
  @Override
  public Sorter.@Nullable DocMap reorder(
      CodecReader reader, Directory directory, @Nullable Executor executor) throws IOException {
    int articles = reader.maxDoc();
    // small indexes are divided into smaller parts, so that they are reordered at all
    int part = Math.clamp(articles / 10_000, 1, LARGEST_PART);
    int halvings = PackedInts.bitsRequired(articles / (2 * part));
    run.start(Stage.READING, bytesToSort(reader));
    try {
      Sorter.DocMap alike =
          reorderer(articles, part)
              .computeDocMap(
                  reader,
                  new ReorderingDirectory(directory, run, (long) LOOKS * articles * halvings),
                  executor);
      return ShortFirst.order(reader, FIELDS, alike);
    } catch (NotEnoughRAMException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      run.checkGoesOn();
      throw e;
    } finally {
      run.start(Stage.MERGING, estimatedMergeBytes);
    }
  }

  private static BPIndexReorderer reorderer(int articles, int part) {
    BPIndexReorderer reorderer = new BPIndexReorderer();
    reorderer.setFields(FIELDS);
    reorderer.setRAMBudgetMB(Runtime.getRuntime().maxMemory() / 4.0 / (1 << 20));
    reorderer.setMinDocFreq(Math.max(2, articles / 1000));
    reorderer.setMinPartitionSize(part);
    return reorderer;
  }

  /**
   * Returns how many bytes are written until the words are sorted by article: 8 for each word of an
   * article, once, and again for each byte of the numbers of articles.
   */
  private static long bytesToSort(CodecReader reader) throws IOException {
    long words = 0;
    for (String field : FIELDS) {
      @Nullable Terms terms = reader.terms(field);
      words += terms == null ? 0 : terms.getSumDocFreq();
    }
    int times = 1 + (PackedInts.bitsRequired(reader.maxDoc()) + 7) / 8;
    return words * Long.BYTES * times;
  }

  /** Returns where to write the segment. */
  Directory writingTo(Directory directory) {
    output = new WatchedDirectory(directory, run);
    return output;
  }

  @Override
  public boolean isAborted() {
    return super.isAborted() || run.isStopped();
  }

  @Override
  public void setMergeInfo(SegmentCommitInfo info) {
    info.info.addDiagnostics(Map.of(MARK, "true"));
    super.setMergeInfo(info);
  }

  @Override
  public void mergeFinished(boolean success, boolean dropped) throws IOException {
    if (success) {
      run.complete();
    } else if (output != null) {
      output.deleteWhatWasWritten();
    }
    super.mergeFinished(success, dropped);
  }
}
