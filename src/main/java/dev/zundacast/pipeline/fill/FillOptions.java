package dev.zundacast.pipeline.fill;

import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How posts' audio values are filled.
 *
 * @param scope which posts
 * @param mode whether posts are written
 * @param audioDir where files lie whose posts name a remote address
 * @param download whether a whole remote file may be fetched
 * @param recall how long an earlier answer of a server is believed
 * @param site the site's root, else the nearest folder above a post with a {@code _config.yml}
 * @param out where the memory of remote files lies
 */
public record FillOptions(
    Scope scope,
    Mode mode,
    Optional<Path> audioDir,
    Download download,
    Recall recall,
    Optional<Path> site,
    Path out) {

  /** Which posts are looked at. */
  public enum Scope {
    /** Those that lack a value or have one that the feed cannot use. */
    MISSING,
    /** All, and what is wrong is mended. */
    ALL
  }

  /** What becomes of the posts. */
  public enum Mode {
    WRITE,
    DRY_RUN
  }
}
