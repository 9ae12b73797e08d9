package dev.zundacast.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.api.RecordCheck.Limits;
import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.speech.AccentNotation;
import dev.zundacast.draft.speech.AccentPhrase;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.Checked.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Presets: parameters of a query that clients store under a number, in one JSON file. */
final class Presets {
  record Preset(
      int id,
      String name,
      @JsonProperty("speaker_uuid") String speakerUuid,
      @JsonProperty("style_id") int styleId,
      @Range(above = 0) double speedScale,
      double pitchScale,
      double intonationScale,
      @Range(min = 0) double volumeScale,
      @Range(min = 0) double prePhonemeLength,
      @Range(min = 0) double postPhonemeLength,
      @Range(min = 0) @Nullable Double pauseLength,
      @JsonProperty(defaultValue = "1") @Range(min = 0) double pauseLengthScale) {

    private Preset withId(int id) throws IOException {
      ObjectNode preset = (ObjectNode) Json.tree(Json.text(this));
      return Json.bind(preset.put("id", id), Preset.class);
    }

    AudioQuery query(List<AccentPhrase> phrases, int rate) {
      return new AudioQuery(
          phrases,
          speedScale,
          pitchScale,
          intonationScale,
          volumeScale,
          prePhonemeLength,
          postPhonemeLength,
          pauseLength,
          pauseLengthScale,
          rate,
          false,
          AccentNotation.write(phrases));
    }
  }

  private final Path file;
  private List<Preset> presets;

  private Presets(Path file, List<Preset> presets) {
    this.file = file;
    this.presets = presets;
  }

  static Presets open(Path file, String speakerUuid) throws IOException {
    if (!Files.exists(file)) {
      Preset sample = new Preset(1, "サンプルプリセット", speakerUuid, 0, 1, 0, 1, 1, 0.1, 0.1, null, 1);
      return new Presets(file, List.of(sample));
    }
    List<Preset> presets = new ArrayList<>();
    RequestErrors findings = new RequestErrors();
    RecordCheck check = new RecordCheck(findings);
    for (JsonNode node : Json.tree(Files.readAllBytes(file))) {
      JsonNode checked = check.check(node, List.of(), Preset.class, Limits.NONE);
      if (findings.size() > 0) {
        throw new IOException(file + " holds no presets: mend it or delete it");
      }
      presets.add(Json.bind(checked, Preset.class));
    }
    return new Presets(file, List.copyOf(presets));
  }

  void addTo(Router router) {
    router
        .get("/presets", request -> Answer.json(all()))
        .post("/add_preset", request -> Answer.json(add(request.body(Preset.class))))
        .post("/update_preset", request -> Answer.json(update(request.body(Preset.class))))
        .post("/delete_preset", this::delete);
  }

  private synchronized List<Preset> all() {
    return presets;
  }

  Optional<Preset> find(int id) {
    return all().stream().filter(preset -> preset.id() == id).findFirst();
  }

  /** Adds a preset, under another number when its own is taken; gives the number. */
  private synchronized int add(Preset preset) throws IOException {
    Preset free = preset;
    if (preset.id() < 0 || find(preset.id()).isPresent()) {
      free = preset.withId(presets.stream().mapToInt(Preset::id).max().orElse(0) + 1);
    }
    List<Preset> more = new ArrayList<>(presets);
    more.add(free);
    store(more);
    return free.id();
  }

  private synchronized int update(Preset preset) throws IOException, Refusal {
    Preset old = find(preset.id()).orElseThrow(() -> Refusal.detail(422, "更新先のプリセットが存在しません"));
    store(presets.stream().map(known -> known.equals(old) ? preset : known).toList());
    return preset.id();
  }

  private synchronized Answer delete(Request request) throws IOException, Refusal {
    int id = request.integer("id");
    request.findings().throwIfAny();
    Preset old = find(id).orElseThrow(() -> Refusal.detail(422, "削除対象のプリセットが存在しません"));
    store(presets.stream().filter(preset -> !preset.equals(old)).toList());
    return Answer.NO_CONTENT;
  }

  private void store(List<Preset> next) throws IOException {
    AtomicFile.write(file, Json.indented(next) + "\n");
    presets = List.copyOf(next);
  }
}
