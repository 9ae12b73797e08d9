package dev.zundacast.pipeline;

import java.io.Closeable;
import java.io.IOException;

/**
 * Something that may still be being opened, for which nobody has to wait who does not need it yet.
 * Closing waits for it, and then closes it.
 */
public record Opening<T extends Closeable>(Beside<T> work) implements Closeable {

  /** Begins to open it; {@code what} names the thread. */
  public static <T extends Closeable> Opening<T> begin(String what, Beside.Work<T> work) {
    return new Opening<>(Beside.start(what, work));
  }

  /** What was opened; fails as opening it did. */
  public T await() throws IOException {
    return work.await();
  }

  @Override
  public void close() throws IOException {
    T open;
    try {
      open = work.await();
    } catch (IOException | RuntimeException e) {
      // Whoever asked for it was told already; if nobody did, something else failed first.
      return;
    }
    open.close();
  }
}
