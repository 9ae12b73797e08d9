package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The show that a site publishes, from the site's {@code _config.yml}.
 *
 * @param root the site's folder, the one with {@code _config.yml}
 * @param title name of the show
 * @param url address of the site with its base path, without a final slash, "" when unknown
 * @param author who makes it, "" when unknown
 * @param description the show in a sentence or two, "" when unknown
 * @param language BCP 47, "ja" when the site does not say
 * @param actors actor ids to the names shown
 * @param cover the show's square picture inside the site
 */
public record Show(
    Path root,
    String title,
    String url,
    String author,
    String description,
    String language,
    Map<String, String> actors,
    Optional<Path> cover) {

  public Show {
    // In one order, so that equal shows are equal texts in every run.
    actors = Collections.unmodifiableMap(new TreeMap<>(actors));
  }
}
