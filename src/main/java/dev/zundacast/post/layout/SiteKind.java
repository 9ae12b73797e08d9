package dev.zundacast.post.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A site generator, by the settings that it leaves in a site's folder. */
public enum SiteKind {
  JEKYLL(Preset.YATTECAST, List.of("_config.yml")),
  HUGO(Preset.HUGO, List.of("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")),
  ASTRO(
      Preset.ASTRO,
      List.of("astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs"));

  /** The names that Hugo took before, which other programs take, too. */
  private static final List<String> OLD_HUGO = List.of("config.toml", "config.yaml", "config.json");

  private final Preset usual;
  private final List<String> files;

  SiteKind(Preset usual, List<String> files) {
    this.usual = usual;
    this.files = files;
  }

  /** How its posts are written where nobody says it. */
  public Preset usual() {
    return usual;
  }

  /** The kind of the site in a folder, empty where the folder is none. */
  public static Optional<SiteKind> at(Path folder) {
    for (SiteKind kind : values()) {
      if (kind.config(folder).isPresent()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The settings of a site of this kind in a folder. */
  public Optional<Path> config(Path folder) {
    Optional<Path> found = first(folder, files);
    return found.isEmpty() && this == HUGO && Files.isDirectory(folder.resolve("content"))
        ? first(folder, OLD_HUGO)
        : found;
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }
}
