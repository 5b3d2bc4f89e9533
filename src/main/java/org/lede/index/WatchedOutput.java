package org.lede.index;

import java.io.IOException;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IndexOutput;

/** A file that an {@link OptimizingMerge} writes, as {@link WatchedDirectory} tells. */
final class WatchedOutput extends FilterIndexOutput {
  private static final int STEP = 1 << 16;

  private final Optimization run;
  private long untold;

  WatchedOutput(IndexOutput output, Optimization run) {
    super(output.toString(), output.getName(), output);
    this.run = run;
  }

  private void wrote(int bytes) throws IOException {
    untold += bytes;
    if (untold >= STEP) {
      run.advance(untold);
      untold = 0;
      run.checkGoesOn();
    }
  }

  @Override
  public void writeByte(byte value) throws IOException {
    try {
      out.writeByte(value);
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
    wrote(Byte.BYTES);
  }

  @Override
  public void writeShort(short value) throws IOException {
    try {
      out.writeShort(value);
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
    wrote(Short.BYTES);
  }

  @Override
  public void writeInt(int value) throws IOException {
    try {
      out.writeInt(value);
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
    wrote(Integer.BYTES);
  }

  @Override
  public void writeLong(long value) throws IOException {
    try {
      out.writeLong(value);
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
    wrote(Long.BYTES);
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.writeBytes(bytes, offset, length);
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
    wrote(length);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw run.brokenBy(e);
    }
  }
}
