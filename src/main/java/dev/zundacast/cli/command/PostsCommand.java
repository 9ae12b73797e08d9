package dev.zundacast.cli.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A command over posts: each post by itself, and one exit code for all. */
public abstract class PostsCommand extends ProgramCommand {
  /** What the next post would meet, too. */
  private static final Set<ExitCode> STOPPING = EnumSet.of(ExitCode.NO_ENGINE, ExitCode.TRY_AGAIN);

  protected final FolderOptions folders = new FolderOptions();

  @Override
  final void addCommon(CommandSpec options) {
    options.addMixin("folders", CommandSpec.forAnnotatedObject(folders));
    super.addCommon(options);
  }

  /** The posts that the arguments POST|DIR… mean; a usage problem where they mean none. */
  protected final List<Path> postsOf(List<Path> named) throws IOException {
    List<Path> posts = PostFiles.of(named.stream().map(terminal::resolve).toList());
    if (posts.isEmpty()) {
      throw Problem.usage("posts.noneInFolder", terminal.shown(terminal.resolve(named.get(0))));
    }
    return posts;
  }

  /** The one post that an argument POST means; a usage problem where it means none or several. */
  protected final Path postOf(Path named) throws IOException {
    List<Path> posts = postsOf(List.of(named));
    if (posts.size() > 1) {
      throw Problem.usage("posts.several", named, posts.size());
    }
    PostFiles.requireOfItsShow(posts.get(0));
    return posts.get(0);
  }

  /** The posts of each show, in the order of the posts. */
  protected final Map<ShowFolder, List<Path>> byShow(List<Path> posts) {
    Map<Path, ShowFolder> known = new HashMap<>();
    return posts.stream()
        .collect(
            groupingBy(
                post -> known.computeIfAbsent(post.resolveSibling(""), it -> folders.show(post)),
                LinkedHashMap::new,
                toList()));
  }

  /** Work on the posts of one show. */
  @FunctionalInterface
  protected interface ShowWork {
    ExitCode run(ShowFolder show, List<Path> posts) throws IOException;
  }

  /** Does the work for each show, though others fail, unless no engine is there. */
  protected final ExitCode eachShow(Map<ShowFolder, List<Path>> shows, ShowWork work)
      throws IOException {
    if (shows.size() == 1) {
      Map.Entry<ShowFolder, List<Path>> only = shows.entrySet().iterator().next();
      return work.run(only.getKey(), only.getValue());
    }
    Reporter reporter = new Reporter(terminal);
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    for (Map.Entry<ShowFolder, List<Path>> show : shows.entrySet()) {
      try {
        codes.add(work.run(show.getKey(), show.getValue()));
      } catch (Problem | IOException | UncheckedIOException e) {
        codes.add(reporter.say(e));
      }
      for (ExitCode stops : STOPPING) {
        if (codes.contains(stops)) {
          return stops;
        }
      }
    }
    return codes.size() > 1
        ? ExitCode.SOME_FAILED
        : codes.stream().findFirst().orElse(ExitCode.DONE);
  }

  /**
   * Does the work for each post, though others fail, and prints its result, unless no engine is
   * there.
   */
  protected final <R> ExitCode each(List<Path> posts, IoFunction<Path, R> work, Consumer<R> print)
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
        last = reporter.say(post, e);
        failed++;
        if (STOPPING.contains(last)) {
          return last;
        }
      }
    }
    return last == null ? ExitCode.DONE : failed == posts.size() ? last : ExitCode.SOME_FAILED;
  }
}
