package dev.zundacast.cli.listen;

import dev.zundacast.cli.command.PostsCommand;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code play POST [ID…]}: an episode, or lines of it, through the system's player. */
@Command(name = "play")
public final class PlayCommand extends PostsCommand {
  @Parameters(index = "0", paramLabel = "POST")
  Path post;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID")
  List<String> ids = List.of();

  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    Path file = postOf(post);
    ShowFolder show = folders.show(file);
    Workspace workspace = folders.workspace(show);
    SystemPlayer player = SystemPlayer.find(terminal);
    if (ids.isEmpty()) {
      player.play(mp3(workspace, file));
    } else {
      lines(show, workspace, file, player);
    }
    return ExitCode.DONE;
  }

  private Path mp3(Workspace workspace, Path file) {
    return BuildRecord.read(workspace.episode(file))
        .map(record -> Path.of(record.mp3()))
        .filter(Files::isRegularFile)
        .orElseThrow(() -> Problem.in(Diagnostic.of(file, "play.noEpisode")));
  }

  private void lines(ShowFolder show, Workspace workspace, Path file, SystemPlayer player)
      throws IOException {
    Settings settings = Settings.of(show.root());
    Stages stages = Stages.open(workspace);
    try (EnginePool pool = engines.open(settings)) {
      ScriptSounds sounds = ScriptSounds.of(stages, file, pool);
      for (String id : ids) {
        Path sound = sounds.sound(id);
        output(/* json= */ false).print(Message.plain(id + "\t" + sounds.written(id)));
        player.play(sound);
      }
    }
  }
}
