package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What commands over several posts share: each post by itself, and one exit code for all. */
final class Run {
  private Run() {}

  /** Work on one post. */
  @FunctionalInterface
  interface OnPost {
    void accept(Path post) throws IOException;
  }

  /**
   * Does the work for each post; a post that fails is reported and the others go on, unless no
   * engine is there.
   */
  static ExitCode each(Terminal terminal, List<Path> posts, OnPost work) {
    Reporter reporter = new Reporter(terminal);
    int failed = 0;
    @Nullable ExitCode last = null;
    for (Path post : posts) {
      try {
        work.accept(post);
      } catch (Problem | IOException | UncheckedIOException e) {
        last = reporter.say(e);
        failed++;
        if (last == ExitCode.NO_ENGINE) {
          return last;
        }
      }
    }
    if (last == null) {
      return ExitCode.DONE;
    }
    return posts.size() == 1 ? last : failed == posts.size() ? last : ExitCode.SOME_FAILED;
  }

  /** The settings of the site that the first post belongs to. */
  static Settings settings(FolderOptions folders, Terminal terminal, Path post) throws IOException {
    Optional<Path> site = folders.site(terminal);
    return Settings.of(Shows.find(post, site).root());
  }
}
