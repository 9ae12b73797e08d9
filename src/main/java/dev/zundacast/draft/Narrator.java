package dev.zundacast.draft;

import dev.zundacast.disk.Resource;
import dev.zundacast.disk.SafePath;
import dev.zundacast.draft.speech.VoiceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who speaks: a name and the styles, numbered from 0, with a voice file for each. */
record Narrator(String name, String uuid, String policy, List<Style> styles) {
  private static final String MEI_UUID = "6f1c7c2e-3f0b-4f5e-9d55-6a1f9d7b2c40";
  private static final String OTHER_UUID = "2b0d5a57-7c55-4f0e-8a63-0f4c1b8f9e21";

  private static final String MEI_POLICY = Resource.text(Narrator.class, "mei-policy.md");

  private static final String OTHER_POLICY = Resource.text(Narrator.class, "own-voice-policy.md");

  /** The styles of Mei by what their file names end with, in the order of their numbers. */
  private static final List<String[]> MEI_STYLES =
      List.of(
          new String[] {"normal", "ノーマル"},
          new String[] {"angry", "怒り"},
          new String[] {"bashful", "照れ"},
          new String[] {"happy", "喜び"},
          new String[] {"sad", "悲しみ"});

  /** One way of speaking. */
  record Style(int id, String name, VoiceFile voice) {}

  /** The narrator of the first place that holds voice files, if any does. */
  static Optional<Narrator> find(List<Path> places) throws IOException {
    for (Path place : places) {
      List<VoiceFile> voices = new ArrayList<>();
      for (Path file : SafePath.below(place, 3)) {
        if (file.toString().endsWith(".htsvoice")) {
          voices.add(VoiceFile.read(file));
        }
      }
      if (!voices.isEmpty()) {
        return Optional.of(of(voices));
      }
    }
    return Optional.empty();
  }

  private static Narrator of(List<VoiceFile> voices) {
    List<Style> mei = new ArrayList<>();
    for (String[] style : MEI_STYLES) {
      voices.stream()
          .filter(voice -> stem(voice).equals("mei_" + style[0]))
          .forEach(voice -> mei.add(new Style(MEI_STYLES.indexOf(style), style[1], voice)));
    }
    if (!mei.isEmpty()) {
      return new Narrator("Mei", MEI_UUID, MEI_POLICY, mei);
    }
    List<Style> styles = new ArrayList<>();
    for (VoiceFile voice : voices) {
      styles.add(new Style(styles.size(), stem(voice), voice));
    }
    return new Narrator(styles.get(0).name(), OTHER_UUID, OTHER_POLICY, styles);
  }

  private static String stem(VoiceFile voice) {
    String name = voice.file().getFileName().toString();
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.htsvoice$", "");
  }

  /** The voice of the style with this number. */
  VoiceFile voice(String style) {
    return styles.stream()
        .filter(known -> Integer.toString(known.id()).equals(style))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no style " + style))
        .voice();
  }

  /** As /speakers lists it. */
  Map<String, Object> summary(String version) {
    List<Map<String, Object>> talking =
        styles.stream()
            .map(style -> Map.<String, Object>of("name", style.name(), "id", style.id()))
            .toList();
    return Map.of("name", name, "speaker_uuid", uuid, "styles", talking, "version", version);
  }
}
