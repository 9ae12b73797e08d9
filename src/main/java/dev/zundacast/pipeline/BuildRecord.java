package dev.zundacast.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.Script;
import dev.zundacast.tag.TagContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an episode was last built from, kept beside its side files: the same work again need not be
 * done again.
 *
 * @param version of this record and of what makes an MP3 of the same inputs
 * @param work sha256 over all that goes into the MP3 and its side files
 * @param mp3 where it was written
 * @param bytes its size, 0 while it is not finished
 * @param millis its length
 */
record BuildRecord(int version, String work, String mp3, long bytes, long millis) {
  private static final int VERSION = 3;
  private static final String FILE = "build.json";

  /** The record of a build that is about to begin. */
  static BuildRecord of(
      Script script,
      TagContent tag,
      EpisodePictures pictures,
      BuildOptions options,
      List<String> clips,
      Path mp3)
      throws IOException {
    String work = WorkDigest.of(script, tag, pictures, options, clips);
    return new BuildRecord(VERSION, work, mp3.toString(), 0, 0);
  }

  BuildRecord finished(long size, long length) {
    return new BuildRecord(version, work, mp3, size, length);
  }

  boolean sameWork(BuildRecord other) {
    return version == other.version && work.equals(other.work) && mp3.equals(other.mp3);
  }

  /** The record in an episode's folder; one that cannot be read is none. */
  static Optional<BuildRecord> read(Path folder) throws IOException {
    try {
      JsonNode record = JsonTrees.read(Files.readAllBytes(folder.resolve(FILE)));
      return Optional.of(
          new BuildRecord(
              record.path("version").asInt(),
              record.path("work").asText(),
              record.path("mp3").asText(),
              record.path("bytes").asLong(),
              record.path("millis").asLong()));
    } catch (NoSuchFileException | JsonProcessingException none) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("version", version).put("work", work);
    record.put("mp3", mp3).put("bytes", bytes).put("millis", millis);
    AtomicFile.write(folder.resolve(FILE), JsonTrees.text(record));
  }
}
