package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export POST --to vvproj}: an episode for another program. */
@Command(name = "export")
public final class ExportCommand extends PostsCommand {
  @Parameters(index = "0", paramLabel = "POST")
  Path post;

  @Option(names = "--to", paramLabel = "FORM", required = true)
  Form form = Form.VVPROJ;

  @Option(names = "--file", paramLabel = "FILE")
  Optional<Path> file = Optional.empty();

  @Mixin final EngineOptions engines = new EngineOptions();

  /** What can be written, each called as its files end. */
  enum Form {
    VVPROJ
  }

  @Override
  protected ExitCode run() throws IOException {
    Path source = postOf(post);
    ShowFolder show = folders.show(source);
    Stages stages = Stages.open(folders.workspace(show));
    Script script =
        stages
            .openScript(source)
            .orElseThrow(() -> Problem.in(Diagnostic.of(source, "export.noScript")))
            .script();
    List<SpokenLine> lines =
        stages.spoken(script).filter(line -> !line.spoken().isBlank()).toList();
    String name = Post.stem(source) + "." + form.name().toLowerCase(Locale.ROOT);
    Path usual = stages.workspace().episode(source).resolve(name);
    Path target = file.map(terminal::resolve).orElse(usual);
    try (EnginePool pool = engines.open(Settings.of(show.root()))) {
      pool.learn(lines);
      String project = Json.indented(pool.project(lines));
      AtomicFile.write(target, project + "\n");
    }
    terminal.print(Message.of("export.wrote", terminal.shown(target)));
    return ExitCode.DONE;
  }
}
