package dev.zundacast.voice;

import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A {@code voices/} folder to {@link Voices}: one YAML file a character. */
public final class VoiceFiles {
  private VoiceFiles() {}

  /**
   * Reads every {@code .yaml} file of the folder, in the order of their names.
   *
   * @throws Problem with the place of every mistake when a file is wrong or there is none
   */
  public static Voices load(Path folder) throws IOException {
    List<Path> files = voiceFiles(folder);
    List<Voice> voices = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    Map<String, Path> taken = new HashMap<>();
    for (Path file : files) {
      YamlFields fields = YamlFields.read(file, wrong);
      Voice voice = voice(fields);
      fields.reportUnknown();
      claimNames(voice, file, fields, taken);
      voices.add(voice);
    }
    if (!wrong.isEmpty()) {
      throw Problem.in(wrong);
    }
    return new Voices(folder, voices);
  }

  private static List<Path> voiceFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Problem.in(
          Diagnostic.of(folder, "no such folder of voices")
              .withNext("name the folder that holds the voice files with --voices"));
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(VoiceFiles::isVoiceFile).sorted().toList();
    }
    if (files.isEmpty()) {
      throw Problem.in(
          Diagnostic.of(folder, "no voice file in this folder, expected one .yaml a character"));
    }
    return files;
  }

  private static boolean isVoiceFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
  }

  private static void claimNames(
      Voice voice, Path file, YamlFields fields, Map<String, Path> taken) {
    List<String> names = new ArrayList<>(voice.aliases());
    names.add(voice.name());
    for (String name : names) {
      Path other = taken.putIfAbsent(name, file);
      if (other != null && !name.isEmpty()) {
        String place = name.equals(voice.name()) ? "name" : "aliases";
        fields.report(
            place, "the name '" + name + "' is taken by " + other.getFileName() + " already");
      }
    }
  }

  private static Voice voice(YamlFields fields) {
    String name = fields.text("name");
    return new Voice(
        name,
        fields.texts("aliases"),
        fields.text("character"),
        fields.text("style"),
        fields.text("speech"),
        fields.text("template"),
        fields.text("credit"),
        parameters(fields.section("parameters")),
        pauses(fields.section("pauses")),
        fields.number("morasPerSecond", 1, 30, 7.15),
        draft(fields.section("draft")));
  }

  /** The editor's ranges; engines themselves check none and answer nonsense with a failure. */
  private static Voice.Parameters parameters(YamlFields fields) {
    Voice.Parameters parameters =
        new Voice.Parameters(
            fields.number("speed", 0.5, 2, 1),
            fields.number("pitch", -0.15, 0.15, 0),
            fields.number("intonation", 0, 2, 1),
            fields.number("volume", 0, 2, 1),
            fields.number("pauseScale", 0, 2, 1));
    fields.reportUnknown();
    return parameters;
  }

  private static Voice.Pauses pauses(YamlFields fields) {
    Voice.Pauses pauses =
        new Voice.Pauses(
            millis(fields, "leadIn", 1.0),
            millis(fields, "sentence", 0.75),
            millis(fields, "title", 1.3),
            millis(fields, "paragraph", 1.0),
            millis(fields, "section", 1.8),
            millis(fields, "tail", 1.5));
    fields.reportUnknown();
    return pauses;
  }

  private static int millis(YamlFields fields, String key, double seconds) {
    return (int) Math.round(1000 * fields.number(key, 0, 30, seconds));
  }

  private static Voice.Draft draft(YamlFields fields) {
    Voice.Draft draft =
        new Voice.Draft(fields.text("style", "ノーマル"), fields.number("pitch", -0.5, 0.5, 0));
    fields.reportUnknown();
    return draft;
  }
}
