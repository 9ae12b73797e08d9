package dev.zundacast.post;

import java.util.regex.Pattern;

/**
 * How Jekyll publishes a site's posts.
 *
 * @param permalink pattern of a post's address, "" when the site leaves it to Jekyll
 * @param later what becomes of posts whose date has not come
 */
public record Publishing(String permalink, Later later) {
  private static final Pattern NAME = Pattern.compile(":(?:title|slug|name)\\b");

  /** What else can tell posts apart; Jekyll's own patterns are words and hold the date. */
  private static final Pattern MORE =
      Pattern.compile(":(?!title|slug|name|output_ext)[a-z_]+|^[a-z]*$");

  /** What Jekyll does with posts of a later date. */
  public enum Later {
    /** They are left out until the site is built after that time. */
    LEFT_OUT,
    BUILT
  }

  /** Whether two posts whose file names differ only in the date get one address. */
  public boolean namesTellPostsApart() {
    return NAME.matcher(permalink).find() && !MORE.matcher(permalink).find();
  }
}
