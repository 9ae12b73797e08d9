package dev.zundacast.pipeline.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zundacast.disk.AtomicFile;
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

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // A file of another version of this program is a damaged one.
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path file;
  private final Map<String, RemoteFacts> known;
  private int unsaved;

  private RemoteCache(Path file, Map<String, RemoteFacts> known) {
    this.file = file;
    this.known = known;
  }

  static RemoteCache open(Path file) {
    Map<String, RemoteFacts> known = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      try {
        known.putAll(
            JSON.readValue(file.toFile(), new TypeReference<Map<String, RemoteFacts>>() {}));
      } catch (IOException e) {
        known.clear(); // a damaged cache costs requests, nothing else
      }
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
      AtomicFile.write(file, JSON.writeValueAsBytes(known));
      unsaved = 0;
    }
  }
}
