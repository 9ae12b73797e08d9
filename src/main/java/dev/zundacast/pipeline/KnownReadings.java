package dev.zundacast.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What an episode's lines were read as when they were last read, kept beside its other files: while
 * the program and the reading list are the same, so are the readings of the same words.
 */
final class KnownReadings {
  private static final String FILE = "readings.json";

  private final Path file;
  private final String source;
  private final Map<String, JsonNode> known = new HashMap<>();

  private KnownReadings(Path file, String source) {
    this.file = file;
    this.source = source;
  }

  /**
   * Opens what is known of an episode; a file that is missing, damaged or of another source knows
   * nothing.
   *
   * @param program names this build of the program; without one nothing is known or kept
   */
  static KnownReadings open(Path episode, String program, Path readingList) throws IOException {
    String source = program.isEmpty() ? "" : program + " " + checksum(readingList);
    KnownReadings readings = new KnownReadings(episode.resolve(FILE), source);
    if (!source.isEmpty() && Files.isRegularFile(readings.file)) {
      readings.load();
    }
    return readings;
  }

  private static long checksum(Path readingList) throws IOException {
    CRC32C checksum = new CRC32C();
    if (Files.exists(readingList)) {
      checksum.update(Files.readAllBytes(readingList));
    }
    return checksum.getValue();
  }

  private void load() throws IOException {
    try {
      JsonNode all = JsonTrees.read(Files.readAllBytes(file));
      if (all.path("source").asText().equals(source)) {
        all.path("lines").forEach(line -> known.put(key(line), line));
      }
    } catch (JsonProcessingException damaged) {
      known.clear();
    }
  }

  private static String key(JsonNode line) {
    return key(line.path("written").asText(), line.path("given").asText());
  }

  private static String key(String written, String given) {
    return written + "\n" + given;
  }

  /** What this line was read as, if that is known. */
  Optional<SpokenLine> find(Line line, Voice voice) {
    return Optional.ofNullable(known.get(key(line.written(), line.spoken())))
        .map(read -> new SpokenLine(line, voice, read.path("spoken").asText(), words(read)));
  }

  private static List<DictionaryWord> words(JsonNode read) {
    List<DictionaryWord> words = new ArrayList<>();
    for (JsonNode word : read.path("words")) {
      words.add(
          new DictionaryWord(word.get(0).asText(), word.get(1).asText(), word.get(2).asInt()));
    }
    return words;
  }

  /** Keeps what the lines were read as, unless all of it is known. */
  void keep(List<SpokenLine> lines) throws IOException {
    boolean fresh = lines.stream().anyMatch(read -> !known.containsKey(key(read)));
    if (source.isEmpty() || !fresh) {
      return;
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("source", source);
    ArrayNode list = all.putArray("lines");
    for (SpokenLine read : lines) {
      ObjectNode line = list.addObject();
      line.put("written", read.line().written()).put("given", read.line().spoken());
      line.put("spoken", read.spoken());
      ArrayNode words = line.putArray("words");
      read.words().forEach(w -> words.addArray().add(w.surface()).add(w.reading()).add(w.accent()));
    }
    AtomicFile.write(file, JsonTrees.text(all));
  }

  private static String key(SpokenLine read) {
    return key(read.line().written(), read.line().spoken());
  }
}
