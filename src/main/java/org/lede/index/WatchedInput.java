package org.lede.index;

import java.io.IOException;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/**
 * A file that an {@link OptimizingMerge} reads while it looks for an order. That looks up where an
 * article begins, and where it ends, each time that it looks at an article: which is how its steps
 * can be counted, and how it can be stopped between two of them.
 */
final class WatchedInput extends FilterIndexInput {
  private static final int LOOKUPS = 2;
  private static final int STEP = 1 << 10;

  private final Optimization run;

  WatchedInput(IndexInput input, Optimization run) {
    super(input.toString(), input);
    this.run = run;
  }

  @Override
  public IndexInput clone() {
    return new WatchedInput(in.clone(), run);
  }

  @Override
  public RandomAccessInput randomAccessSlice(long offset, long length) throws IOException {
    return new Lookups(in.randomAccessSlice(offset, length), run);
  }

  /** Used by one thread. */
  private static final class Lookups implements RandomAccessInput {
    private final RandomAccessInput in;
    private final Optimization run;
    private int untold;

    private Lookups(RandomAccessInput in, Optimization run) {
      this.in = in;
      this.run = run;
    }

    @Override
    public long readLong(long position) throws IOException {
      if (++untold == LOOKUPS * STEP) {
        untold = 0;
        run.advance(STEP);
        run.checkGoesOn();
      }
      return in.readLong(position);
    }

    @Override
    public long length() {
      return in.length();
    }

    @Override
    public byte readByte(long position) throws IOException {
      return in.readByte(position);
    }

    @Override
    public short readShort(long position) throws IOException {
      return in.readShort(position);
    }

    @Override
    public int readInt(long position) throws IOException {
      return in.readInt(position);
    }
  }
}
