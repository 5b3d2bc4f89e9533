package org.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads lines of bounded length from plain or gzipped text, and knows how far it has come. */
final class LineReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Counting counting;
  private final InputStream text;
  private final int maxBytes;
  private long line;
  private boolean tooLong;

  LineReader(InputStream input, int maxBytes) throws IOException {
    this.maxBytes = maxBytes;
    counting = new Counting(input);
    text = unzipped(new BufferedInputStream(counting, BUFFER));
  }

  /** Tells gzip from text by its first two bytes (source: RFC 1952, 2.3.1). */
  private static InputStream unzipped(BufferedInputStream input) throws IOException {
    input.mark(2);
    boolean zipped = input.read() == 0x1F && input.read() == 0x8B;
    input.reset();
    return zipped ? new BufferedInputStream(new GZIPInputStream(input, BUFFER), BUFFER) : input;
  }

  /**
   * Moves to the next line.
   *
   * @return whether there is one
   */
  boolean next(StringBuilder into) throws IOException {
    into.setLength(0);
    tooLong = false;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = text.read();
    if (next < 0) {
      return false;
    }
    line++;
    for (; next >= 0 && next != '\n'; next = text.read()) {
      if (bytes.size() < maxBytes) {
        bytes.write(next);
      } else {
        tooLong = true;
      }
    }
    into.append(bytes.toString(UTF_8)); // what is no UTF-8 becomes U+FFFD
    return true;
  }

  /** Returns the number of the line, from 1. */
  long line() {
    return line;
  }

  /** Tells whether the line has more bytes than were read. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Returns how many bytes of the file were read. */
  long bytesRead() {
    return counting.count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static final class Counting extends java.io.FilterInputStream {
    private long count;

    private Counting(InputStream input) {
      super(input);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
