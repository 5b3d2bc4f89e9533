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
              .formatted(doing, index, e.getMessage()),
          e);
    }
    return new StorageFailed(
        "could not %s in the index %s (%s); what was committed is safe: see to the disk, close the index and open it again"
            .formatted(doing, index, e.getMessage()),
        e);
  }

  /** Returns what to throw when the engine has stopped after an earlier failure. */
  LedeException stopped(String doing, AlreadyClosedException e) {
    return new StorageFailed(
        "could not %s: the index %s has stopped writing after an earlier failure (%s); what was committed is safe: see to the disk, close the index and open it again"
            .formatted(
                doing, index, e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
        e);
  }
}
