package dev.zundacast.pipeline.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not go on for ever. */
final class Bounded extends FilterInputStream {
  private final long limit;
  private long count;

  Bounded(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    counted(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int bytes) throws IOException {
    count += bytes;
    if (count > limit) {
      throw new IOException("the file is larger than " + limit + " bytes");
    }
  }
}
