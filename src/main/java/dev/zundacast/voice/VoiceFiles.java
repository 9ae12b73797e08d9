package dev.zundacast.voice;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folders of voice files to {@link Voices}: one YAML file a character. */
public final class VoiceFiles {
  private static final String NAME = "(?i)[^.].*\\.ya?ml";

  private VoiceFiles() {}

  /**
   * Reads every {@code .yaml} file of the folders, the show's own first, in the order of their
   * names, or a problem with the place of every mistake. A voice whose name a folder before has
   * given away is left out.
   */
  public static Voices load(List<Path> folders) throws IOException {
    List<Voice> voices = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Path folder : folders) {
      List<Voice> here = new ArrayList<>(voicesIn(folder, wrong));
      here.removeIf(voice -> known.contains(voice.name()));
      here.forEach(voice -> known.addAll(names(voice)));
      voices.addAll(here);
    }
    if (!wrong.isEmpty()) {
      throw Problem.in(wrong);
    }
    if (voices.isEmpty()) {
      Path last = folders.get(folders.size() - 1);
      String key = Files.isDirectory(last) ? "voices.noneInFolder" : "voices.noFolder";
      throw Problem.in(Diagnostic.of(last, key));
    }
    return new Voices(folders, voices);
  }

  /** The files of a folder, in the order of their names; none where it is not there. */
  public static List<Path> in(Path folder) throws IOException {
    return SafePath.named(NAME, folder);
  }

  /** The file of a voice, empty where none of the folders has it. */
  public static Optional<Path> fileOf(Voice voice, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      for (Path file : in(folder)) {
        if (YamlFields.read(file).text("name", "").equals(voice.name())) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** The voice that a file would hold; a problem with the place of every mistake. */
  public static Voice read(Path file, String text) {
    YamlFields fields = YamlFields.of(file, text);
    Voice voice = voice(fields);
    fields.reportUnknown();
    fields.requireRight();
    return voice;
  }

  private static List<Voice> voicesIn(Path folder, List<Diagnostic> wrong) throws IOException {
    List<Voice> voices = new ArrayList<>();
    Map<String, Path> taken = new HashMap<>();
    for (Path file : in(folder)) {
      YamlFields fields = YamlFields.read(file);
      Voice voice = voice(fields);
      fields.reportUnknown();
      claimNames(voice, file, fields, taken);
      wrong.addAll(fields.findings());
      voices.add(voice);
    }
    return voices;
  }

  private static List<String> names(Voice voice) {
    List<String> names = new ArrayList<>(voice.aliases());
    names.add(voice.name());
    return names;
  }

  private static void claimNames(
      Voice voice, Path file, YamlFields fields, Map<String, Path> taken) {
    for (String name : names(voice)) {
      Path other = taken.putIfAbsent(name, file);
      if (other != null && !name.isEmpty()) {
        String place = name.equals(voice.name()) ? "name" : "aliases";
        fields.report(place, Message.of("voices.nameTaken", name, other.getFileName()));
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
        fields.name("speech", fields.text("speech")),
        fields.name("template", fields.text("template")),
        fields.text("credit"),
        fields.section("parameters", VoiceFiles::parameters),
        fields.section("pauses", VoiceFiles::pauses),
        fields.number("morasPerSecond", 1, 30, 7.15),
        fields.section(
            "draft",
            it -> new Voice.Draft(it.text("style", "ノーマル"), it.number("pitch", -0.5, 0.5, 0))),
        fields.text("show", ""),
        fields.section(
            "profile",
            it ->
                new Voice.Profile(
                    it.text("about", ""), it.text("firstPerson", ""), it.texts("endings"))));
  }

  /** The editor's ranges; engines themselves check none and answer nonsense with a failure. */
  private static Voice.Parameters parameters(YamlFields fields) {
    return new Voice.Parameters(
        fields.number("speed", 0.5, 2, 1),
        fields.number("pitch", -0.15, 0.15, 0),
        fields.number("intonation", 0, 2, 1),
        fields.number("volume", 0, 2, 1),
        fields.number("pauseScale", 0, 2, 1));
  }

  private static Voice.Pauses pauses(YamlFields fields) {
    return new Voice.Pauses(
        millis(fields, "leadIn", 1.0),
        millis(fields, "sentence", 0.75),
        millis(fields, "title", 1.3),
        millis(fields, "paragraph", 1.0),
        millis(fields, "section", 1.8),
        millis(fields, "tail", 1.5));
  }

  private static int millis(YamlFields fields, String key, double seconds) {
    return (int) Math.round(1000 * fields.number(key, 0, 30, seconds));
  }
}
