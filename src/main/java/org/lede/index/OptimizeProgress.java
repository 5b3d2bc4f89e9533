package org.lede.index;

/**
 * How far {@link ArticleIndex#optimize(OptimizeListener)} has come.
 *
 * @param stage what it is doing
 * @param fraction how much of the whole is done, from 0 to 1; never less than before. It is an
 *     estimate: a stage that takes fewer steps than expected ends with a jump, and one that takes
 *     more waits for its end
 */
public record OptimizeProgress(Stage stage, double fraction) {
  /** What is being done, in this order. An index that is optimized already skips most of it. */
  public enum Stage {
    /** Writing what is in memory, and waiting for merges that are under way already. */
    PREPARING,

    /** Reading which words each article has. */
    READING,

    /** Finding the order: short articles first, and such as have the same words together. */
    REORDERING,

    /** Writing all articles anew, as one segment in that order. */
    MERGING,

    /** Nothing more: searches see the result. */
    DONE
  }
}
