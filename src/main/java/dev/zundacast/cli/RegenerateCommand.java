package dev.zundacast.cli;

import dev.zundacast.episode.Tuning;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.build.Build;
import dev.zundacast.pipeline.build.BuildOptions;
import dev.zundacast.pipeline.build.BuildReport;
import dev.zundacast.script.LineEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code regenerate POST ID…}: lines again, and a new MP3. */
final class RegenerateCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Value<Path> post =
      Value.parameter(0, "POST", Path.class, "The post of the episode.");

  private final Values<String> ids =
      Values.someFrom(
          1, "ID", String.class, "Ids of lines as they stand in the script, like a1.03.");

  private final Value<String> text =
      Value.option("--text", "TEXT", String.class, "What is written there from now on.");

  private final Value<String> spoken =
      Value.option(
          "--spoken",
          "TEXT",
          String.class,
          "What is spoken instead; the written line stays. '' takes it back.");

  private final Value<String> speaker =
      Value.option("--speaker", "NAME", String.class, "Who says it; '' as usual.");

  private final Value<Double> speed =
      Value.option("--speed", "X", Double.class, "Speed, 1 is the engine's own.");

  private final Value<Double> pitch =
      Value.option("--pitch", "X", Double.class, "Pitch, 0 is the engine's own.");

  private final Value<Double> intonation =
      Value.option("--intonation", "X", Double.class, "Intonation, 1 is the engine's.");

  private final Value<Double> volume =
      Value.option("--volume", "X", Double.class, "Volume, 1 is the engine's own.");

  private final Flag json = new Flag("--json", "A JSON object on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final EngineOptions engines = new EngineOptions();
  private final MakingOptions making = new MakingOptions();

  RegenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "regenerate",
        List.of(
            "Speaks one or more lines again and puts the MP3 together anew.",
            "What is spoken is what stands in the script by now, with the values given here; these"
                + " are written into the script."),
        post,
        ids,
        text,
        spoken,
        speaker,
        speed,
        pitch,
        intonation,
        volume,
        json,
        global,
        folders,
        engines,
        making);
  }

  @Override
  public Integer call() throws IOException {
    Path file = PostArguments.files(terminal, List.of(post.value())).get(0);
    Workspace workspace = folders.workspace(terminal);
    Settings settings = Run.settings(folders, terminal, file);
    BuildOptions options =
        making.buildOptions(terminal, folders.site(terminal), settings, BuildOptions.Redo.ALWAYS);
    try (ProgressLine progress = ProgressLine.of(terminal, global);
        EngineOptions.Meeting engines = this.engines.begin(terminal, settings)) {
      Build build = new Build(Stages.open(workspace), engines::pool, progress);
      BuildReport report = build.regenerate(file, ids.get(), edit(), options);
      progress.clear();
      new BuildPrinter(terminal, json.isGiven()).print(report);
    }
    return ExitCode.DONE.code();
  }

  private LineEdit edit() {
    Tuning tuning =
        new Tuning(optional(speed), optional(pitch), optional(intonation), optional(volume));
    return new LineEdit(
        text.get(),
        spoken.get(),
        speaker.get(),
        tuning.isNone() ? Optional.empty() : Optional.of(tuning));
  }

  private static OptionalDouble optional(Value<Double> value) {
    return value.get().isPresent() ? OptionalDouble.of(value.value()) : OptionalDouble.empty();
  }
}
