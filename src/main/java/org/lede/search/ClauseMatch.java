package org.lede.search;

import java.util.List;
import org.lede.query.Query;
import org.lede.query.Zone;

/**
 * A clause of a query that an article matches, and where.
 *
 * @param clause the clause: a part that is neither {@link Query.AllOf} nor {@link Query.AnyOf}
 * @param places where its words stand in the article, of words anywhere without those that are all
 *     over an article such as "the", unless there are no others; empty for what has no place in a
 *     text, such as a facet value; at most {@value #MAX_PLACES}, the first ones
 */
public record ClauseMatch(Query clause, List<Place> places) {
  /** The most places of one clause. */
  public static final int MAX_PLACES = 1_000;

  /** Makes a match of a copy of the places. */
  public ClauseMatch {
    places = List.copyOf(places);
  }

  /**
   * A word or phrase in an article.
   *
   * @param zone the part of the article; of bylines, all of them with a comma and space between
   * @param start where it starts in that part, in characters (UTF-16 units)
   * @param end where it ends, after its last character
   */
  public record Place(Zone.Part zone, int start, int end) {}
}
