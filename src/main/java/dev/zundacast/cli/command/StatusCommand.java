package dev.zundacast.cli.command;

import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status POST|DIR…}: what there is to do. */
@Command(
    name = "status",
    description = "Which posts have no episode, which are stale, and what waits for a decision.")
public final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "POST|DIR", arity = "0..*", description = "Posts, or folders of posts.")
  List<Path> posts = List.of(Path.of(""));

  @Option(names = "--json", description = "One JSON object per post on standard output.")
  boolean json;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return ExitCode.DONE.code();
  }
}
