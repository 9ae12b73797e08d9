package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Paths that a person's file names, held inside a folder. */
public final class SafePath {
  private SafePath() {}

  /**
   * The file that {@code named} means below {@code root}; a leading slash means the root itself.
   *
   * @param origin the file that named it, for the message
   * @throws Problem when the path leads outside, also by a symbolic link
   */
  public static Path resolve(Path root, String named, Path origin) throws IOException {
    Path base = root.toRealPath();
    Path target;
    try {
      target = base.resolve(fromRoot(named)).normalize();
    } catch (InvalidPathException e) {
      throw Problem.in(
              Diagnostic.of(origin, "the path '" + named + "' is no file name here")
                  .withNext(
                      "in a locale without UTF-8 names are ASCII only: start zundacast by its"
                          + " launcher, or set LC_ALL=C.UTF-8"))
          .causedBy(e);
    }
    if (!target.startsWith(base) || target.equals(base)) {
      throw outside(named, origin);
    }
    Path existing = target;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing != null && !existing.toRealPath().startsWith(base)) {
      throw outside(named, origin);
    }
    return target;
  }

  private static String fromRoot(String named) {
    int start = 0;
    while (named.startsWith("/", start)) {
      start++;
    }
    return named.substring(start);
  }

  private static Problem outside(String named, Path origin) {
    return Problem.in(
        Diagnostic.of(origin, "the path '" + named + "' leads outside the site")
            .withNext("name a file inside the site, like /audio/episode.mp3"));
  }
}
