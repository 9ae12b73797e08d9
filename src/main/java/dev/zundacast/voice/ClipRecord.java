package dev.zundacast.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a clip's WAV file.
 *
 * @param speaker who speaks, for people
 * @param text what is spoken
 * @param engine who made it, for people
 * @param clip what a run has to know of it
 */
record ClipRecord(String speaker, String text, String engine, KnownClip clip) {

  /** A record is a few hundred bytes; a longer one is damaged. */
  private static final long LARGEST = 1 << 20;

  /** The record in {@code file}; empty when it is missing, damaged or of another clip. */
  static Optional<ClipRecord> read(Path file, String identity) throws IOException {
    try {
      return read(file, Files.size(file), identity);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The same, of a file whose size is known. */
  static Optional<ClipRecord> read(Path file, long size, String identity) throws IOException {
    if (size > LARGEST) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonTrees.read(Files.readAllBytes(file));
      boolean own = json.path("identity").asText().equals(identity);
      return own && json.path("bytes").isNumber() ? Optional.of(of(json)) : Optional.empty();
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ClipRecord of(JsonNode json) {
    List<String> remarks = new ArrayList<>();
    json.path("remarks").forEach(remark -> remarks.add(remark.asText()));
    return new ClipRecord(
        json.path("speaker").asText(),
        json.path("text").asText(),
        json.path("engine").asText(),
        new KnownClip(
            json.path("identity").asText(),
            json.path("sampleRate").asInt(),
            json.path("samples").asLong(),
            json.path("bytes").asLong(),
            json.path("crc32c").asLong(),
            json.path("changed").asLong(),
            remarks));
  }

  String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("identity", clip.identity()).put("speaker", speaker).put("text", text);
    json.put("engine", engine).put("sampleRate", clip.sampleRate()).put("samples", clip.samples());
    json.put("bytes", clip.bytes()).put("crc32c", clip.checksum());
    json.put("changed", clip.changedMillis());
    clip.remarks().forEach(json.putArray("remarks")::add);
    return JsonTrees.indented(json) + "\n";
  }

  ClipRecord unchangedSince(long millis) {
    return new ClipRecord(speaker, text, engine, clip.unchangedSince(millis));
  }
}
