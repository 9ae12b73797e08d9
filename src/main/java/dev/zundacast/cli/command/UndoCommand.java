package dev.zundacast.cli.command;

import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo POST}: the last change of a script taken back. */
@ProgramCommand.WithoutOptions("--voices")
@Command(name = "undo")
public final class UndoCommand extends PostsCommand {
  @Parameters(index = "0", paramLabel = "POST")
  Path post;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Override
  protected ExitCode run() throws IOException {
    Path file = postOf(post);
    ShowFolder show = folders.show(file);
    Stages stages = Stages.open(folders.workspace(show));
    Workspace workspace = stages.workspace();
    try (HeldLock lock = workspace.lock(file)) {
      Scripts scripts = stages.scripts();
      ScriptUpdate back = scripts.history().after(Step.UNDO, scripts.open(workspace.script(file)));
      if (!dryRun) {
        scripts.save(back);
      }
      terminal.out().print(Reporter.clean(back.diff()));
      back.notes().forEach(note -> terminal.print(Message.plain("  ", note)));
      terminal.print(
          Message.of(
              dryRun ? "undo.wouldTake" : "undo.taken", terminal.shown(workspace.script(file))));
    }
    if (!dryRun && isStale(show, stages, file)) {
      terminal.print(Message.of("undo.mp3Outdated"));
      String post = Escaped.word(terminal.shown(file));
      terminal.print(Message.plain("  -> ", Message.of("check.runBuild", post)));
    }
    return ExitCode.DONE;
  }

  private boolean isStale(ShowFolder show, Stages stages, Path file) throws IOException {
    MakingOptions making = new MakingOptions();
    making.at(terminal);
    BuildOptions options = making.buildOptions(folders.site(), Settings.of(show.root()), List.of());
    return new DryRun(stages).stateAsSpoken(file, options) == DryRun.State.STALE;
  }
}
