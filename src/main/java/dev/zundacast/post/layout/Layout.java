package dev.zundacast.post.layout;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the posts of a site are written.
 *
 * @param preset what it began from
 * @param posts the folder of the posts, from the site's
 * @param files the folder whose files the site serves at its root, from the site's; "" for the site
 *     itself
 * @param audio the keys that tell of the audio; those count of which the post has the path, else
 *     the first
 * @param names other keys by what they say, where it is not the key of that name
 * @param articles what of a body is an article
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
  /** What the description is called where a site has no other name for it; so of the others. */
  public static final String DESCRIPTION = "description";

  static final String TITLE = "title";
  static final String DATE = "date";
  static final String ACTORS = "actor_ids";
  static final String IMAGE = "image_url";

  private static final String SETTINGS = "zundacast.yaml";

  /** What of a body is an article. */
  public enum Articles {
    /** A list item that is a link, with the text below it. */
    LIST,
    /** A heading, with the text below it. */
    HEADINGS,
    /** The whole text as one. */
    WHOLE
  }

  public Layout {
    audio = List.copyOf(audio);
    names = Map.copyOf(names);
    skipped = List.copyOf(skipped);
  }

  /** The same with articles that begin at headings of this level. */
  public Layout withLevel(int other) {
    return new Layout(preset, posts, files, audio, names, articles, heading, other, skipped);
  }

  /**
   * The layout of a post or of a site's folder: what the nearest zundacast.yaml sets, else what is
   * usual for its kind of site.
   *
   * @throws Problem with the place of every mistake in it
   */
  public static Layout of(Path postOrFolder) throws IOException {
    Path start = postOrFolder.toAbsolutePath().normalize();
    Optional<Path> settings = holding(start);
    if (settings.isPresent()) {
      List<Diagnostic> wrong = new ArrayList<>();
      Optional<Layout> said = LayoutReader.read(YamlFields.read(settings.get(), wrong));
      if (!wrong.isEmpty()) {
        throw Problem.in(wrong);
      }
      if (said.isPresent()) {
        return said.get();
      }
    }
    return usual(start);
  }

  /** Reports every mistake in what settings say of posts and of the site. */
  public static void check(YamlFields settings) {
    LayoutReader.read(settings);
    SiteNames.read(settings);
  }

  private static Optional<Path> holding(Path start) {
    return SafePath.upwards(start)
        .map(folder -> folder.resolve(SETTINGS))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Layout usual(Path start) {
    return SiteKind.above(start).map(SiteKind::usual).orElse(Preset.YATTECAST).layout();
  }

  /** The keys that may say what a Yattecast post says by this one. */
  public List<String> keys(String name) {
    return names.getOrDefault(name, List.of(name));
  }

  /** Whether posts are files of any name below the folder, not only those with a date. */
  public boolean takesAnyName() {
    return preset == Preset.HUGO || preset == Preset.ASTRO;
  }
}
