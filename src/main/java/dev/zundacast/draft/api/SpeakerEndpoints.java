package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zundacast.draft.query.AudioQuery;
import dev.zundacast.draft.sound.Speaker;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients show of a speaker: its terms, pictures and samples, inside the answer or as links.
 */
final class SpeakerEndpoints {
  private static final String SAMPLE = "こんにちは。下書きの声です。";
  private static final int PORTRAIT = 256;
  private static final int ICON = 64;

  private final Styles styles;
  private final Api.Parts parts;

  /** By the name that they are linked with. */
  private final Map<String, Answer> resources = new ConcurrentHashMap<>();

  SpeakerEndpoints(Styles styles, Api.Parts parts) {
    this.styles = styles;
    this.parts = parts;
  }

  /** How pictures and sounds are given. */
  private enum Format {
    BASE64,
    URL
  }

  void addTo(Router router) {
    router
        .get("/speaker_info", this::speakerInfo)
        .get("/singer_info", SpeakerEndpoints::singerInfo)
        .get("/_resources/*", this::resource);
  }

  private static Answer singerInfo(Request request) throws Refusal {
    request.text("speaker_uuid");
    request.findings().throwIfAny();
    throw unknown();
  }

  private Answer resource(Request request) throws Refusal {
    Answer found = resources.get(request.pathValue());
    if (found == null) {
      throw Refusal.detail(404, "Not Found");
    }
    return found;
  }

  private Answer speakerInfo(Request request) throws IOException, Refusal {
    String uuid = request.text("speaker_uuid");
    Format format = format(request);
    request.findings().throwIfAny();
    Styles.checkCore(request);
    Narrator narrator = styles.narrator();
    if (!uuid.equals(narrator.uuid())) {
      throw unknown();
    }
    ObjectNode info = Json.object().put("policy", narrator.policy());
    info.put("portrait", give(request, format, "image/png", Pictures.disc(PORTRAIT, 0)));
    ArrayNode list = info.putArray("style_infos");
    for (Narrator.Style style : narrator.styles()) {
      float hue = (float) style.id() / narrator.styles().size();
      ObjectNode one = list.addObject().put("id", style.id());
      one.put("icon", give(request, format, "image/png", Pictures.disc(ICON, hue)));
      one.putNull("portrait");
      one.putArray("voice_samples").add(give(request, format, "audio/wav", sample(style)));
    }
    return Answer.json(info);
  }

  private static Format format(Request request) {
    String value = request.optional("resource_format").orElse("base64");
    if (!value.equals("base64") && !value.equals("url")) {
      request
          .findings()
          .add(
              "literal_error",
              Place.query("resource_format"),
              "Input should be 'base64' or 'url'",
              TextNode.valueOf(value),
              Json.object().put("expected", "'base64' or 'url'"));
    }
    return value.equals("url") ? Format.URL : Format.BASE64;
  }

  private static Refusal unknown() {
    return Refusal.detail(404, "該当するキャラクターが見つかりません");
  }

  private String give(Request request, Format format, String type, byte[] bytes) {
    if (format == Format.BASE64) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    String name = UUID.nameUUIDFromBytes(bytes).toString();
    resources.put(name, new Answer(200, type, bytes));
    return request.base() + "/_resources/" + name;
  }

  private byte[] sample(Narrator.Style style) throws IOException, Refusal {
    String key = "sample of style " + style.id();
    Answer known = resources.get(key);
    if (known == null) {
      AudioQuery query =
          AudioQuery.of(
              parts.prosody().fill(parts.jtalk().analyse(SAMPLE), style.voice()),
              InfoEndpoints.RATE);
      try {
        byte[] wav = parts.speaker().speak(query, style.voice(), Speaker.Questions.RISE).toBytes();
        known = Answer.wav(wav);
      } catch (Speaker.TooLong e) {
        throw new IllegalStateException("two short sentences", e);
      }
      resources.put(key, known);
    }
    return known.body();
  }
}
