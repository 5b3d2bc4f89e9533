package org.lede.ingest;

/** Skeleton. */
public final class JsonLines {
  private JsonLines() {}
}
