package dev.zundacast.cli.command;

import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.post.Shows;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What commands over several posts share: each post by itself, and one exit code for all. */
final class Run {
  private Run() {}

  /**
   * The posts that the arguments POST|DIR… mean, at least one.
   *
   * @throws Problem of kind USAGE when a name does not exist or the folders hold no post
   */
  static List<Path> posts(Terminal terminal, List<Path> named) throws IOException {
    List<Path> posts = PostFiles.of(named.stream().map(terminal::resolve).toList());
    if (posts.isEmpty()) {
      throw Problem.of(
          Problem.Kind.USAGE,
          named.get(0) + ": no post in this folder (posts are named like 2026-03-16-1.md)");
    }
    return posts;
  }

  /** The settings of the site that the first post belongs to. */
  static Settings settings(FolderOptions folders, Terminal terminal, Path post) throws IOException {
    return Settings.of(Shows.find(post, folders.site(terminal)).root());
  }

  /**
   * Does the work for each post and prints its result; a post that fails is reported and the others
   * go on, unless no engine is there.
   */
  static <R> ExitCode each(
      Terminal terminal, List<Path> posts, IoFunction<Path, R> work, Consumer<R> print)
      throws IOException {
    Reporter reporter = new Reporter(terminal);
    int failed = 0;
    @Nullable ExitCode last = null;
    for (Path post : posts) {
      try {
        print.accept(PostFiles.one(post, () -> work.apply(post)));
      } catch (Problem | IOException | UncheckedIOException e) {
        if (posts.size() == 1) {
          throw e;
        }
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
    return failed == posts.size() ? last : ExitCode.SOME_FAILED;
  }
}
