package dev.zundacast.episode;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;

/**
 * A podcast post as read from disk: the values of its front matter, texts without control
 * characters and entities of HTML, "" or none where a key is absent, and the articles found in its
 * body, at least one.
 *
 * @param information what the show has to announce
 * @param number the trailing number of the file name (446 in {@code 2026-03-18-446.md})
 * @param hasForm whether its body links to a form for listeners' letters
 * @param warnings what looks wrong but does not stop a build
 */
public record Post(
    Path file,
    String title,
    String description,
    String information,
    OffsetDateTime date,
    OptionalInt number,
    List<String> actorIds,
    String audioPath,
    String imageUrl,
    boolean hasForm,
    List<Article> articles,
    List<Diagnostic> warnings) {

  public Post {
    actorIds = List.copyOf(actorIds);
    articles = List.copyOf(articles);
    warnings = List.copyOf(warnings);
  }

  /** A file's name without its extension, or its folder's where it lies there as index. */
  public static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (name.matches("index\\.[a-z]+") && folder != null && folder.getFileName() != null) {
      return folder.getFileName().toString();
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
