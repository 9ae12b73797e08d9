package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.api.BodyReader.Range;
import java.io.IOException;

/** Presets: stored parameters of a query under a number. */
final class PresetEndpoints {
  private final Presets presets;

  PresetEndpoints(Presets presets) {
    this.presets = presets;
  }

  void addTo(Router router) {
    router
        .get("/presets", request -> Answer.json(list()))
        .post("/add_preset", request -> Answer.json(IntNode.valueOf(presets.add(read(request)))))
        .post("/update_preset", this::update)
        .post("/delete_preset", this::delete);
  }

  private ArrayNode list() {
    ArrayNode list = Json.array();
    presets.all().forEach(preset -> list.add(preset.json()));
    return list;
  }

  private Answer update(Request request) throws IOException, Refusal {
    Preset preset = read(request);
    if (!presets.update(preset)) {
      throw Refusal.detail(422, "更新先のプリセットが存在しません");
    }
    return Answer.json(IntNode.valueOf(preset.id()));
  }

  private Answer delete(Request request) throws IOException, Refusal {
    int id = request.integer("id");
    request.findings().throwIfAny();
    if (!presets.delete(id)) {
      throw Refusal.detail(422, "削除対象のプリセットが存在しません");
    }
    return Answer.NO_CONTENT;
  }

  private static Preset read(Request request) throws IOException, Refusal {
    JsonNode node = request.body();
    BodyReader body = BodyReader.of(node, Place.BODY, request.findings());
    request.findings().throwIfAny();
    if (body == null) {
      throw new IllegalStateException("a body that is no object has a finding");
    }
    Preset preset = Preset.read(body);
    request.findings().throwIfAny();
    return preset;
  }

  /** A preset as clients know it. */
  record Preset(int id, int style, ObjectNode json) {
    static Preset read(BodyReader body) {
      ObjectNode json = Json.object();
      int id = body.integer("id", Range.ANY);
      json.put("id", id);
      json.put("name", body.text("name"));
      json.put("speaker_uuid", body.text("speaker_uuid"));
      int style = body.integer("style_id", Range.ANY);
      json.put("style_id", style);
      json.put("speedScale", body.number("speedScale", Range.POSITIVE));
      json.put("pitchScale", body.number("pitchScale", Range.ANY));
      json.put("intonationScale", body.number("intonationScale", Range.ANY));
      json.put("volumeScale", body.number("volumeScale", Range.NOT_NEGATIVE));
      json.put("prePhonemeLength", body.number("prePhonemeLength", Range.NOT_NEGATIVE));
      json.put("postPhonemeLength", body.number("postPhonemeLength", Range.NOT_NEGATIVE));
      json.put("pauseLength", body.numberOrNull("pauseLength", Range.NOT_NEGATIVE));
      json.put("pauseLengthScale", body.number("pauseLengthScale", Range.NOT_NEGATIVE, 1));
      return new Preset(id, style, json);
    }

    Preset withId(int id) {
      return new Preset(id, style, json.deepCopy().put("id", id));
    }
  }
}
