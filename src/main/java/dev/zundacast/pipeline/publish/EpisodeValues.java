package dev.zundacast.pipeline.publish;

import dev.zundacast.pipeline.Workspace;
import java.nio.file.Path;
import java.util.Map;

/** The values of a post that texts and commands of the settings may hold, as {@code {title}}. */
final class EpisodeValues {
  private EpisodeValues() {}

  /** A text with the post's values in it. */
  static String filled(String text, Episode episode) {
    String filled = text;
    for (Map.Entry<String, String> value : values(episode).entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** The values by their names. */
  static Map<String, String> values(Episode episode) {
    return Map.of(
        "name", Workspace.stem(episode.post()),
        "date", episode.day(),
        "title", episode.title(),
        "duration", episode.duration(),
        "audio", episode.audio(),
        "post", episode.post().toString(),
        "mp3", episode.mp3().map(Path::toString).orElse(""),
        "page", episode.show().url());
  }
}
