package org.lede.index;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IndexOutput;

/** A file on a disk that may be full. */
final class LimitedOutput extends FilterIndexOutput {
  private final BooleanSupplier isFull;

  LimitedOutput(IndexOutput output, BooleanSupplier isFull) {
    super(output.toString(), output.getName(), output);
    this.isFull = isFull;
  }

  private void checkRoom() throws IOException {
    if (isFull.getAsBoolean()) {
      throw new IOException("no space left on device");
    }
  }

  @Override
  public void writeByte(byte value) throws IOException {
    checkRoom();
    super.writeByte(value);
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    checkRoom();
    super.writeBytes(bytes, offset, length);
  }
}
