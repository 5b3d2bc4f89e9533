package org.lede.query;

import java.util.List;

/**
 * A typed query that was read.
 *
 * @param query what to look for
 * @param notices what had to be changed, in the order of the text; empty if all was understood
 */
public record Parsed(Query query, List<Notice> notices) {
  /** Makes a result of a copy of the notices. */
  public Parsed {
    notices = List.copyOf(notices);
  }
}
