package org.lede.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which ids were written or removed since the latest snapshot, so that together with it one knows
 * at any moment whether an id is in the index, without a search.
 *
 * <p>A refresh takes time, and writes go on meanwhile. So there are two maps: at its start the
 * current one is put aside and an empty one takes its place; what was put aside is dropped when the
 * new snapshot, which shows it, is there.
 */
final class KnownIds {
  private volatile Maps maps = new Maps(new ConcurrentHashMap<>(), Map.of());

  /**
   * Both maps, from id to whether it is there, so that a reader always gets two that belong
   * together.
   */
  private record Maps(ConcurrentHashMap<String, Boolean> latest, Map<String, Boolean> before) {}

  /** Remembers that an id was written (true) or removed (false). Call it after the write. */
  void remember(String id, boolean present) {
    maps.latest().put(id, present);
  }

  /**
   * Tells whether an id is there; empty if the snapshot knows best. Ask this before the snapshot,
   * never after.
   */
  Optional<Boolean> present(String id) {
    Maps both = maps;
    Boolean latest = both.latest().get(id);
    return Optional.ofNullable(latest != null ? latest : both.before().get(id));
  }

  /** Returns how many ids are remembered. */
  long size() {
    return maps.latest().mappingCount() + maps.before().size();
  }

  void startRefresh() {
    Maps both = maps;
    Map<String, Boolean> before = both.latest();
    if (!both.before().isEmpty()) { // the refresh before this one failed
      before = new HashMap<>(both.before());
      before.putAll(both.latest());
    }
    maps = new Maps(new ConcurrentHashMap<>(), before);
  }

  void endRefresh() {
    maps = new Maps(maps.latest(), Map.of());
  }
}
