package org.lede.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.store.Directory;

/** Runs merges as usual, and lets an {@link OptimizingMerge} see what it writes. */
final class OptimizingScheduler extends ConcurrentMergeScheduler {
  @Override
  public Directory wrapForMerge(OneMerge merge, Directory directory) {
    Directory usual = super.wrapForMerge(merge, directory);
    return merge instanceof OptimizingMerge optimizing ? optimizing.writingTo(usual) : usual;
  }
}
