package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.SpokenLine;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Lines with an engine's queries to a project of VOICEVOX's editor. */
public final class EditorProject {
  /** The first whose lines have all that is written here; newer editors add what came since. */
  private static final String VERSION = "0.22.0";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String engine;
  private final ArrayNode keys = JSON.arrayNode();
  private final ObjectNode items = JSON.objectNode();

  /**
   * An empty project.
   *
   * @param engine the uuid by which editors know the engine
   */
  EditorProject(String engine) {
    this.engine = engine;
  }

  /** Puts a line at the end. */
  public void add(SpokenLine line, Engine.Queries spoken) {
    // The same line has the same key in each export, so that two projects can be compared.
    byte[] name = ("zundacast/" + line.line().id()).getBytes(StandardCharsets.UTF_8);
    String key = UUID.nameUUIDFromBytes(name).toString();
    keys.add(key);
    ObjectNode item = items.putObject(key);
    item.put("text", line.line().display());
    item.putObject("voice")
        .put("engineId", engine)
        .put("speakerId", spoken.style().uuid())
        .put("styleId", spoken.style().id());
    item.set("query", query(spoken));
  }

  /** A long line is asked for in parts; the editor holds it in one. */
  private static ObjectNode query(Engine.Queries spoken) {
    ObjectNode first = spoken.queries().get(0);
    ObjectNode query = JSON.objectNode();
    ArrayNode phrases = query.putArray("accentPhrases");
    spoken
        .queries()
        .forEach(part -> part.path("accent_phrases").forEach(it -> phrases.add(phrase(it))));
    for (String scale :
        new String[] {
          "speedScale",
          "pitchScale",
          "intonationScale",
          "volumeScale",
          "prePhonemeLength",
          "postPhonemeLength"
        }) {
      query.set(scale, first.path(scale));
    }
    query.put("pauseLengthScale", first.path("pauseLengthScale").asDouble(1));
    query.put("outputSamplingRate", "engineDefault");
    query.put("outputStereo", false);
    return query;
  }

  private static ObjectNode phrase(JsonNode from) {
    ObjectNode phrase = JSON.objectNode();
    ArrayNode moras = phrase.putArray("moras");
    from.path("moras").forEach(mora -> moras.add(mora(mora)));
    phrase.set("accent", from.path("accent"));
    if (from.path("pause_mora").isObject()) {
      phrase.set("pauseMora", mora(from.path("pause_mora")));
    }
    phrase.put("isInterrogative", from.path("is_interrogative").asBoolean());
    return phrase;
  }

  private static ObjectNode mora(JsonNode from) {
    ObjectNode mora = JSON.objectNode();
    mora.set("text", from.path("text"));
    if (from.path("consonant").isTextual()) {
      mora.set("consonant", from.path("consonant"));
      mora.set("consonantLength", from.path("consonant_length"));
    }
    mora.set("vowel", from.path("vowel"));
    mora.set("vowelLength", from.path("vowel_length"));
    mora.set("pitch", from.path("pitch"));
    return mora;
  }

  /** The project, whose songs are one empty track, as the editor begins with. */
  public ObjectNode json() {
    ObjectNode project = JSON.objectNode().put("appVersion", VERSION);
    ObjectNode talk = project.putObject("talk");
    talk.set("audioKeys", keys);
    talk.set("audioItems", items);
    ObjectNode song = project.putObject("song").put("tpqn", 480);
    song.putArray("tempos").addObject().put("position", 0).put("bpm", 120);
    song.putArray("timeSignatures")
        .addObject()
        .put("measureNumber", 1)
        .put("beats", 4)
        .put("beatType", 4);
    String track = UUID.nameUUIDFromBytes("zundacast".getBytes(StandardCharsets.UTF_8)).toString();
    ObjectNode empty = song.putObject("tracks").putObject(track);
    empty.put("name", "無名トラック").put("keyRangeAdjustment", 0).put("volumeRangeAdjustment", 0);
    empty.putArray("notes");
    empty.putArray("pitchEditData");
    empty.putArray("volumeEditData");
    empty.putObject("phonemeTimingEditData");
    empty.put("solo", false).put("mute", false).put("gain", 1).put("pan", 0);
    song.putArray("trackOrder").add(track);
    return project;
  }
}
