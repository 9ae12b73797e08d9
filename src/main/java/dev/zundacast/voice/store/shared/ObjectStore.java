package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.SharedStore.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Bytes under names, somewhere else. */
interface ObjectStore extends AutoCloseable {
  /** The bytes of this name, empty when there are none. */
  Optional<byte[]> get(String name) throws IOException;

  /** Whether there are bytes of this name. */
  boolean has(String name) throws IOException;

  /** Keeps bytes under a name; what is there already may stay, which is no failure. */
  void put(String name, byte[] bytes, Condition condition) throws IOException;

  @Override
  void close();

  /** The store is there but does not let us in: wrong credentials, or no right to do this. */
  final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  /** The store asks to come later. */
  final class BusyException extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Duration wait;

    BusyException(String message, Duration wait) {
      super(message);
      this.wait = wait;
    }

    /** How long it asks to wait, zero when it does not say. */
    Duration retryAfter() {
      return wait == null ? Duration.ZERO : wait;
    }
  }
}
