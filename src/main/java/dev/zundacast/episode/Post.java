package dev.zundacast.episode;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;

/**
 * A podcast post as read from disk: its front matter values and the articles found in its body.
 *
 * @param file absolute path of the post
 * @param title front matter {@code title}, control characters removed
 * @param description front matter {@code description}, HTML entities resolved
 * @param information front matter {@code information}: what the show has to announce, "" for
 *     nothing
 * @param date front matter {@code date} with its own offset
 * @param number the trailing number of the file name (446 in {@code 2026-03-18-446.md})
 * @param actorIds front matter {@code actor_ids}, empty when the key is absent
 * @param audioPath front matter {@code audio_file_path} as written, "" when absent
 * @param imageUrl front matter {@code image_url}, "" when absent
 * @param hasForm whether its body links to a form for listeners' letters
 * @param articles in the order of the body, at least one
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

  /**
   * A file's name without its extension, or that of its folder where it lies there as index, with
   * its pictures.
   */
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
