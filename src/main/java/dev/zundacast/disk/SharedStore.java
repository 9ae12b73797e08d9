package dev.zundacast.disk;

import dev.zundacast.message.Message;
import dev.zundacast.tasks.IoSupplier;
import java.util.Optional;

/**
 * What many machines keep together, found by what it was made from. It only spares work: nothing
 * that is asked of it fails or waits for long, and what it does not give is made.
 */
public interface SharedStore extends AutoCloseable {
  /** What is kept, each in a folder of its own. */
  enum Kind {
    CLIPS("clips", "wav"),
    FRAMES("frames", "mp3frames"),
    LEVELS("levels", "gain");

    private final String folder;
    private final String ending;

    Kind(String folder, String ending) {
      this.folder = folder;
      this.ending = ending;
    }

    /** Where what has this key lies: {@code clips/ab/abcdef….wav}. */
    public String path(String key) {
      return folder + "/" + key.substring(0, 2) + "/" + key + "." + ending;
    }

    /** Where it is written what that is. */
    public String recordPath(String key) {
      return folder + "/" + key.substring(0, 2) + "/" + key + ".json";
    }
  }

  /** What happens to something of the same key that is there already. */
  enum Condition {
    /** It stays: the first writer wins. */
    IF_ABSENT,
    REPLACE
  }

  /** The bytes of a file, and what its owner wants to know of it, as JSON, "" for nothing. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them.
  record Entry(byte[] bytes, String about) {}

  /** None at all: it has nothing, keeps nothing and is never in trouble. */
  SharedStore NONE = new SharedStore() {};

  /** What has this key, once its checksum was found right; empty when it is not to be had. */
  default Optional<Entry> get(Kind kind, String key) {
    return Optional.empty();
  }

  /**
   * Keeps something, some time before {@link #close} ends; {@code entry} is asked when it is its
   * turn, so that what waits takes no memory.
   */
  default void put(Kind kind, String key, Condition condition, IoSupplier<Entry> entry) {}

  /** Why the store is away or was not given all, empty while all is well. */
  default Optional<Message> trouble() {
    return Optional.empty();
  }

  /** Ends when all that can be kept is kept, after a minute at the latest. */
  @Override
  default void close() {}
}
