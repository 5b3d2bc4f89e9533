package org.lede.ingest;

import java.util.ArrayList;
import java.util.List;

/** Problems of one kind: all of them counted, the first of them kept. */
final class Problems {
  private final List<Problem> first = new ArrayList<>();
  private long count;

  void add(Problem problem) {
    count++;
    if (first.size() < JsonLines.MAX_LISTED) {
      first.add(problem);
    }
  }

  List<Problem> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
