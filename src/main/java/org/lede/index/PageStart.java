package org.lede.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.lede.CursorExpired;
import org.lede.search.Cursor;
import org.lede.search.Search;

/**
 * What is in a {@link Cursor}: of which search it is, on which snapshot, and behind which document
 * the page starts.
 *
 * @param snapshot the {@link Snapshot#key}
 * @param search the {@link #fingerprint} of the search
 * @param now when the first page was asked for, in milliseconds since 1970; so that "the last seven
 *     days" are the same on all pages
 * @param doc the last document of the page before
 * @param score its score; 0 if hits are ordered by date
 */
record PageStart(String snapshot, long search, long now, int doc, float score) {
  private static final int FIXED_BYTES = Long.BYTES + Long.BYTES + Integer.BYTES + Float.BYTES;
  private static final int MAX_LENGTH = 200;

  Cursor cursor() {
    byte[] key = snapshot.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED_BYTES + key.length)
            .putLong(search)
            .putLong(now)
            .putInt(doc)
            .putFloat(score)
            .put(key);
    return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
  }

  /**
   * Reads a cursor.
   *
   * @throws CursorExpired if it is none, or one of another search
   */
  static PageStart of(Search search) {
    PageStart start = read(search.after().text());
    if (start.search != fingerprint(search)) {
      throw new CursorExpired(
          "the cursor is of another search; give it to the search that returned it, with nothing"
              + " changed but the limit");
    }
    return start;
  }

  private static PageStart read(String text) {
    if (text.length() <= MAX_LENGTH) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() > FIXED_BYTES) {
          long search = bytes.getLong();
          long now = bytes.getLong();
          int doc = bytes.getInt();
          float score = bytes.getFloat();
          String key = StandardCharsets.UTF_8.decode(bytes).toString();
          return new PageStart(key, search, now, doc, score);
        }
      } catch (IllegalArgumentException e) {
        // it is no cursor, as the message says
      }
    }
    throw new CursorExpired(
        "this is no cursor: \"%s\"; use one that SearchResult.next() returned"
            .formatted(text.substring(0, Math.min(text.length(), 40))));
  }

  /** Returns a number that differs between searches that find or order anything differently. */
  static long fingerprint(Search search) {
    String described =
        String.join(
            "\n",
            search.query().toString(),
            search.typed(),
            search.filter().toString(),
            search.selections().toString(),
            search.order().toString(),
            search.ranking().toString());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(described.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
    }
  }

  Instant asked() {
    return Instant.ofEpochMilli(now);
  }
}
