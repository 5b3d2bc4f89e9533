package org.lede.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/** Merges as another policy says, and all into one segment while an {@link Optimization} runs. */
final class OptimizingPolicy extends FilterMergePolicy {
  private volatile @Nullable Optimization run;

  OptimizingPolicy(MergePolicy usual) {
    super(usual);
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
