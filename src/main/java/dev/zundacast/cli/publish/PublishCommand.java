package dev.zundacast.cli.publish;

import dev.zundacast.cli.command.Run;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.PostOptions;
import dev.zundacast.cli.option.Without;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.Json;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishReport;
import dev.zundacast.pipeline.publish.PublishReport.Outcome;
import dev.zundacast.pipeline.publish.PublishReport.State;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.pipeline.show.ShowFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish POST|DIR…}: the steps after the MP3. */
@Without("--allow-odd-length")
@Command(
    name = "publish",
    description = {
      "Takes posts through the steps that publish: in zundacast.yaml names, in their order.",
      "Steps are check, upload, side-files, git, hook and webhook; what is done is not done again."
    })
public final class PublishCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--dry-run", description = "Say what would be done; do nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "One JSON object per post on standard output.")
  boolean json;

  @Mixin final PostOptions posts = new PostOptions();
  @Mixin final MakingOptions making = new MakingOptions();
  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public PublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> named = posts.named();
    Map<ShowFolder, List<Path>> shows = Run.byShow(folders, terminal, Run.posts(terminal, named));
    posts.choose(shows);
    return Run.eachShow(terminal, shows, this::publish).code();
  }

  private ExitCode publish(ShowFolder show, List<Path> files) throws IOException {
    PublishSettings settings = PublishSettings.of(show);
    Stages stages = Stages.open(folders.workspace(terminal, show));
    BuildOptions options =
        making.buildOptions(
            terminal,
            folders.site(terminal),
            Settings.of(show.root()),
            BuildOptions.Redo.WHEN_CHANGED,
            List.of());
    Publish.Mode mode = dryRun ? Publish.Mode.DRY_RUN : Publish.Mode.DO;
    try (Publish publish = Publish.open(show.root(), stages, options, settings, terminal.env())) {
      return Run.each(terminal, files, post -> publish.run(post, mode), this::print);
    }
  }

  private record StepJson(String step, String state, String what) {}

  private record PostJson(String post, String title, String audio, List<StepJson> steps) {}

  private void print(PublishReport report) {
    report.steps().stream()
        .filter(it -> it.state() == State.MISSED)
        .forEach(it -> terminal.say(missed(it)));
    if (json) {
      List<StepJson> steps =
          report.steps().stream().map(it -> new StepJson(it.step(), word(it), it.what())).toList();
      terminal.print(
          Json.text(new PostJson(report.post().toString(), report.title(), report.audio(), steps)));
      return;
    }
    if (global.quiet()) {
      return;
    }
    terminal.print(terminal.shown(report.post()) + ":");
    for (Outcome step : report.steps()) {
      terminal.print(String.format("  %-11s %s", step.step(), terminal.text(said(step))));
    }
  }

  private static String word(Outcome step) {
    return step.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String said(Outcome step) {
    return switch (step.state()) {
      case DONE -> step.what();
      case ALREADY -> "done already";
      case PLANNED -> "would " + step.what();
      case MISSED -> "not done";
    };
  }

  private static String missed(Outcome step) {
    return "warning: "
        + step.step()
        + ": "
        + step.what()
        + "; the next 'zundacast publish' tries again";
  }
}
