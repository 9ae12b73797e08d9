package dev.zundacast.post;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.YamlFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the posts of a site are written.
 *
 * @param posts the folder of the posts, from the site's
 * @param files the folder whose files the site serves at its root, from the site's, "" for itself
 * @param audio the keys that tell of the audio; those count of which the post has the path, else
 *     the first
 * @param names other keys by what they say, where it is not the key of that name
 * @param heading the heading below which a list of articles stands, "" for none
 * @param level of the headings that begin an article
 * @param skipped headings whose sections are not said
 */
public record Layout(
    Preset preset,
    String posts,
    String files,
    List<AudioKeys> audio,
    Map<String, List<String>> names,
    Articles articles,
    String heading,
    int level,
    List<String> skipped) {
  /** The name of the file with a show's settings. */
  public static final String SETTINGS = "zundacast.yaml";

  /** What a field of the settings is called, and the key that it names another for. */
  private static final Map<String, String> NAMES =
      Map.of(
          "title", "title",
          "description", "description",
          "date", "date",
          "actors", "actor_ids",
          "image", "image_url");

  /** What of a body is an article. */
  public enum Articles {
    /** A list item that is a link, with the text below it. */
    LIST,
    /** A heading, with the text below it. */
    HEADINGS,
    /** The whole text as one. */
    WHOLE
  }

  /** The same with articles that begin at headings of this level. */
  public Layout withLevel(int other) {
    return new Layout(preset, posts, files, audio, names, articles, heading, other, skipped);
  }

  /**
   * The layout of a post or of a site's folder: what the nearest zundacast.yaml sets, else what is
   * usual for its kind of site; a problem with the place of every mistake in it.
   */
  public static Layout of(Path postOrFolder) throws IOException {
    Path start = postOrFolder.toAbsolutePath().normalize();
    Optional<Path> show = SafePath.holding(start, SETTINGS);
    if (show.isPresent()) {
      YamlFields fields = YamlFields.ofShow(show.get().resolve(SETTINGS));
      Optional<Layout> said = read(fields);
      fields.requireRight();
      if (said.isPresent()) {
        return said.get();
      }
    }
    return SiteKind.above(start).map(SiteKind::usual).orElse(Preset.YATTECAST).layout();
  }

  /** Reports every mistake in what settings say of posts and of the site. */
  public static void check(YamlFields settings) {
    read(settings);
    SiteConfig.names(settings);
  }

  /** The keys that may say what a Yattecast post says by this one. */
  public List<String> keys(String name) {
    return names.getOrDefault(name, List.of(name));
  }

  /** Whether posts are files of any name below the folder, not only those with a date. */
  public boolean takesAnyName() {
    return preset == Preset.HUGO || preset == Preset.ASTRO;
  }

  /** What the settings say with the name of a preset or fields over one, empty when nothing. */
  private static Optional<Layout> read(YamlFields settings) {
    if (settings.holdsFields("layout")) {
      return Optional.of(settings.section("layout", Layout::over));
    }
    return settings.text("layout", "").isEmpty()
        ? Optional.empty()
        : Optional.of(settings.choice("layout", Preset.YATTECAST).layout());
  }

  private static Layout over(YamlFields fields) {
    Layout preset = fields.choice("preset", Preset.YATTECAST).layout();
    return new Layout(
        preset.preset(),
        fields.place("posts", preset.posts()),
        fields.place("files", preset.files()),
        audio(preset.audio(), fields),
        names(preset.names(), fields),
        fields.choice("articles", preset.articles()),
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

  /** The keys of a front matter that tell of the audio; those of an inner table have dots. */
  public record AudioKeys(String path, String size, String duration) {
    /** The keys of the Yattecast template. */
    public static final AudioKeys YATTECAST =
        new AudioKeys("audio_file_path", "audio_file_size", "duration");
  }
}
