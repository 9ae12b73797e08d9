package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.disk.YamlEdit;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.KnownCharacter;
import dev.zundacast.voice.NewVoice;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A show's voices, how they sound, and changes of their files. */
record ShowVoices(Episodes episodes) {
  /** What each says of itself, in its own way of speaking. */
  private static final String GREETING = "こんにちは、%sです。最後までゆっくり聞いてください。";

  /** The voice of this name with other scales. */
  public record Change(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Voice.Parameters parameters) {}

  /** A voice to be made of a character in a style. */
  public record Wanted(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String character,
      @Nullable String style) {}

  /** Its voices, whether the engine has them, and the characters of which others can be made. */
  public Fields all() throws IOException {
    Stages now = episodes.stages();
    List<KnownCharacter> characters = characters();
    List<Fields> rows = new ArrayList<>();
    for (Voice voice : now.voices().all()) {
      Optional<Message> fault = fault(voice, characters);
      rows.add(
          Json.with("name", voice.name())
              .with("character", voice.character())
              .with("style", voice.style())
              .with("speech", voice.speech())
              .with("credit", voice.credit())
              .with("file", file(now, voice).toString())
              .with("parameters", voice.parameters())
              .with("atEngine", episodes.engines().pool().isPresent() && fault.isEmpty())
              .with("found", fault.orElse(Message.NONE)));
    }
    return Json.with("voices", rows)
        .with("folder", now.workspace().ownVoices().toString())
        .with("characters", characters);
  }

  private List<KnownCharacter> characters() {
    return episodes
        .engines()
        .pool()
        .map(it -> KnownCharacter.at(it.info(), it.speakers()))
        .orElseGet(KnownCharacter::ofVoicevox);
  }

  /** Makes a voice, as the command does, its comments in this language. */
  public Fields make(Wanted wanted, Locale language) throws IOException {
    Stages now = episodes.stages();
    KnownCharacter character =
        characters().stream()
            .filter(it -> it.name().equals(wanted.character()))
            .findFirst()
            .orElseThrow(() -> Problem.input("studio.noCharacter", wanted.character()));
    NewVoice voice =
        NewVoice.of(wanted.name(), character, Objects.requireNonNullElse(wanted.style(), ""));
    if (now.voices().find(voice.name()).isPresent()) {
      throw Problem.input("studio.voiceThere", voice.name());
    }
    now.workspace().ignoreOut();
    Path file = voice.write(now.workspace().ownVoices(), language).get(0);
    episodes.readingsChanged();
    return all().with("made", file.toString());
  }

  /** Why an engine that is there cannot speak a voice. */
  private Optional<Message> fault(Voice voice, List<KnownCharacter> offered) {
    Optional<EngineInfo> engine =
        episodes.engines().pool().map(EnginePool::info).filter(info -> !info.isDraft());
    List<KnownCharacter> found =
        offered.stream().filter(it -> it.name().equals(voice.character())).toList();
    if (engine.isEmpty() || found.stream().anyMatch(it -> it.styles().contains(voice.style()))) {
      return Optional.empty();
    }
    String name = engine.get().name();
    return Optional.of(
        found.isEmpty()
            ? Message.of("voices.noCharacter", name, voice.character())
            : Message.of("voices.noStyle", name, voice.style()));
  }

  private static Path file(Stages now, Voice voice) throws IOException {
    return VoiceFiles.fileOf(voice, now.voices().folders())
        .orElseThrow(() -> Problem.input("studio.fileGone", voice.name()));
  }

  /** Has a voice greet with these scales, whether its file has them or not. */
  public FutureTask<Fields> hear(Change wanted) throws IOException {
    Stages now = episodes.stages();
    Voice voice = voice(now, wanted);
    String greeting = GREETING.formatted(voice.name());
    String said = now.scripts().styled(greeting, voice.speech()).orElse(greeting);
    return episodes.speaking().hear(voice.with(voice.style(), wanted.parameters()), said);
  }

  private static Voice voice(Stages now, Change wanted) {
    return now.voices()
        .find(wanted.name())
        .orElseThrow(() -> Problem.input("studio.noVoice", wanted.name()));
  }

  /**
   * Writes scales into a voice's file; one that the program brings along is copied into the show
   * first, where it goes before the program's.
   */
  public Fields change(Change wanted) throws IOException {
    Stages now = episodes.stages();
    Voice voice = voice(now, wanted);
    Path file = file(now, voice);
    String text = Files.readString(file);
    ObjectNode before = Json.toTree(voice.parameters());
    for (Map.Entry<String, JsonNode> scale : Json.toTree(wanted.parameters()).properties()) {
      if (!scale.getValue().equals(before.get(scale.getKey()))) {
        String key = "parameters." + scale.getKey();
        text = new YamlEdit(file, text).with(key, scale.getValue().asText());
      }
    }
    Path own = now.workspace().ownVoices().resolve(file.getFileName());
    Voice read = VoiceFiles.read(own, text);
    assert read.name().equals(voice.name());
    now.workspace().ignoreOut();
    Files.createDirectories(now.workspace().ownVoices());
    AtomicFile.write(AtomicFile.behind(own), text);
    episodes.readingsChanged();
    return all();
  }
}
