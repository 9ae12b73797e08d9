package dev.zundacast.cli;

import dev.zundacast.draft.DraftInstall;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.util.List;

/** What the commands ask of the draft engine's set-up. */
final class DraftEngines {
  private DraftEngines() {}

  /** Stops with what to do when a part of the draft engine is missing. */
  static void requireInstalled() throws IOException {
    List<String> missing = DraftInstall.missing();
    if (!missing.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "the draft engine lacks "
              + String.join(", ", missing)
              + "; set it up with 'zundacast engine install'");
    }
  }
}
