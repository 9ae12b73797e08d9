package dev.zundacast.voice;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A character that can be chosen for a voice file, with its styles, the usual one first: as an
 * engine offers it, or as VOICEVOX is known to have it while no engine runs.
 */
public record KnownCharacter(String name, List<String> styles, String credit) {
  /** The characters of VOICEVOX. */
  public static List<KnownCharacter> ofVoicevox() {
    return Resource.rows(KnownCharacter.class, "voicevox.tsv").stream()
        .map(row -> row.split("\t"))
        .map(row -> new KnownCharacter(row[0], List.of(row[1].split("、")), credit(row)))
        .toList();
  }

  /** The character of VOICEVOX that has this name. */
  public static Optional<KnownCharacter> find(String name) {
    return ofVoicevox().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Those that can be chosen at an engine: the draft one stands in for those of VOICEVOX. */
  public static List<KnownCharacter> at(EngineInfo engine, List<OfferedSpeaker> offered) {
    List<KnownCharacter> all = new ArrayList<>(engine.isDraft() ? ofVoicevox() : List.of());
    offered.forEach(it -> all.add(of(it, engine)));
    return all;
  }

  /** The character of an engine that has this name; a problem with all names where none has. */
  public static KnownCharacter choose(String name, EnginePool engine) throws IOException {
    List<OfferedSpeaker> offered = engine.speakers();
    String names = String.join("、", offered.stream().map(OfferedSpeaker::name).toList());
    return at(engine.info(), offered).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Problem.input("voices.unknownCharacter", engine.info().title(), name, names));
  }

  private static String credit(String[] row) {
    return row.length > 2 ? row[2] : "VOICEVOX:" + row[0];
  }

  /** A build of VOICEVOX may have any name: its characters ask for the credit that they have. */
  private static KnownCharacter of(OfferedSpeaker speaker, EngineInfo engine) {
    String branded = (engine.brand().isEmpty() ? "" : engine.brand() + ":") + speaker.name();
    return new KnownCharacter(
        speaker.name(),
        speaker.styleNames(),
        find(speaker.name()).map(KnownCharacter::credit).orElse(branded));
  }
}
