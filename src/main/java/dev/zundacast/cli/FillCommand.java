package dev.zundacast.cli;

import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.FillOptions;
import dev.zundacast.pipeline.fill.FillOptions.Mode;
import dev.zundacast.pipeline.fill.FillOptions.Scope;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.fill.FillReport;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fill POST|DIR…}: the size and length of audio that is there, into its posts. */
final class FillCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Values<Path> posts =
      Values.some("POST|DIR", Path.class, "Posts, folders of posts or a site's folder.");

  private final Flag all = new Flag("--all", "Also mend values that are there but wrong.");

  private final Flag dryRun = new Flag("--dry-run", "Show what would change; write nothing.");

  private final AudioOptions audio = new AudioOptions();

  private final Flag download =
      new Flag("--download", "Fetch a whole remote file when parts of it do not tell its length.");

  private final Flag json = new Flag("--json", "A JSON object on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();

  FillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "fill",
        List.of(
            "Puts audio_file_size and duration into posts whose audio is there.",
            "The audio may be in the site or on a server. No other byte of a post changes."),
        posts,
        all,
        dryRun,
        audio,
        download,
        json,
        global,
        folders);
  }

  @Override
  public Integer call() throws IOException {
    FillReport report;
    try (ProgressLine progress = ProgressLine.of(terminal, global)) {
      report = new Fill(options(), progress).run(posts.get().stream().map(this::resolved).toList());
    }
    FillPrinter printer = new FillPrinter(terminal, mode());
    if (json.isGiven()) {
      printer.json(report);
    } else {
      printer.print(report);
    }
    return code(report).code();
  }

  private FillOptions options() {
    return new FillOptions(
        all.isGiven() ? Scope.ALL : Scope.MISSING,
        mode(),
        audio.folder(terminal),
        download.isGiven() ? Download.WHERE_NEEDED : Download.NEVER,
        audio.recall(),
        folders.site(terminal),
        folders.workspace(terminal).out());
  }

  private Mode mode() {
    return dryRun.isGiven() ? Mode.DRY_RUN : Mode.WRITE;
  }

  private Path resolved(Path path) {
    return terminal.folder().resolve(path).normalize();
  }

  private static ExitCode code(FillReport report) {
    long refused = report.count(State.REFUSED);
    if (refused > 0 && refused == report.outcomes().size()) {
      return ExitCode.BAD_INPUT;
    }
    long failed = refused + report.count(State.MISSING) + report.count(State.UNREACHABLE);
    return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }
}
