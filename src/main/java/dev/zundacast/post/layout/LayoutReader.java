package dev.zundacast.post.layout;

import dev.zundacast.disk.YamlFields;
import dev.zundacast.post.layout.Layout.Articles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code layout:} of a zundacast.yaml: the name of a preset, or fields over one. */
final class LayoutReader {
  private static final String LAYOUT = "layout";
  private static final List<String> PRESETS = Stream.of(Preset.values()).map(Preset::word).toList();

  /** What a field is called here, and the key that it names another for. */
  private static final Map<String, String> NAMES =
      Map.of(
          "title", Layout.TITLE,
          "description", Layout.DESCRIPTION,
          "date", Layout.DATE,
          "actors", Layout.ACTORS,
          "image", Layout.IMAGE);

  private LayoutReader() {}

  /** What the settings say, empty when nothing; mistakes are reported in them. */
  static Optional<Layout> read(YamlFields settings) {
    if (settings.holdsFields(LAYOUT)) {
      YamlFields fields = settings.section(LAYOUT);
      Layout layout = over(preset(fields, "preset").layout(), fields);
      fields.reportUnknown();
      return Optional.of(layout);
    }
    return settings.text(LAYOUT, "").isEmpty()
        ? Optional.empty()
        : Optional.of(preset(settings, LAYOUT).layout());
  }

  private static Preset preset(YamlFields fields, String key) {
    return Preset.named(fields.choice(key, PRESETS, Preset.YATTECAST.word())).orElseThrow();
  }

  private static Layout over(Layout preset, YamlFields fields) {
    return new Layout(
        preset.preset(),
        fields.text("posts", preset.posts()),
        fields.text("files", preset.files()),
        audio(preset.audio(), fields),
        names(preset.names(), fields),
        articles(preset.articles(), fields),
        fields.text("heading", preset.heading()),
        (int) fields.number("level", 1, 6, preset.level()),
        fields.has("skip") ? fields.texts("skip") : preset.skipped());
  }

  /** A key that is named stands for itself; the others are those that usually stand beside it. */
  private static List<AudioKeys> audio(List<AudioKeys> preset, YamlFields fields) {
    String path = fields.text("audio", "");
    String size = fields.text("size", "");
    String duration = fields.text("duration", "");
    if (path.isEmpty() && size.isEmpty() && duration.isEmpty()) {
      return preset;
    }
    AudioKeys usual =
        preset.stream()
            .filter(keys -> keys.path().equals(path))
            .findFirst()
            .orElseGet(() -> path.isEmpty() ? preset.get(0) : beside(path));
    return List.of(
        new AudioKeys(
            path.isEmpty() ? usual.path() : path,
            size.isEmpty() ? usual.size() : size,
            duration.isEmpty() ? usual.duration() : duration));
  }

  private static AudioKeys beside(String path) {
    int dot = path.lastIndexOf('.');
    String table = path.substring(0, dot + 1);
    String size = dot < 0 ? path + "_size" : table + "size";
    return new AudioKeys(path, size, table + "duration");
  }

  private static Map<String, List<String>> names(
      Map<String, List<String>> preset, YamlFields fields) {
    Map<String, List<String>> names = new HashMap<>(preset);
    NAMES.forEach(
        (field, name) -> {
          String key = fields.text(field, "");
          if (!key.isEmpty()) {
            names.put(name, List.of(key));
          }
        });
    return names;
  }

  private static Articles articles(Articles preset, YamlFields fields) {
    List<String> words =
        Stream.of(Articles.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    String word = fields.choice("articles", words, preset.name().toLowerCase(Locale.ROOT));
    return Articles.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
