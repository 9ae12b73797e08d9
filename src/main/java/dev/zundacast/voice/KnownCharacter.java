package dev.zundacast.voice;

import dev.zundacast.disk.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A character that can be chosen for a voice file: as an engine offers it, or as VOICEVOX is known
 * to have it while no engine runs.
 *
 * @param name as engines list it
 * @param styles in which it talks, the usual one first
 * @param credit what its terms ask to be shown
 */
public record KnownCharacter(String name, List<String> styles, String credit) {

  public KnownCharacter {
    styles = List.copyOf(styles);
  }

  /** The character of VOICEVOX that has this name. */
  public static Optional<KnownCharacter> find(String name) {
    return Resource.rows(KnownCharacter.class, "voicevox.tsv").stream()
        .map(row -> row.split("\t"))
        .filter(row -> row[0].equals(name))
        .findFirst()
        .map(row -> new KnownCharacter(name, List.of(row[1].split("、")), credit(row)));
  }

  private static String credit(String[] row) {
    return row.length > 2 ? row[2] : "VOICEVOX:" + row[0];
  }

  /** As an engine of this brand offers it: a build of VOICEVOX may have any name. */
  public static KnownCharacter of(OfferedSpeaker speaker, EngineInfo engine) {
    List<String> styles = speaker.styles().stream().map(OfferedSpeaker.Style::name).toList();
    String branded = (engine.brand().isEmpty() ? "" : engine.brand() + ":") + speaker.name();
    return new KnownCharacter(
        speaker.name(), styles, find(speaker.name()).map(KnownCharacter::credit).orElse(branded));
  }
}
