package org.lede.benchmarks.report;

import java.io.Serial;

/** There is nothing of which a report could be made; the message tells why, and what to do. */
final class NoResults extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NoResults(String message) {
    super(message);
  }

  NoResults(String message, Exception cause) {
    super(message, cause);
  }
}
