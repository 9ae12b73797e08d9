package dev.zundacast.pipeline.remote;

import static java.util.Objects.requireNonNull;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers between runs what servers said, so that nothing known is asked for again. */
final class RemoteCache {
  /** A run that is killed asks again for at most so many files. */
  private static final int SAVE_EVERY = 50;

  private final Path file;
  private final Map<String, RemoteFacts> known;
  private int unsaved;

  /** The file's content. */
  private record Memory(Map<String, RemoteFacts> files) {
    Memory {
      requireNonNull(files);
    }
  }

  private RemoteCache(Path file, Map<String, RemoteFacts> known) {
    this.file = file;
    this.known = known;
  }

  static RemoteCache open(Path file) {
    Map<String, RemoteFacts> known = new TreeMap<>();
    try {
      if (Files.isRegularFile(file)) {
        byte[] json = Files.readAllBytes(file);
        Remembered.read(json, Memory.class, Remembered.Unmarked.DAMAGED)
            .ifPresent(memory -> known.putAll(memory.files()));
      }
    } catch (IOException unreadable) {
      // It costs requests, nothing else.
    }
    return new RemoteCache(file, known);
  }

  synchronized Optional<RemoteFacts> get(String url) {
    return Optional.ofNullable(known.get(url));
  }

  synchronized void put(String url, RemoteFacts facts) throws IOException {
    known.put(url, facts);
    if (++unsaved >= SAVE_EVERY) {
      save();
    }
  }

  synchronized void save() throws IOException {
    if (unsaved > 0) {
      AtomicFile.write(file, Remembered.text(new Memory(known)));
      unsaved = 0;
    }
  }
}
