package dev.zundacast.cli.command;

import dev.zundacast.cli.option.AudioOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.terminal.Causes;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fill POST|DIR…}: the size and length of audio that is there, into its posts. */
@ProgramCommand.WithoutOptions({"--voices", "--scripts"})
@Command(name = "fill")
public final class FillCommand extends PostsCommand {
  @Parameters(paramLabel = "POST|DIR", arity = "1..*")
  List<Path> posts = List.of();

  @Option(names = {"--all", "--force"})
  boolean all;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Mixin final AudioOptions audio = new AudioOptions();

  @Option(names = "--download")
  boolean download;

  @Option(names = "--json")
  boolean json;

  @Mixin final ShardOptions shards = new ShardOptions();

  @Override
  protected ExitCode run() throws IOException {
    List<Path> every = postsOf(posts);
    List<Path> files = shards.part(posts, every);
    List<FillOutcome> outcomes = new ArrayList<>();
    List<Path> slides = new ArrayList<>();
    try (ProgressLine progress = global.progress()) {
      for (Map.Entry<ShowFolder, List<Path>> show : byShow(files).entrySet()) {
        Workspace workspace = folders.workspace(show.getKey());
        Fill fill =
            new Fill(
                audio.search(folders.site(), workspace.out()),
                all ? Fill.Scope.ALL : Fill.Scope.MISSING,
                dryRun ? Fill.Mode.DRY_RUN : Fill.Mode.WRITE,
                download ? Download.WHERE_NEEDED : Download.NEVER,
                progress);
        List<FillOutcome> filled = fill.run(show.getValue());
        outcomes.addAll(filled);
        Settings settings = Settings.of(show.getKey().root());
        slides.addAll(fill.slides(filled, settings.script().slides()));
        // What servers said is remembered there, if it was worth remembering.
        if (Files.isDirectory(workspace.out())) {
          workspace.ignoreOut();
        }
      }
    }
    if (json) {
      List<String> timed = slides.stream().map(Path::toString).toList();
      terminal.out().println(Json.indented(asJson(outcomes).with("slides", timed)));
      return code(outcomes);
    }
    if (!global.quiet()) {
      printFilled(outcomes, slides);
    }
    printFailed(outcomes);
    return code(outcomes);
  }

  private static ExitCode code(List<FillOutcome> outcomes) {
    long refused = FillOutcome.count(outcomes, State.REFUSED);
    if (refused > 0 && refused == outcomes.size()) {
      return ExitCode.BAD_INPUT;
    }
    return outcomes.stream().allMatch(it -> it.state() == State.FILLED || it.state() == State.RIGHT)
        ? ExitCode.DONE
        : ExitCode.SOME_FAILED;
  }

  private void printFilled(List<FillOutcome> outcomes, List<Path> slides) {
    outcomes.stream()
        .filter(outcome -> outcome.state() == State.FILLED)
        .map(outcome -> dryRun ? outcome.diff() : filled(outcome))
        .flatMap(String::lines)
        .forEach(terminal::print);
    slides.forEach(
        it -> terminal.print(Message.plain(terminal.shown(it), "  ", Message.of("fill.slides"))));
    for (State state : State.values()) {
      long count = FillOutcome.count(outcomes, state);
      if (count > 0 || (state != State.REFUSED && state != State.WRONG)) {
        boolean only = state == State.FILLED && dryRun;
        Message name = Message.of("fill.state." + (only ? "wouldFill" : name(state)));
        terminal.print(terminal.padded(name, 16) + String.format(Locale.ROOT, " %7d", count));
      }
    }
  }

  /** Says what could not be filled, and what is odd about what could. */
  private void printFailed(List<FillOutcome> outcomes) {
    Reporter reporter = new Reporter(terminal);
    for (Causes.Row<FillOutcome> row : Causes.of(outcomes, FillOutcome::post, FillCommand::cause)) {
      FillOutcome outcome = row.shown();
      if (outcome.state() == State.FILLED || outcome.state() == State.RIGHT) {
        note(outcome);
      } else if (outcome.state() == State.REFUSED && !outcome.findings().isEmpty()) {
        outcome.findings().forEach(reporter::say);
      } else {
        terminal.say(failed(row));
      }
    }
  }

  /** What was filled or cannot be read is told one by one. */
  private static String cause(FillOutcome outcome) {
    return List.of(State.MISSING, State.UNREACHABLE, State.WRONG).contains(outcome.state())
        ? outcome.state() + outcome.reason().toString()
        : outcome.post().toString().replace('.', '_');
  }

  private void note(FillOutcome outcome) {
    if (!outcome.reason().isEmpty()) {
      Message note = Message.of("cli.note", terminal.shown(outcome.post()), outcome.reason());
      terminal.say(Message.plain(note, " (", shownAudio(outcome), ")"));
    }
  }

  private String filled(FillOutcome outcome) {
    String post = terminal.shown(outcome.post());
    return post + "  " + outcome.duration() + "  " + outcome.bytes() + " bytes";
  }

  private Message failed(Causes.Row<FillOutcome> row) {
    FillOutcome outcome = row.shown();
    String line = line(outcome) > 0 ? ":" + line(outcome) : "";
    Message state = Message.of("fill.state." + name(outcome.state()));
    Message why = Message.plain(state, ": ", outcome.reason(), row.more());
    String audio = outcome.audio().isEmpty() ? "" : " (" + shownAudio(outcome) + ")";
    Message next =
        outcome.findings().isEmpty()
            ? Message.NONE
            : Message.plain("\n  -> ", outcome.findings().get(0).next());
    return Message.plain(terminal.shown(outcome.post()), line, ": ", why, audio, next);
  }

  private static int line(FillOutcome outcome) {
    return outcome.findings().isEmpty() ? 0 : outcome.findings().get(0).line();
  }

  /** An address as it is, a file as people here would name it. */
  private String shownAudio(FillOutcome outcome) {
    String folder = terminal.folder() + "/";
    String audio = outcome.audio();
    return audio.startsWith(folder) ? audio.substring(folder.length()) : audio;
  }

  private Fields asJson(List<FillOutcome> outcomes) {
    Fields json = new Fields();
    for (State state : State.values()) {
      json.with(name(state), FillOutcome.count(outcomes, state));
    }
    return json.with("posts", outcomes.stream().map(this::asJson).toList());
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private Fields asJson(FillOutcome outcome) {
    return Json.with("post", terminal.shown(outcome.post()))
        .with("state", name(outcome.state()))
        .with("audio", outcome.audio())
        .with("bytes", outcome.bytes())
        .with("duration", outcome.duration())
        .with("line", line(outcome))
        .with("reason", outcome.reason())
        .with("diff", dryRun ? outcome.diff() : null);
  }
}
