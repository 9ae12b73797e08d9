package dev.zundacast.cli.scale;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.scale.Collect;
import dev.zundacast.pipeline.scale.CollectReport;
import dev.zundacast.pipeline.scale.CollectReport.Collected;
import dev.zundacast.pipeline.scale.CollectReport.State;
import dev.zundacast.pipeline.show.ShowFolder;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code collect POST|DIR…}: what shards made, put together. */
@Command(
    name = "collect",
    description = {
      "After the shards: which episodes are there, which failed and why; puts the two values of"
          + " those that are there into their posts.",
      "Ends with 0 when all are there, 5 when some cannot be made, else 75 when some are not made"
          + " yet."
    })
public final class CollectCommand implements Callable<Integer> {
  /** More lines of reasons are read by no one; --json has all. */
  private static final int NAMED = 20;

  /** The columns that the names of counts take. */
  private static final int NAMES = 16;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "POST|DIR",
      arity = "1..*",
      description = "The posts of all shards: posts, folders of posts or a site's folder.")
  List<Path> posts = List.of();

  @Option(names = "--dry-run", description = "Only say how it stands; write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public CollectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = PostFiles.of(posts.stream().map(terminal::resolve).toList());
    if (files.isEmpty()) {
      throw Problem.of(Problem.Kind.USAGE, posts.get(0) + ": no post in this folder");
    }
    CollectReport report = new CollectReport(collected(files));
    if (json) {
      terminal.json(CollectJson.of(report, terminal));
    } else {
      print(report);
    }
    return code(report).code();
  }

  private List<Collected> collected(List<Path> files) throws IOException {
    Map<Path, Collect> shows = new HashMap<>();
    for (Path post : files) {
      Path folder = post.resolveSibling("");
      if (!shows.containsKey(folder)) {
        shows.put(folder, collect(folders.show(terminal, post)));
      }
    }
    List<Collected> all = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors();
    try (ProgressLine progress = global.progress(terminal);
        Parallel<Path, Collected> each =
            Parallel.over(
                files,
                threads,
                post -> Objects.requireNonNull(shows.get(post.resolveSibling(""))).one(post))) {
      for (int done = 1; done <= files.size(); done++) {
        all.add(each.next());
        progress.report("collect", done, files.size());
      }
    }
    return all;
  }

  private Collect collect(ShowFolder show) throws IOException {
    Collect.Mode mode = dryRun ? Collect.Mode.DRY_RUN : Collect.Mode.WRITE;
    return new Collect(
        folders.workspace(terminal, show), show.root(), folders.site(terminal), mode);
  }

  /** One that nobody can make is final; one that is missing may come with another run. */
  private static ExitCode code(CollectReport report) {
    if (report.count(State.FAILED) > 0) {
      return ExitCode.SOME_FAILED;
    }
    return report.count(State.MISSING) > 0 ? ExitCode.TRY_AGAIN : ExitCode.DONE;
  }

  private void print(CollectReport report) {
    report.episodes().stream()
        .filter(it -> it.state() != State.DONE)
        .limit(NAMED)
        .forEach(it -> terminal.print(row(it)));
    long left = report.episodes().size() - report.count(State.DONE) - NAMED;
    if (left > 0) {
      terminal.print("… and " + left + " more; --json names all");
    }
    count("episodes", report.episodes().size());
    count("there", report.count(State.DONE));
    count("failed", report.count(State.FAILED));
    count("not made yet", report.count(State.MISSING));
    count(dryRun ? "posts to write" : "posts written", report.written());
    terminal.row(
        "in the feed",
        NAMES,
        String.format(
            Locale.ROOT, "%7.1f hours, %.1f GB", report.millis() / 3.6e6, report.bytes() / 1e9));
  }

  private void count(String what, long number) {
    terminal.row(what, NAMES, String.format(Locale.ROOT, "%7d", number));
  }

  private String row(Collected it) {
    String shard = it.shard().isEmpty() ? "" : " (shard " + it.shard() + ")";
    String state = it.state() == State.FAILED ? "failed" : "not made yet";
    String reason = it.reason().lines().findFirst().orElse("");
    return terminal.shown(it.post()) + ": " + state + shard + ": " + reason;
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record CollectJson(
      int episodes,
      long done,
      long failed,
      long missing,
      long written,
      long durationMs,
      long bytes,
      List<EpisodeJson> posts) {

    static CollectJson of(CollectReport report, Terminal terminal) {
      return new CollectJson(
          report.episodes().size(),
          report.count(State.DONE),
          report.count(State.FAILED),
          report.count(State.MISSING),
          report.written(),
          report.millis(),
          report.bytes(),
          report.episodes().stream().map(it -> EpisodeJson.of(it, terminal)).toList());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record EpisodeJson(
      String post,
      String state,
      String shard,
      String reason,
      String mp3,
      long bytes,
      long durationMs,
      int clipsMade,
      int clipsFound,
      boolean written) {

    static EpisodeJson of(Collected it, Terminal terminal) {
      return new EpisodeJson(
          terminal.shown(it.post()),
          it.state().name().toLowerCase(Locale.ROOT),
          it.shard(),
          it.reason(),
          it.mp3().equals(it.post()) ? "" : terminal.shown(it.mp3()),
          it.bytes(),
          it.millis(),
          it.clipsMade(),
          it.clipsFound(),
          it.written());
    }
  }
}
