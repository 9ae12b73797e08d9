package dev.zundacast.post;

import dev.zundacast.disk.Resource;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Jekyll site's {@code _config.yml} to the {@link Show} that it publishes. */
public final class Shows {
  private static final String CONFIG = "_config.yml";
  private static final int MAX_FEED_BYTES = 1 << 20;

  /** Where Yattecast and its descendants keep the show's picture, if the config names none. */
  private static final List<String> USUAL_COVERS =
      Resource.rows(Shows.class, "covers.txt").stream()
          .flatMap(name -> Stream.of(name + ".jpg", name + ".png"))
          .toList();

  private static final List<String> COVER_KEYS =
      List.of("artwork", "cover", "cover_image", "logo", "image", "og_image", "podcast_image");

  private static final String FEED = "feed.xml";
  private static final Pattern FEED_PICTURE =
      Pattern.compile("<itunes:image\\s+href=[\"']([^\"']{1,2000})[\"']");

  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:jpe?g|png)");

  /** The key of what a site says of an actor, whose id may have dots. */
  private static final Pattern ACTOR = Pattern.compile("actors\\.(.+?)(?:\\.name)?");

  private final Path root;
  private final Map<String, String> config;

  /**
   * How Jekyll publishes a site's posts: the pattern of an address, "" when the site leaves it to
   * Jekyll, and whether it publishes posts before their date has come.
   */
  public record Publishing(String permalink, boolean future) {
    private static final Pattern NAME = Pattern.compile(":(?:title|slug|name)\\b");

    /** What else can tell posts apart; Jekyll's own patterns are words and hold the date. */
    private static final Pattern MORE =
        Pattern.compile(":(?!title|slug|name|output_ext)[a-z_]+|^[a-z]*$");

    /** Whether two posts whose file names differ only in the date get one address. */
    public boolean namesTellPostsApart() {
      return NAME.matcher(permalink).find() && !MORE.matcher(permalink).find();
    }
  }

  private Shows(Path root) throws IOException {
    this.root = root;
    this.config = SiteConfig.of(root);
  }

  /**
   * The show of a post or folder: its site is {@code siteOption}, else the nearest folder above
   * with a {@code _config.yml}, else the folder that holds {@code _posts}, else the nearest with a
   * {@code zundacast.yaml}; a problem when there is none, or its file is not valid YAML.
   */
  public static Show find(Path postOrFolder, Optional<Path> siteOption) throws IOException {
    Path root = siteOption.isPresent() ? named(siteOption.get()) : above(postOrFolder);
    return new Shows(root).show();
  }

  /** How the site in a folder publishes its posts. */
  public static Publishing publishing(Path root) throws IOException {
    Shows site = new Shows(root);
    return new Publishing(site.text("permalink"), site.text("future").equals("true"));
  }

  private static Path named(Path site) {
    if (!Files.isDirectory(site)) {
      throw Problem.usage("post.noSiteFolder", site);
    }
    return site.toAbsolutePath().normalize();
  }

  private static Path above(Path postOrFolder) {
    Path start = postOrFolder.toAbsolutePath().normalize();
    return SafePath.nearest(start, folder -> SiteKind.at(folder).isPresent())
        .or(() -> SafePath.nearest(start, folder -> folder.endsWith("_posts")).map(Path::getParent))
        .or(() -> SafePath.holding(start, Layout.SETTINGS))
        .orElseThrow(() -> Problem.in(Diagnostic.of(postOrFolder, "post.noSite", CONFIG)));
  }

  private Show show() throws IOException {
    String title = text("title", "name");
    return new Show(
        root,
        files(),
        title.isEmpty() ? PlainText.clean(root.getFileName().toString()) : title,
        title.isEmpty() ? Show.Named.BY_FOLDER : Show.Named.BY_SETTINGS,
        url(),
        language(),
        actors(),
        cover());
  }

  private Path files() throws IOException {
    Path files = root.resolve(Layout.of(root).files()).normalize();
    SafePath.requireInside(root, files, 0, Message.of("build.putFolder"));
    return files;
  }

  /** What the first of these keys says that says something. */
  private String text(String... keys) {
    return Stream.of(keys)
        .map(key -> PlainText.clean(config.getOrDefault(key, "")))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String url() {
    return (text("url") + slashed(text("baseurl"))).strip().replaceFirst("/+$", "");
  }

  private static String slashed(String path) {
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }

  private String language() {
    String language = text("language", "lang", "locale").replace('_', '-');
    return language.isEmpty() ? "ja" : language;
  }

  private Map<String, String> actors() {
    Map<String, String> actors = new LinkedHashMap<>();
    for (String key : config.keySet()) {
      Matcher actor = ACTOR.matcher(key);
      if (actor.matches()) {
        String id = actor.group(1);
        if (actors.keySet().stream().noneMatch(known -> id.startsWith(known + "."))) {
          actors.put(PlainText.clean(id), text("actors." + id + ".name"));
        }
      }
    }
    actors.replaceAll((id, name) -> name.isEmpty() ? id : name);
    return actors;
  }

  private Optional<Path> cover() throws IOException {
    List<String> paths = new ArrayList<>(COVER_KEYS.stream().map(this::text).toList());
    paths.addAll(feedPictures());
    paths.addAll(USUAL_COVERS);
    Path settings = SiteKind.at(root).flatMap(it -> it.config(root)).orElse(root.resolve(CONFIG));
    for (String path : paths) {
      Optional<Path> found = inSite(path, settings);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What the site's own feed template names, behind the Liquid that stands for the address. */
  private List<String> feedPictures() throws IOException {
    Path feed = root.resolve(FEED);
    if (!Files.isRegularFile(feed) || Files.size(feed) > MAX_FEED_BYTES) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(feed), StandardCharsets.UTF_8);
    return FEED_PICTURE
        .matcher(text)
        .results()
        .map(found -> found.group(1).replaceAll("\\{\\{[^}]*}}", "").strip())
        .filter(named -> !named.contains(".."))
        .toList();
  }

  /** The picture at a path or at an address of this site, as these settings name it. */
  private Optional<Path> inSite(String named, Path settings) throws IOException {
    String url = url();
    String path = !url.isEmpty() && named.startsWith(url) ? named.substring(url.length()) : named;
    if (path.isEmpty() || path.contains("://") || !PICTURE.matcher(path).matches()) {
      return Optional.empty();
    }
    // Sites that are built with Next.js, too, serve what lies in public/ at their root.
    for (String place : List.of("", "public/", "static/")) {
      Path file = SafePath.resolve(root, place + path.replaceFirst("^/", ""), settings);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
