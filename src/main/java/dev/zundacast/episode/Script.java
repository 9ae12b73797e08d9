package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the narrator says in one episode.
 *
 * @param file the script file that it was read from or belongs in
 * @param postPath the post, relative to its site ({@code _posts/2026-08-21-550.md})
 * @param speaker who speaks the lines that name nobody
 * @param sections in the order of the episode
 */
public record Script(Path file, String postPath, String speaker, List<Section> sections) {

  public Script {
    sections = List.copyOf(sections);
  }

  /** All lines in the order in which they are spoken. */
  public Stream<Line> lines() {
    return sections.stream().flatMap(Section::lines);
  }
}
