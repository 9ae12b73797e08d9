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

  /** The body; {@code lease} holds the place of a large one until the answer. */
  byte[] read(HttpExchange exchange, int max, Lease lease) throws IOException, Refusal {
    InputStream in = exchange.getRequestBody();
    String declared = exchange.getRequestHeaders().getFirst("Content-Length");
    if (declared != null && Long.parseLong(declared) > max) {
      throw refusal(in, 413, "the body is larger than " + (max >> 20) + " MB");
    }
    byte[] start = in.readNBytes(SMALL);
    if (start.length < SMALL) {
      return start;
    }
    if (!lease.take()) {
      throw refusal(in, 503, "too many large requests at once: try again later");
    }
    byte[] all = new SequenceInputStream(new ByteArrayInputStream(start), in).readNBytes(max + 1);
    if (all.length > max) {
      throw refusal(in, 413, "the body is larger than " + (max >> 20) + " MB");
    }
    return all;
  }

  /** A client that is still sending would not see the answer: what it sends is thrown away. */
  private static Refusal refusal(InputStream in, int status, String why) throws IOException {
    byte[] buffer = new byte[SMALL];
    int reads = 0;
    while (reads < MAX_DISCARDED_READS && in.read(buffer) >= 0) {
      reads++;
    }
    return Refusal.detail(status, why);
  }

  Lease lease() {
    return new Lease();
  }

  /** One request's place among those with large bodies, if it needs one. */
  final class Lease implements AutoCloseable {
    private boolean taken;

    private boolean take() throws IOException {
      try {
        taken = large.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        return taken;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("the draft engine is closed", e);
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
