package org.lede.index;

import java.util.List;
import org.lede.search.Receipt;

/**
 * What became of a batch of articles.
 *
 * @param added how many were new
 * @param replaced how many replaced an article with the same id
 * @param rejected how many were not taken
 * @param rejects why, for the first {@value #MAX_REJECTS} of these, in the order of the batch
 * @param receipt for a search that must see the whole batch
 */
public record BulkReport(
    long added, long replaced, long rejected, List<Reject> rejects, Receipt receipt) {
  /** The most rejects that are listed. */
  public static final int MAX_REJECTS = 10_000;

  /**
   * One article that was not taken.
   *
   * @param position its place in the batch, from 0
   * @param id its id
   * @param reason why, and the remedy
   */
  public record Reject(long position, String id, String reason) {}

  /** Makes a report of a copy of the rejects. */
  public BulkReport {
    rejects = List.copyOf(rejects);
  }
}
