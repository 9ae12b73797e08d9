package dev.zundacast.cli;

import dev.zundacast.pipeline.Beside;
import dev.zundacast.pipeline.Build;
import dev.zundacast.pipeline.BuildOptions;
import dev.zundacast.pipeline.BuildReport;
import dev.zundacast.pipeline.DryRun;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build POST|DIR…}: posts to episodes. */
@Command(
    addMethodSubcommands = false,
    name = "build",
    description = {
      "Post to script, MP3, tags, transcripts, and the two values in the post.",
      "What is up to date is left alone; what was interrupted goes on where it stopped."
    })
final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "POST|DIR", arity = "1..*", description = "Posts, or folders of posts.")
  List<Path> posts = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Say what would be done; write nothing, ask no engine.")
  boolean dryRun;

  @Option(names = "--force", description = "Put the MP3 together again even if it is up to date.")
  boolean force;

  @Option(names = "--json", description = "One JSON object a post on standard output.")
  boolean json;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin FolderOptions folders = new FolderOptions();
  @Mixin EngineOptions engines = new EngineOptions();
  @Mixin MakingOptions making = new MakingOptions();

  BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = PostArguments.files(terminal, posts);
    Workspace workspace = folders.workspace(terminal);
    Beside<Stages> stages =
        Beside.start("stages", () -> dryRun ? Stages.open(workspace) : Stages.begin(workspace));
    Settings settings = Run.settings(folders, terminal, files.get(0));
    BuildOptions options =
        making.buildOptions(
            terminal,
            folders.site(terminal),
            settings,
            force ? BuildOptions.Redo.ALWAYS : BuildOptions.Redo.WHEN_CHANGED);
    BuildPrinter printer = new BuildPrinter(terminal, json);
    if (dryRun) {
      DryRun dry = new DryRun(stages.await());
      return Run.each(terminal, files, post -> printer.print(dry.of(post, options))).code();
    }
    try (ProgressLine progress = ProgressLine.of(terminal, global);
        EngineOptions.Opening opening = engines.begin(terminal, settings)) {
      if (files.size() > 1) {
        // What is wrong with the reading list or the engines is said once, not of each post.
        stages.await().readings();
        opening.pool();
      }
      Build build = new Build(stages.await(), opening::pool, progress);
      return Run.each(
              terminal,
              files,
              post -> {
                BuildReport report = build.build(post, options);
                progress.clear();
                printer.print(report);
              })
          .code();
    }
  }
}
