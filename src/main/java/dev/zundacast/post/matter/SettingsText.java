package dev.zundacast.post.matter;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A settings file in TOML or JSON to its single values, those of inner tables with dots. */
public final class SettingsText {
  private SettingsText() {}

  /**
   * The values by their keys; JSON is told by the file's name.
   *
   * @throws dev.zundacast.episode.Problem with its place when the text is broken
   */
  public static Map<String, String> values(Path file, byte[] bytes) {
    Map<String, Span> spans =
        file.toString().endsWith(".json")
            ? JsonMatter.parse(file, bytes).text().values()
            : TomlReader.read(
                file,
                FrontMatterText.decode(file, bytes, Delimiters.first(bytes), bytes.length),
                1);
    Map<String, String> values = new LinkedHashMap<>();
    spans.forEach(
        (key, span) -> {
          if (span.isSingle()) {
            values.put(key, span.text());
          }
        });
    return values;
  }
}
