package dev.zundacast.studio.episode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the last build of an episode left: the MP3, and when each of its lines is heard. */
final class BuiltEpisode {
  private final Workspace workspace;
  private final Map<Path, Built> known = new ConcurrentHashMap<>();
  private final Map<Path, Sound> sounds = new ConcurrentHashMap<>();

  BuiltEpisode(Workspace workspace) {
    this.workspace = workspace;
  }

  /** How loud an MP3 is, told by the build that made it. */
  private record Sound(long bytes, double loudness, double truePeak) {}

  /**
   * An episode that was built.
   *
   * @param version differs where its sound does
   * @param sections when each section begins, in ms
   * @param lines when each line begins, in ms
   */
  record Built(
      Path mp3,
      String version,
      long bytes,
      long millis,
      @Nullable Double loudness,
      @Nullable Double truePeak,
      Map<String, Long> sections,
      Map<String, Long> lines) {}

  /** The last build, empty where there is none or its MP3 is gone. */
  Optional<Built> of(OpenEpisode episode) throws IOException {
    Path folder = workspace.episode(episode.post());
    Optional<BuildRecord> record = BuildRecord.read(folder);
    if (record.isEmpty() || !Files.isRegularFile(Path.of(record.get().mp3()))) {
      return Optional.empty();
    }
    String version = Long.toHexString(record.get().content().hashCode() & 0xffffffffL);
    Built before = known.get(folder);
    if (before == null || !before.version().equals(version) || before.loudness() == null) {
      before = read(folder, record.get(), version);
      known.put(folder, before);
    }
    return Optional.of(before);
  }

  private Built read(Path folder, BuildRecord record, String version) throws IOException {
    Path mp3 = Path.of(record.mp3());
    Map<String, Long> sections = new HashMap<>();
    Map<String, Long> lines = new HashMap<>();
    Path times = folder.resolve(Workspace.stem(mp3) + ".json");
    if (Files.isRegularFile(times)) {
      JsonNode tree = Json.tree(Files.readAllBytes(times));
      tree.path("sections").forEach(it -> put(sections, it));
      tree.path("lines").forEach(it -> put(lines, it));
    }
    Sound sound = sounds.get(mp3);
    boolean same = sound != null && sound.bytes() == record.bytes();
    return new Built(
        mp3,
        version,
        record.bytes(),
        record.millis(),
        same && sound != null ? sound.loudness() : null,
        same && sound != null ? sound.truePeak() : null,
        sections,
        lines);
  }

  private static void put(Map<String, Long> times, JsonNode part) {
    times.put(part.path("id").asText(), part.path("start_ms").asLong());
  }

  /** Remembers how loud an MP3 is. */
  void measured(Path mp3, long bytes, double loudness, double truePeak) {
    sounds.put(mp3, new Sound(bytes, loudness, truePeak));
  }
}
