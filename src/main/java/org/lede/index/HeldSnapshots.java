package org.lede.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lede.CursorExpired;

/**
 * Snapshots that somebody pages through. Each is held for some minutes after its last page was
 * asked for, and then let go, with the files that only it needs.
 */
final class HeldSnapshots {
  /** How many are held at most; for one more, that goes whose last page is longest ago. */
  static final int MOST = 100;

  private final Duration life;
  private final LongSupplier nanos;

  /** The snapshots by key, that whose last page is longest ago first. */
  private final LinkedHashMap<String, Held> held = new LinkedHashMap<>(MOST, 0.75f, true);

  HeldSnapshots(Duration life, LongSupplier nanos) {
    this.life = life;
    this.nanos = nanos;
  }

  private record Held(Snapshot snapshot, long until) {}

  /** Holds a snapshot, for as long as the others from now on. */
  synchronized void hold(Snapshot snapshot) throws IOException {
    Held before = held.get(snapshot.key());
    if (before == null) {
      snapshot.reader().incRef();
    }
    held.put(snapshot.key(), new Held(snapshot, nanos.getAsLong() + life.toNanos()));
    letGo();
  }

  /**
   * Returns a snapshot that is held; the caller must release it.
   *
   * @throws CursorExpired if it is not held
   */
  synchronized Snapshot acquire(String key) throws IOException {
    letGo();
    Held found = held.get(key);
    if (found == null) {
      throw new CursorExpired(
          "the articles as they were for the first page are no longer kept, which they are for %s after the last page, or until somebody pages through the %d states after it; search again from the start"
              .formatted(life.toString().substring(2).toLowerCase(Locale.ROOT), MOST));
    }
    found.snapshot.reader().incRef();
    return found.snapshot;
  }

  /** Lets go of what was held long enough. */
  synchronized void letGo() throws IOException {
    long now = nanos.getAsLong();
    List<Snapshot> over = new ArrayList<>();
    Iterator<Map.Entry<String, Held>> oldestFirst = held.entrySet().iterator();
    for (int left = held.size(); oldestFirst.hasNext(); left--) {
      Held next = oldestFirst.next().getValue();
      if (left > MOST || now - next.until >= 0) {
        oldestFirst.remove();
        over.add(next.snapshot);
      }
    }
    for (Snapshot snapshot : over) {
      snapshot.reader().decRef();
    }
  }

  /** Lets go of all. */
  synchronized void close() throws IOException {
    List<Held> all = List.copyOf(held.values());
    held.clear();
    for (Held each : all) {
      each.snapshot.reader().decRef();
    }
  }
}
