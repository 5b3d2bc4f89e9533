package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Merges as Lucene's usual policy does; further when it is asked to after many articles were added;
 * and all into one segment while an {@link Optimization} runs.
 *
 * <p>A search pays for each segment anew, which short searches feel: fewer of them make all faster.
 * But whoever adds a few articles again and again pays for each merge.
 */
final class OptimizingPolicy extends FilterMergePolicy {
  /** How many segments of about the same size there may be before they are merged. */
  private static final int SEGMENTS_PER_TIER = 4;

  /** Segments of up to this size count as equally large, so that small ones are merged soon. */
  private static final double SMALL_SEGMENT_MEGABYTES = 32;

  /** How many segments of about the same size there may be after many articles were added. */
  private static final int SEGMENTS_AFTER_BULK = 4;

  private static final double BYTES_OF_MEGABYTE = 1 << 20;

  /** The segments that were written up to the end of a batch; null once others were as well. */
  private volatile @Nullable Set<String> bulk;

  private volatile @Nullable Optimization run;

  OptimizingPolicy() {
    super(tiers(SMALL_SEGMENT_MEGABYTES));
  }

  /**
   * Returns a policy that merges segments of about the same size.
   *
   * @param small up to which size they count as the same
   */
  private static MergePolicy tiers(double small) {
    TieredMergePolicy tiers = new TieredMergePolicy();
    tiers.setNoCFSRatio(0); // so that the size of each part can be told from its files
    tiers.setSegmentsPerTier(SEGMENTS_PER_TIER);
    tiers.setFloorSegmentMB(small);
    return tiers;
  }

  /**
   * Merges further from when {@code IndexWriter.maybeMerge} is called, and until something is
   * written again. It takes several rounds, as what is being merged has to wait for the next one.
   */
  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) throws IOException {
    Set<String> written = written(infos);
    if (trigger == MergeTrigger.EXPLICIT) {
      bulk = written;
    }
    @Nullable Set<String> known = bulk;
    if (known == null || !known.containsAll(written)) {
      bulk = null;
      return super.findMerges(trigger, infos, context);
    }
    long bytes = 0;
    for (SegmentCommitInfo segment : infos) {
      bytes += segment.sizeInBytes();
    }
    double small = bytes / BYTES_OF_MEGABYTE / SEGMENTS_AFTER_BULK;
    return tiers(Math.max(small, SMALL_SEGMENT_MEGABYTES)).findMerges(trigger, infos, context);
  }

  /** Returns the names of the segments that were not merged from others. */
  private static Set<String> written(SegmentInfos infos) {
    return infos.asList().stream()
        .filter(segment ->
            IndexWriter.SOURCE_FLUSH.equals(segment.info.getDiagnostics().get(IndexWriter.SOURCE)))
        .map(segment -> segment.info.name)
        .collect(Collectors.toSet());
  }

  /** Says what the forced merges are for that follow. */
  void start(Optimization next) {
    run = next;
  }

  /**
   * Returns the one merge of all segments that were there at the start. Is asked again when a merge
   * ends that was under way before; and when nobody waits for it any more, the answer is none.
   */
  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos infos,
      int most,
      @Nullable Map<SegmentCommitInfo, Boolean> wanted,
      MergeContext context) {
    @Nullable Optimization current = run;
    if (current == null || wanted == null || current.isStopped() || current.isComplete()) {
      return null;
    }
    List<SegmentCommitInfo> segments = new ArrayList<>(infos.asList());
    segments.retainAll(wanted.keySet());
    if (segments.stream().anyMatch(context.getMergingSegments()::contains)) {
      return null;
    }
    if (isOptimized(segments)) {
      current.complete();
      return null;
    }
    MergeSpecification all = new MergeSpecification();
    all.add(new OptimizingMerge(segments, current));
    return all;
  }

  private static boolean isOptimized(List<SegmentCommitInfo> segments) {
    return segments.isEmpty()
        || (segments.size() == 1
            && OptimizingMerge.made(segments.getFirst())
            && !segments.getFirst().hasDeletions());
  }
}
