package dev.zundacast.cli;

import dev.zundacast.episode.Tuning;
import dev.zundacast.pipeline.Beside;
import dev.zundacast.pipeline.BuildOptions;
import dev.zundacast.pipeline.BuildReport;
import dev.zundacast.pipeline.Regenerate;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.script.LineEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regenerate POST ID…}: lines again, and a new MP3. */
@Command(
    addMethodSubcommands = false,
    name = "regenerate",
    description = {
      "Speaks one or more lines again, after an edit of the script or with the values given here,",
      "and puts the MP3 together anew. The values are written into the script."
    })
final class RegenerateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "POST", description = "The post of the episode.")
  @SuppressWarnings("NullAway.Init") // picocli refuses to run without it
  Path post;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID",
      description = "Ids of lines as they stand in the script, like a1.03.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--text", paramLabel = "TEXT", description = "What is written there from now on.")
  @Nullable String text;

  @Option(
      names = "--spoken",
      paramLabel = "TEXT",
      description = "What is spoken instead; the written line stays. '' takes it back.")
  @Nullable String spoken;

  @Option(names = "--speaker", paramLabel = "NAME", description = "Who says it; '' as usual.")
  @Nullable String speaker;

  @Option(names = "--speed", paramLabel = "X", description = "Speed, 1 is the engine's own.")
  @Nullable Double speed;

  @Option(names = "--pitch", paramLabel = "X", description = "Pitch, 0 is the engine's own.")
  @Nullable Double pitch;

  @Option(names = "--intonation", paramLabel = "X", description = "Intonation, 1 is the engine's.")
  @Nullable Double intonation;

  @Option(names = "--volume", paramLabel = "X", description = "Volume, 1 is the engine's own.")
  @Nullable Double volume;

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin FolderOptions folders = new FolderOptions();
  @Mixin EngineOptions engines = new EngineOptions();
  @Mixin MakingOptions making = new MakingOptions();

  RegenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = PostArguments.files(terminal, List.of(post)).get(0);
    Workspace workspace = folders.workspace(terminal);
    Beside<Stages> stages = Beside.start("stages", () -> Stages.begin(workspace));
    Settings settings = Run.settings(folders, terminal, file);
    BuildOptions options =
        making.buildOptions(terminal, folders.site(terminal), settings, BuildOptions.Redo.ALWAYS);
    try (ProgressLine progress = ProgressLine.of(terminal, global);
        EngineOptions.Opening opening = engines.begin(terminal, settings)) {
      Regenerate regenerate = new Regenerate(stages.await(), opening::pool, progress);
      BuildReport report = regenerate.regenerate(file, ids, edit(), options);
      progress.clear();
      new BuildPrinter(terminal, json).print(report);
    }
    return ExitCode.DONE.code();
  }

  private LineEdit edit() {
    Tuning tuning =
        new Tuning(optional(speed), optional(pitch), optional(intonation), optional(volume));
    return new LineEdit(
        Optional.ofNullable(text),
        Optional.ofNullable(spoken),
        Optional.ofNullable(speaker),
        tuning.isNone() ? Optional.empty() : Optional.of(tuning));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
