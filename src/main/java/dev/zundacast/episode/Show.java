package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The show that a site publishes, from the site's {@code _config.yml}.
 *
 * @param files the folder whose files the site serves at its root
 * @param url address of the site with its base path, without a final slash, "" when unknown
 * @param language BCP 47, "ja" when the site does not say
 * @param actors actor ids to the names shown
 * @param cover the show's square picture inside the site
 */
public record Show(
    Path root,
    Path files,
    String title,
    Named named,
    String url,
    String language,
    Map<String, String> actors,
    Optional<Path> cover) {

  /** Where a show's name is from. */
  public enum Named {
    BY_SETTINGS,
    /** The site says none, so its folder's name stands in. */
    BY_FOLDER
  }

  public Show {
    // In one order, so that equal shows are equal texts in every run.
    actors = Collections.unmodifiableMap(new TreeMap<>(actors));
  }

  /** The same site with a programme of this name. */
  public Show withTitle(String name) {
    return name.equals(title)
        ? this
        : new Show(root, files, name, Named.BY_SETTINGS, url, language, actors, cover);
  }
}
