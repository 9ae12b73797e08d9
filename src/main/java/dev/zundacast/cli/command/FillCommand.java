package dev.zundacast.cli.command;

import dev.zundacast.cli.command.ProgramCommand.WithoutOptions;
import dev.zundacast.cli.option.AudioOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.FillPrinter;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.Fill.Scope;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fill POST|DIR…}: the size and length of audio that is there, into its posts. */
@WithoutOptions({"--voices", "--scripts"})
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
                all ? Scope.ALL : Scope.MISSING,
                mode(),
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
    new FillPrinter(output(json), mode()).print(outcomes, slides);
    return code(outcomes);
  }

  private Mode mode() {
    return dryRun ? Mode.DRY_RUN : Mode.WRITE;
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
}
