package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All characters of a {@code voices/} folder.
 *
 * @param folder where the voice files, templates and readings.tsv stand
 * @param all at least one
 */
public record Voices(Path folder, List<Voice> all) {

  public Voices {
    all = List.copyOf(all);
  }

  /**
   * The voice with this name or alias; {@code name/style} is that voice in another of its styles.
   */
  public Optional<Voice> find(String speaker) {
    int slash = speaker.indexOf('/');
    String name = slash < 0 ? speaker : speaker.substring(0, slash);
    Optional<Voice> voice = named(name);
    return slash < 0 ? voice : voice.map(v -> v.withStyle(speaker.substring(slash + 1)));
  }

  private Optional<Voice> named(String name) {
    for (Voice voice : all) {
      if (voice.name().equals(name) || voice.aliases().contains(name)) {
        return Optional.of(voice);
      }
    }
    return Optional.empty();
  }

  /** The names that {@link #find} knows, for messages. */
  public String known() {
    return String.join("、", all.stream().map(Voice::name).toList());
  }
}
