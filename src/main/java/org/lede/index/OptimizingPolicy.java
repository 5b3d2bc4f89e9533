package org.lede.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
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

  /**
   * After many articles were added, segments are merged up to this share of all. If one had no room
   * in either of two, it and each of these would hold more than a third; so two are left, as far as
   * their size allows.
   */
  static final double SHARE_AFTER_BULK = 2 / 3.0;

  /** So much may be in one segment whatever its part: it is written in a second or two. */
  private static final long SMALL_INDEX_BYTES = 128L << 20;

  /** No larger segment is made by merging: as in Lucene's usual policy. */
  private static final long MAX_SEGMENT_BYTES = 5L << 30;

  /** The segments that were written up to the end of a batch; null once others were as well. */
  private volatile @Nullable Set<String> bulk;

  private volatile @Nullable Optimization run;

  OptimizingPolicy() {
    super(usual());
  }

  private static MergePolicy usual() {
    TieredMergePolicy usual = new TieredMergePolicy();
    usual.setNoCFSRatio(0); // so that the size of each part can be told from its files
    usual.setSegmentsPerTier(SEGMENTS_PER_TIER);
    usual.setFloorSegmentMB(SMALL_SEGMENT_MEGABYTES);
    return usual;
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
    return packed(infos, context);
  }

  private record Sized(SegmentCommitInfo segment, long bytes) {}

  /**
   * Returns merges that leave few segments, none of which has more than two thirds of all bytes if
   * that is much.
   */
  private @Nullable MergeSpecification packed(SegmentInfos infos, MergeContext context)
      throws IOException {
    List<Sized> largestFirst = new ArrayList<>();
    long bytes = 0;
    for (SegmentCommitInfo segment : infos) {
      long size = size(segment, context);
      bytes += size;
      if (!context.getMergingSegments().contains(segment)) {
        largestFirst.add(new Sized(segment, size));
      }
    }
    largestFirst.sort(Comparator.comparingLong(Sized::bytes).reversed());
    long share = Math.max((long) (bytes * SHARE_AFTER_BULK), SMALL_INDEX_BYTES);
    long most = Math.min(share, MAX_SEGMENT_BYTES);
    List<List<Sized>> packs = packs(largestFirst, Sized::bytes, most);
    packs.removeIf(pack -> pack.size() == 1);
    if (packs.isEmpty()) {
      return null;
    }
    MergeSpecification merges = new MergeSpecification();
    packs.forEach(pack -> merges.add(new OneMerge(pack.stream().map(Sized::segment).toList())));
    return merges;
  }

  /** Packs some things, each into the first pack that has room for it. */
  static <T> List<List<T>> packs(List<T> largestFirst, ToLongFunction<T> size, long most) {
    List<List<T>> packs = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (T next : largestFirst) {
      long more = size.applyAsLong(next);
      int pack = 0;
      while (pack < packs.size() && sizes.get(pack) + more > most) {
        pack++;
      }
      if (pack == packs.size()) {
        packs.add(new ArrayList<>());
        sizes.add(0L);
      }
      packs.get(pack).add(next);
      sizes.set(pack, sizes.get(pack) + more);
    }
    return packs;
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
