package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Show;
import java.util.Optional;

/** What a report says in one line about what was found. */
final class Notes {
  private Notes() {}

  static String of(Diagnostic found) {
    String place = Workspace.name(found.file()) + (found.line() > 0 ? ":" + found.line() : "");
    String next = found.next().isEmpty() ? "" : " (" + found.next() + ")";
    return place + ": " + found.message() + next;
  }

  /** A name that nobody chose is spoken and stands in the tags: that must not go unseen. */
  static Optional<String> ofShow(Show show) {
    return show.named() == Show.Named.BY_SETTINGS
        ? Optional.empty()
        : Optional.of(
            "the show is called '"
                + show.title()
                + "' like its folder (add 'title: …' to the site's _config.yml)");
  }
}
