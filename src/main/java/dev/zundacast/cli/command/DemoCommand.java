package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.BuildPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: sets up all that is needed and builds the example episode. */
@ProgramCommand.WithoutOptions({"--site", "--scripts"})
@Command(name = "demo")
public final class DemoCommand extends PostsCommand {
  private static final String DRAFT = "draft";

  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    Workspace usual = folders.workspace(Optional.empty());
    Path demo = usual.out().resolve("demo");
    Path site = copySite(demo.resolve("site"));
    Settings settings = Settings.of(site);
    List<String> speaking = engines.asked() ? engines.addresses(settings).urls() : List.of(DRAFT);
    if (speaking.contains(DRAFT)) {
      DraftInstall.install(DraftHome.ofEnvironment(), terminal::say);
    }
    Workspace workspace =
        new Workspace(
            usual.voices(), usual.readings(), demo.resolve("scripts"), demo.resolve("out"));
    Path post = postsOf(List.of(site)).get(0);
    build(Stages.open(workspace), settings, site, post, speaking);
    return ExitCode.DONE;
  }

  private void build(Stages stages, Settings settings, Path site, Path post, List<String> speaking)
      throws IOException {
    BuildOptions options = making.buildOptions(Optional.of(site), settings, speaking).anew();
    try (ProgressLine progress = global.progress();
        EnginePool pool = engines.open(speaking, settings.pool())) {
      BuildReport report =
          new Build(stages, () -> pool, progress, SharedStore.NONE).build(post, options);
      progress.clear();
      new BuildPrinter(output(/* json= */ false)).print(report, "");
      terminal.print(Message.of("demo.listen", report.mp3()));
      terminal.print(Message.of("demo.script", report.script()));
    }
  }

  private Path copySite(Path to) throws IOException {
    Path from = Path.of(terminal.env("ZUNDACAST_HOME"), "examples", "site");
    if (!Files.isDirectory(from)) {
      throw Problem.failed("demo.missing", from);
    }
    for (Path file : SafePath.below(from, Integer.MAX_VALUE)) {
      AtomicFile.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
    }
    return to;
  }
}
