package org.lede.ingest;

/**
 * Something wrong with one line of a file.
 *
 * @param file the name of the file
 * @param line the number of the line, from 1
 * @param id the id of the article; empty if it is not known
 * @param message what is wrong, and what was done or can be done about it
 */
public record Problem(String file, long line, String id, String message) {
  /** Returns what an editor can jump to: {@code articles.jsonl:17: a-17: there is no text}. */
  @Override
  public String toString() {
    return id.isEmpty()
        ? "%s:%d: %s".formatted(file, line, message)
        : "%s:%d: %s: %s".formatted(file, line, id, message);
  }
}
