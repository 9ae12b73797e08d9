package dev.zundacast.post;

import dev.zundacast.disk.SafePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A site generator, by the settings that it leaves in a site's folder. */
public enum SiteKind {
  JEKYLL(Preset.YATTECAST, "_site/feed.xml"),
  HUGO(Preset.HUGO, "public/index.xml"),
  ASTRO(Preset.ASTRO, "dist/rss.xml");

  /** The names that Hugo took before, which other programs take, too. */
  private static final List<String> OLD_HUGO = List.of("config.toml", "config.yaml", "config.json");

  private final Preset usual;
  private final String feed;

  SiteKind(Preset usual, String feed) {
    this.usual = usual;
    this.feed = feed;
  }

  /** Where the feed of the site in a folder lies once it is built; that of no kind where it is. */
  public static Path feed(Path site) {
    Optional<SiteKind> built =
        Stream.of(values()).filter(it -> Files.isRegularFile(site.resolve(it.feed))).findFirst();
    return site.resolve(at(site).or(() -> built).orElse(JEKYLL).feed);
  }

  /** How its posts are written where nobody says it. */
  public Preset usual() {
    return usual;
  }

  /** The kind of the site in a folder, empty where the folder is none. */
  public static Optional<SiteKind> at(Path folder) {
    return Stream.of(values()).filter(kind -> kind.config(folder).isPresent()).findFirst();
  }

  /** The kind of the nearest site that a file or folder lies in. */
  public static Optional<SiteKind> above(Path start) {
    return SafePath.upwards(start).flatMap(folder -> at(folder).stream()).findFirst();
  }

  /** The settings of a site of this kind in a folder. */
  public Optional<Path> config(Path folder) {
    List<String> names =
        switch (this) {
          case JEKYLL -> List.of("_config.yml");
          case HUGO -> List.of("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json");
          case ASTRO ->
              List.of("astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs");
        };
    Optional<Path> found = first(folder, names);
    return found.isEmpty() && this == HUGO && Files.isDirectory(folder.resolve("content"))
        ? first(folder, OLD_HUGO)
        : found;
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }
}
