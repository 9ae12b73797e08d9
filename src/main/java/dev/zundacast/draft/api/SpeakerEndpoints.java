package dev.zundacast.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.Checked;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What clients show of a speaker: terms, pictures and samples, in the answer or as links. */
final class SpeakerEndpoints {
  private static final String SAMPLE = "こんにちは。下書きの声です。";
  private static final int PORTRAIT = 256;
  private static final int ICON = 64;

  private final Narrator narrator;
  private final Api.Parts parts;

  /** By the name that they are linked with. */
  private final Map<String, Answer> resources = new ConcurrentHashMap<>();

  SpeakerEndpoints(Api.Parts parts) {
    this.narrator = parts.narrator();
    this.parts = parts;
  }

  private enum Format {
    BASE64,
    URL
  }

  private record SpeakerInfo(
      String policy, String portrait, @JsonProperty("style_infos") List<StyleInfo> styleInfos) {}

  private record StyleInfo(
      int id,
      String icon,
      @Nullable String portrait,
      @JsonProperty("voice_samples") List<String> voiceSamples) {}

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
    Narrator.checkCore(request);
    if (!uuid.equals(narrator.uuid())) {
      throw unknown();
    }
    byte[] portrait = disc(PORTRAIT, 0);
    List<StyleInfo> infos = new ArrayList<>();
    for (Narrator.Style style : narrator.styles()) {
      byte[] icon = disc(ICON, (float) style.id() / narrator.styles().size());
      infos.add(
          new StyleInfo(
              style.id(),
              give(request, format, "image/png", icon),
              null,
              List.of(give(request, format, "audio/wav", sample(style)))));
    }
    return Answer.json(
        new SpeakerInfo(narrator.policy(), give(request, format, "image/png", portrait), infos));
  }

  private static Format format(Request request) {
    String value = request.optional("resource_format").orElse("base64");
    if (!value.equals("base64") && !value.equals("url")) {
      request
          .findings()
          .add(
              "literal_error",
              List.of("query", "resource_format"),
              "Input should be 'base64' or 'url'",
              TextNode.valueOf(value));
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
              parts
                  .prosody()
                  .fill(parts.jtalk().analyse(SAMPLE), style.voice(), Prosody.Filled.ALL),
              InfoEndpoints.RATE);
      try {
        byte[] wav = parts.speaker().speak(query, style.voice(), Speaker.Questions.RISE).toBytes();
        known = Answer.wav(wav);
      } catch (Checked.Invalid e) {
        throw new IllegalStateException("two short sentences", e);
      }
      resources.put(key, known);
    }
    return known.body();
  }

  /** A plain picture as a PNG file: a disc in the colour of a style, {@code hue} from 0 to 1. */
  static byte[] disc(int size, float hue) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.getHSBColor(hue, 0.45f, 0.9f));
    pen.fillOval(0, 0, size, size);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return png.toByteArray();
  }
}
