package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.pipeline.episode.DryRun.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status POST|DIR…}: what there is to do. */
@ProgramCommand.WithoutOptions({"--allow-mixed", "--wait", "--allow-odd-length"})
@Command(name = "status")
public final class StatusCommand extends PostsCommand {
  @Parameters(paramLabel = "POST|DIR", arity = "0..*")
  List<Path> posts = List.of(Path.of(""));

  @Option(names = "--json")
  boolean json;

  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    List<Status> known = new ArrayList<>();
    List<Path> all = postsOf(posts);
    ExitCode code =
        eachShow(
            byShow(all),
            (show, files) -> {
              Settings settings = Settings.of(show.root());
              DryRun dry = new DryRun(Stages.open(folders.workspace(show)));
              BuildOptions options =
                  making.buildOptions(folders.site(), settings, engines.named(settings));
              return each(
                  files,
                  post -> status(dry, post, options),
                  status -> {
                    known.add(status);
                    print(status);
                  });
            });
    if (!json) {
      List<Message> words = new ArrayList<>();
      for (State state : State.values()) {
        long count = known.stream().filter(it -> it.state() == state).count();
        if (count > 0) {
          words.add(Message.of("status.count." + word(state), count));
        }
      }
      if (known.size() < all.size()) {
        words.add(Message.of("status.count.unreadable", all.size() - known.size()));
      }
      int waiting = known.stream().mapToInt(it -> it.decisions().size()).sum();
      terminal.print(Message.of("status.sum", all.size(), Message.list(words), waiting));
    }
    return code;
  }

  /** How a post stands, and why it is stale where its files were not changed. */
  private record Status(Path post, State state, Message reason, List<Diagnostic> decisions) {}

  private static Status status(DryRun dry, Path post, BuildOptions options) throws IOException {
    State state = dry.state(post, options);
    Message reason = state == State.STALE ? dry.reason(post, options) : Message.NONE;
    return new Status(post, state, reason, dry.decisions(post));
  }

  private void print(Status status) {
    if (json) {
      terminal.json(
          Json.with("post", terminal.shown(status.post()))
              .with("state", Message.of("status.state." + word(status.state())))
              .with("reason", status.reason())
              .with(
                  "decisions",
                  status.decisions().stream()
                      .map(
                          it ->
                              Json.with("file", it.file().toString())
                                  .with("line", it.line())
                                  .with("now", it.message()))
                      .toList()));
      return;
    }
    if (status.state() == State.STALE || status.state() == State.NO_EPISODE) {
      String post = terminal.shown(status.post());
      terminal.print(
          status.state() == State.NO_EPISODE
              ? Message.of("status.isNoEpisode", post)
              : status.reason().isEmpty()
                  ? Message.of("status.isStale", post)
                  : Message.of("status.isStaleFor", post, status.reason()));
    }
    Reporter reporter = new Reporter(terminal);
    for (Diagnostic waits : status.decisions()) {
      terminal.print(Message.of("status.decision", reporter.place(waits), waits.message()));
    }
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
