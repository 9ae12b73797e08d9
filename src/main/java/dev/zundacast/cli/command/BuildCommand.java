package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.BuildPrinter;
import dev.zundacast.cli.terminal.ClassArchive;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.build.Build;
import dev.zundacast.pipeline.build.BuildOptions;
import dev.zundacast.pipeline.build.BuildOptions.Redo;
import dev.zundacast.pipeline.build.DryRun;
import dev.zundacast.pipeline.show.ShowFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build POST|DIR…}: posts to episodes. */
@Command(
    name = "build",
    description = {
      "Post to script, MP3, tags, transcripts, and the two values in the post.",
      "What is up to date is left alone; what was interrupted goes on where it stopped."
    })
public final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "POST|DIR", arity = "1..*", description = "Posts, or folders of posts.")
  List<Path> posts = List.of();

  @Option(
      names = "--dry-run",
      description = "Say what would be done; write nothing, ask no engine.")
  boolean dryRun;

  @Option(names = "--force", description = "Put the MP3 together again even if it is up to date.")
  boolean force;

  @Option(names = "--json", description = "One JSON object per post on standard output.")
  boolean json;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = Run.posts(terminal, posts);
    Map<ShowFolder, List<Path>> shows = Run.byShow(folders, terminal, files);
    return Run.eachShow(terminal, shows, this::run).code();
  }

  private ExitCode run(ShowFolder show, List<Path> files) throws IOException {
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(terminal, show);
    BuildOptions options =
        making.buildOptions(
            terminal, folders.site(terminal), settings, force ? Redo.ALWAYS : Redo.WHEN_CHANGED);
    return dryRun ? dryRun(files, workspace, options) : build(files, workspace, settings, options);
  }

  private ExitCode dryRun(List<Path> files, Workspace workspace, BuildOptions options)
      throws IOException {
    DryRun dry = new DryRun(Stages.open(workspace));
    BuildPrinter printer = new BuildPrinter(terminal, json);
    return Run.each(terminal, files, post -> dry.of(post, options), printer::print);
  }

  private ExitCode build(
      List<Path> files, Workspace workspace, Settings settings, BuildOptions options)
      throws IOException {
    BuildPrinter printer = new BuildPrinter(terminal, json);
    try (ProgressLine progress = global.progress(terminal);
        EngineOptions.Opening opening = engines.begin(terminal, settings)) {
      Stages stages = Stages.open(workspace);
      if (files.size() > 1) {
        opening.pool(); // A missing engine is reported once, not for each post.
      }
      Build build = new Build(stages, opening::pool, progress);
      return Run.each(
          terminal,
          files,
          post -> build.build(post, options),
          report -> {
            progress.clear();
            printer.print(report);
            ClassArchive.after(report, terminal);
          });
    }
  }
}
