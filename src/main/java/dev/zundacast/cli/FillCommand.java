package dev.zundacast.cli;

import dev.zundacast.pipeline.Fill;
import dev.zundacast.pipeline.FillOptions;
import dev.zundacast.pipeline.FillOptions.Mode;
import dev.zundacast.pipeline.FillOptions.Scope;
import dev.zundacast.pipeline.FillOutcome.State;
import dev.zundacast.pipeline.FillReport;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fill POST|DIR…}: the size and length of audio that is there, into its posts. */
@Command(
    addMethodSubcommands = false,
    name = "fill",
    description = {
      "Puts audio_file_size and duration into posts whose audio is there, in the site or on a",
      "server. No other byte of a post changes."
    })
final class FillCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "POST|DIR",
      description = "Posts, folders of posts or a site's folder.")
  List<Path> posts = new ArrayList<>();

  @Option(names = "--all", description = "Also mend values that are there but wrong.")
  boolean all;

  @Option(names = "--dry-run", description = "Show what would change; write nothing.")
  boolean dryRun;

  @Option(
      names = "--audio-dir",
      paramLabel = "DIR",
      description = "Look here by name for audio that is not in the site.")
  @Nullable Path audioDir;

  @Option(
      names = "--download",
      description = "Fetch a whole remote file when parts of it do not tell its length.")
  boolean download;

  @Option(
      names = "--refresh",
      description = {
        "Ask servers at once whether files that are known have changed;",
        "otherwise what they said is believed for a day."
      })
  boolean refresh;

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin FolderOptions folders = new FolderOptions();

  FillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    FillReport report;
    try (ProgressLine progress = ProgressLine.of(terminal, global)) {
      report = new Fill(options(), progress).run(posts.stream().map(this::resolved).toList());
    }
    FillPrinter printer = new FillPrinter(terminal, dryRun ? Mode.DRY_RUN : Mode.WRITE);
    if (json) {
      printer.json(report);
    } else {
      printer.print(report);
    }
    return code(report).code();
  }

  private FillOptions options() {
    return new FillOptions(
        all ? Scope.ALL : Scope.MISSING,
        dryRun ? Mode.DRY_RUN : Mode.WRITE,
        Optional.ofNullable(audioDir).map(this::resolved),
        download ? Download.WHERE_NEEDED : Download.NEVER,
        refresh ? Recall.NOT_WITHOUT_ASKING : Recall.FOR_A_DAY,
        folders.site(terminal),
        folders.workspace(terminal).out());
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
