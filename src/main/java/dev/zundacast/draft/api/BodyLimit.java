package dev.zundacast.draft.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads the bodies of requests; bounds the size of each and the number of large ones at once. */
final class BodyLimit {
  /** A body of usual size waits for no other one: some 500 moras of a query. */
  static final int SMALL = 64 << 10;

  /** JSON of 4 MB is a tree of up to 100 MB while it is checked, of the 512 MB that there are. */
  private static final int LARGE_AT_ONCE = 2;

  /** Of at most 64 KB each: after that the connection is closed on a client that still sends. */
  private static final int MAX_DISCARDED_READS = 10_000;

  private static final int WAIT_SECONDS = 20;

  private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

  /**
   * The body of a request, of at most {@code max} bytes.
   *
   * @param lease holds the place of a large body until the request is answered
   */
  byte[] read(HttpExchange exchange, int max, Lease lease) throws IOException, Refusal {
    InputStream in = exchange.getRequestBody();
    String declared = exchange.getRequestHeaders().getFirst("Content-Length");
    if (declared != null && Long.parseLong(declared) > max) {
      throw tooLarge(in, max);
    }
    byte[] start = in.readNBytes(SMALL);
    if (start.length < SMALL) {
      return start;
    }
    lease.take();
    byte[] all = new SequenceInputStream(new ByteArrayInputStream(start), in).readNBytes(max + 1);
    if (all.length > max) {
      throw tooLarge(in, max);
    }
    return all;
  }

  /** A client that is still sending would not see the answer: what it sends is thrown away. */
  private static Refusal tooLarge(InputStream in, int max) throws IOException {
    byte[] buffer = new byte[SMALL];
    int reads = 0;
    while (reads < MAX_DISCARDED_READS && in.read(buffer) >= 0) {
      reads++;
    }
    return Refusal.detail(413, "the body is larger than " + (max >> 20) + " MB");
  }

  Lease lease() {
    return new Lease();
  }

  /** One request's place among those with large bodies, if it needs one. */
  final class Lease implements AutoCloseable {
    private boolean taken;

    private void take() throws Refusal {
      try {
        taken = large.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!taken) {
        throw Refusal.detail(503, "too many large requests at once: try again later");
      }
    }

    @Override
    public void close() {
      if (taken) {
        large.release();
      }
    }
  }
}
