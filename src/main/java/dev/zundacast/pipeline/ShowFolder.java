package dev.zundacast.pipeline;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.post.SiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder, absolute, that everything of one show lies in, found from a post. */
public record ShowFolder(Path root) {
  /** The name of the file with a show's settings. */
  public static final String SETTINGS = "zundacast.yaml";

  /** Jekyll neither publishes nor reads a folder whose name begins like this. */
  public static final String DATA = "_zundacast";

  /** What {@link #SETTINGS} may name another place for, relative to itself. */
  public static final List<String> PLACES = List.of("scripts", "voices", "readings", "out");

  private static final String SITE = "_config.yml";
  private static final String POSTS = "_posts";

  public ShowFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The show of a post; a post that lies in no site is a show by itself. */
  public static ShowFolder of(Path post) {
    Path file = post.toAbsolutePath().normalize();
    Path parent = file.getParent();
    Path alone = parent == null || Files.isDirectory(file) ? file : parent;
    return above(post).orElseGet(() -> new ShowFolder(alone));
  }

  /**
   * The nearest folder from here upwards with a zundacast.yaml, else the nearest with a
   * _config.yml, else the one that holds _posts, else the nearest site of another generator.
   */
  public static Optional<ShowFolder> above(Path start) {
    Path from = start.toAbsolutePath().normalize();
    return SafePath.holding(from, SETTINGS)
        .or(() -> SafePath.holding(from, SITE))
        .or(() -> holdingPosts(from))
        .or(() -> SafePath.nearest(from, folder -> SiteKind.at(folder).isPresent()))
        .map(ShowFolder::new);
  }

  private static Optional<Path> holdingPosts(Path start) {
    return Files.isDirectory(start.resolve(POSTS))
        ? Optional.of(start)
        : SafePath.nearest(start, folder -> folder.endsWith(POSTS)).map(Path::getParent);
  }

  /** The settings, whether they are there or not. */
  public Path settings() {
    return root.resolve(SETTINGS);
  }

  /** Where its scripts, voices, reading list and what is made lie when nothing else is set. */
  public Path data() {
    return root.resolve(DATA);
  }

  /** The places that the settings name, absolute; a problem where the file is wrong. */
  public Map<String, Path> named() throws IOException {
    if (!Files.isRegularFile(settings())) {
      return Map.of();
    }
    YamlFields fields = YamlFields.ofShow(settings());
    Map<String, Path> places = new LinkedHashMap<>();
    for (String place : PLACES) {
      String name = fields.place(place, "");
      if (!name.isEmpty()) {
        places.put(place, root.resolve(name).normalize());
      }
    }
    fields.requireRight();
    return places;
  }

  /** Whether this folder lies in another, by whatever links it is reached. */
  public boolean liesIn(Path folder) {
    return real(root).startsWith(real(folder));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // What is not there has no other name.
      return path.toAbsolutePath().normalize();
    }
  }
}
