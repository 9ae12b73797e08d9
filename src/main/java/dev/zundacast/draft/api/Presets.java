package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.draft.api.PresetEndpoints.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored presets, in one JSON file. */
final class Presets {
  private final Path file;
  private List<Preset> presets;

  private Presets(Path file, List<Preset> presets) {
    this.file = file;
    this.presets = List.copyOf(presets);
  }

  static Presets open(Path file, String speakerUuid) throws IOException {
    if (!Files.exists(file)) {
      return new Presets(file, List.of(sample(speakerUuid)));
    }
    List<Preset> presets = new ArrayList<>();
    for (JsonNode node : Json.MAPPER.readTree(file.toFile())) {
      Findings findings = new Findings();
      BodyReader body = BodyReader.of(node, Place.BODY, findings);
      if (body != null) {
        presets.add(Preset.read(body));
      }
      if (!findings.isEmpty()) {
        throw new IOException(file + " holds no presets: mend it or delete it");
      }
    }
    return new Presets(file, presets);
  }

  /** What a fresh engine has. */
  private static Preset sample(String speakerUuid) {
    ObjectNode json =
        Json.object()
            .put("id", 1)
            .put("name", "サンプルプリセット")
            .put("speaker_uuid", speakerUuid)
            .put("style_id", 0)
            .put("speedScale", 1.0)
            .put("pitchScale", 0.0)
            .put("intonationScale", 1.0)
            .put("volumeScale", 1.0)
            .put("prePhonemeLength", 0.1)
            .put("postPhonemeLength", 0.1)
            .putNull("pauseLength")
            .put("pauseLengthScale", 1.0);
    return new Preset(1, 0, json);
  }

  synchronized List<Preset> all() {
    return presets;
  }

  Optional<Preset> find(int id) {
    return all().stream().filter(preset -> preset.id() == id).findFirst();
  }

  /** Adds a preset, under another number when its own is taken; gives the number. */
  synchronized int add(Preset preset) throws IOException {
    Preset free = preset;
    if (preset.id() < 0 || find(preset.id()).isPresent()) {
      free = preset.withId(presets.stream().mapToInt(Preset::id).max().orElse(0) + 1);
    }
    List<Preset> more = new ArrayList<>(presets);
    more.add(free);
    store(more);
    return free.id();
  }

  synchronized boolean update(Preset preset) throws IOException {
    if (find(preset.id()).isEmpty()) {
      return false;
    }
    store(presets.stream().map(old -> old.id() == preset.id() ? preset : old).toList());
    return true;
  }

  synchronized boolean delete(int id) throws IOException {
    if (find(id).isEmpty()) {
      return false;
    }
    store(presets.stream().filter(preset -> preset.id() != id).toList());
    return true;
  }

  private void store(List<Preset> next) throws IOException {
    ArrayNode list = Json.array();
    next.forEach(preset -> list.add(preset.json()));
    AtomicFile.write(file, list.toPrettyString() + "\n");
    presets = List.copyOf(next);
  }
}
