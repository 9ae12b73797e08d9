package dev.zundacast.pipeline.check;

import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a site is checked.
 *
 * @param depth whether audio is decoded
 * @param mending whether what needs no judgement is mended
 * @param recall how long an earlier answer of a server is believed
 * @param audioDir where files lie whose posts name a remote address
 * @param site the site's root, else the nearest folder above a post with a {@code _config.yml}
 * @param out where the memory of remote files lies
 */
public record CheckOptions(
    Depth depth,
    Mending mending,
    Recall recall,
    Optional<Path> audioDir,
    Optional<Path> site,
    Path out) {

  /** How far audio is looked into. */
  public enum Depth {
    /** Headers only. */
    FAST,
    /** Loudness too, for which every file is decoded. */
    LOUDNESS
  }

  /** What becomes of findings. */
  public enum Mending {
    LIST_ONLY,
    /** Sizes and lengths are put right before the rest is listed. */
    FIX
  }
}
