package org.lede.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.lede.IndexDamaged;
import org.lede.LedeException;
import org.lede.StorageFailed;

/** Tells what went wrong with the files of one index, and what to do about it. */
record Failures(String index) {
  /** Returns what to throw when reading or writing failed. */
  LedeException of(String doing, IOException e) {
    if (e instanceof CorruptIndexException
        || e instanceof NoSuchFileException
        || e instanceof EOFException) {
      return new IndexDamaged(
          "could not %s: files of the index %s are missing or damaged (%s); restore it from a copy, or index the articles anew"
              .formatted(doing, index, told(e)),
          e);
    }
    return new StorageFailed(
        "could not %s: files of the index %s cannot be read or written (%s); what was committed is safe: see to the disk, close the index and open it again"
            .formatted(doing, index, told(e)),
        e);
  }

  /**
   * Returns what to throw when all that could not be written is the segment of an optimized index.
   */
  LedeException unmerged(IOException e) {
    return new StorageFailed(
        "could not optimize: files of the index %s cannot be written (%s); nothing is lost, and the index is as it was: see to the disk, which should have room for one and a half times the index more, and optimize again"
            .formatted(index, told(e)),
        e);
  }

  /** Returns what to throw when the engine has stopped after an earlier failure. */
  LedeException stopped(String doing, AlreadyClosedException e) {
    return new StorageFailed(
        "could not %s: the index %s has stopped writing after an earlier failure (%s); what was committed is safe: see to the disk, close the index and open it again"
            .formatted(doing, index, told(e.getCause() == null ? e : e.getCause())),
        e);
  }

  /** Tells a failure with its kind, because the message of some is only the name of a file. */
  private static String told(Throwable failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
