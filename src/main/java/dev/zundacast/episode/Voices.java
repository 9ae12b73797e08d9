package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All characters that may speak in a show, at least one, and the folders with their files: what is
 * in the first, the show's own, goes before what the next has.
 */
public record Voices(List<Path> folders, List<Voice> all) {

  public Voices {
    folders = List.copyOf(folders);
    all = List.copyOf(all);
  }

  /** Where a voice of the show's own is to stand. */
  public Path folder() {
    return folders.get(0);
  }

  /** The voice with this name or alias; {@code name/style} is that voice in another style. */
  public Optional<Voice> find(String speaker) {
    int slash = speaker.indexOf('/');
    String name = slash < 0 ? speaker : speaker.substring(0, slash);
    Optional<Voice> voice =
        all.stream()
            .filter(it -> it.name().equals(name) || it.aliases().contains(name))
            .findFirst();
    return slash < 0 ? voice : voice.map(v -> v.with(speaker.substring(slash + 1), v.parameters()));
  }

  /** The names that {@link #find} knows, for messages. */
  public String known() {
    return String.join("、", all.stream().map(Voice::name).toList());
  }
}
