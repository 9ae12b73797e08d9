package dev.zundacast.cli;

import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.build.Build;
import dev.zundacast.pipeline.build.BuildOptions;
import dev.zundacast.pipeline.build.BuildReport;
import dev.zundacast.pipeline.build.DryRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code build POST|DIR…}: posts to episodes. */
final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Values<Path> posts =
      Values.some("POST|DIR", Path.class, "Posts, or folders of posts.");

  private final Flag dryRun =
      new Flag("--dry-run", "Say what would be done; write nothing, ask no engine.");

  private final Flag force =
      new Flag("--force", "Put the MP3 together again even if it is up to date.");

  private final Flag json = new Flag("--json", "One JSON object a post on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final EngineOptions engines = new EngineOptions();
  private final MakingOptions making = new MakingOptions();

  BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "build",
        List.of(
            "Post to script, MP3, tags, transcripts, and the two values in the post.",
            "What is up to date is left alone; what was interrupted goes on where it stopped."),
        posts,
        dryRun,
        force,
        json,
        global,
        folders,
        engines,
        making);
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = PostArguments.files(terminal, posts.get());
    Workspace workspace = folders.workspace(terminal);
    Settings settings = Run.settings(folders, terminal, files.get(0));
    BuildOptions options =
        making.buildOptions(
            terminal,
            folders.site(terminal),
            settings,
            force.isGiven() ? BuildOptions.Redo.ALWAYS : BuildOptions.Redo.WHEN_CHANGED);
    BuildPrinter printer = new BuildPrinter(terminal, json.isGiven());
    if (dryRun.isGiven()) {
      DryRun dry = new DryRun(Stages.open(workspace));
      return Run.each(terminal, files, post -> printer.print(dry.of(post, options))).code();
    }
    try (ProgressLine progress = ProgressLine.of(terminal, global);
        EngineOptions.Meeting engines = this.engines.begin(terminal, settings)) {
      Build build = new Build(Stages.open(workspace), engines::pool, progress);
      if (files.size() > 1) {
        // What is wrong with the engines is said once, not of each post.
        engines.pool();
      }
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
