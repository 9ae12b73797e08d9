package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.StoreOptions;
import dev.zundacast.cli.terminal.BuildPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.reading.Readings;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regenerate POST ID…}: lines again, and a new MP3. */
@ProgramCommand.WithoutOptions({"--style", "--max-sentences", "--minutes"})
@Command(name = "regenerate")
public final class RegenerateCommand extends PostsCommand {
  @Parameters(index = "0", paramLabel = "POST")
  Path post;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID")
  List<String> ids = List.of();

  @Option(names = "--text", paramLabel = "TEXT")
  Optional<String> text = Optional.empty();

  @Option(names = "--spoken", paramLabel = "TEXT")
  Optional<String> spoken = Optional.empty();

  @Option(names = "--speaker", paramLabel = "NAME")
  Optional<String> speaker = Optional.empty();

  @Option(names = "--speed", paramLabel = "X")
  Optional<Double> speed = Optional.empty();

  @Option(names = "--pitch", paramLabel = "X")
  Optional<Double> pitch = Optional.empty();

  @Option(names = "--intonation", paramLabel = "X")
  Optional<Double> intonation = Optional.empty();

  @Option(names = "--volume", paramLabel = "X")
  Optional<Double> volume = Optional.empty();

  @Option(names = "--json")
  boolean json;

  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final StoreOptions stores = new StoreOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    boolean words = text.isPresent() || !spoken.orElse("").isEmpty();
    if (words && ids.size() > 1) {
      throw Problem.usage("regenerate.oneLine", String.join(", ", ids));
    }
    if (words) {
      // The new line needs it, and the rest is busy until then.
      BackgroundTask<Morphology> unused = BackgroundTask.start("dictionary", Readings::loaded);
    }
    Path file = postOf(post);
    ShowFolder show = folders.show(file);
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(show);
    Stages stages = Stages.open(workspace);
    BuildOptions options =
        making.buildOptions(folders.site(), settings, engines.named(settings)).anew();
    try (ProgressLine progress = global.progress();
        // One that has to be started waits until it is known that the lines are there.
        EngineOptions.PendingEngines opening =
            engines.begin(settings, !engines.mayStartOne(settings));
        SharedStore shared = stores.open(settings)) {
      Build build = new Build(stages, opening::pool, progress, shared);
      BuildReport report = build.regenerate(file, ids, this::edited, options);
      progress.clear();
      new BuildPrinter(output(json)).print(report, "");
    }
    return ExitCode.DONE;
  }

  private Line edited(Line line) {
    LineOverrides overrides = new LineOverrides(speed, pitch, intonation, volume);
    return line.withWritten(text.orElse(line.written()))
        .withSpoken(spoken.orElse(line.spoken()))
        .withSpeaker(speaker.orElse(line.speaker()))
        .withOverrides(overrides.over(line.overrides()));
  }
}
