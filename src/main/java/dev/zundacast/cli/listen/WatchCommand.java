package dev.zundacast.cli.listen;

import dev.zundacast.cli.command.PostsCommand;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.BuildPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch POST}: builds at each save, and plays what changed. */
@Command(name = "watch")
public final class WatchCommand extends PostsCommand {
  private static final long LOOK_MILLIS = 200;

  /** Editors write a file in several steps. */
  private static final long SETTLE_MILLIS = 100;

  @Parameters(index = "0", paramLabel = "POST")
  Path post;

  @Option(names = "--no-play")
  boolean noPlay;

  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    Path file = postOf(post);
    ShowFolder show = folders.show(file);
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(show);
    workspace.requireWritable();
    workspace.ignoreOut();
    List<SystemPlayer> players = noPlay ? List.of() : List.of(SystemPlayer.find(terminal));
    Files.createDirectories(workspace.scripts());
    Set<Path> files = new LinkedHashSet<>(List.of(file, workspace.script(file)));
    files.addAll(workspace.readings());
    try (UntilInterrupted untilInterrupted = new UntilInterrupted();
        EnginePool pool = engines.open(settings)) {
      Map<String, String> known = Map.of();
      BuildOptions options = making.buildOptions(folders.site(), settings, engines.named(settings));
      while (true) {
        String before = Workspace.stamp(files);
        known = once(file, workspace, options, pool, known, players);
        awaitSave(files, before);
      }
    } catch (InterruptedException end) {
      return ExitCode.DONE;
    } catch (IOException e) {
      // What was read or played when Ctrl-C came fails for that alone.
      if (Thread.interrupted()) {
        return ExitCode.DONE;
      }
      throw e;
    }
  }

  /**
   * Waits until one of the files is another one than when the last build began. What the build
   * wrote itself is looked at once more, and found up to date.
   */
  private static void awaitSave(Set<Path> files, String before) throws InterruptedException {
    while (Workspace.stamp(files).equals(before)) {
      Thread.sleep(LOOK_MILLIS);
    }
    Thread.sleep(SETTLE_MILLIS);
  }

  /** Builds once; what is wrong is said, and the next save may mend it. */
  private Map<String, String> once(
      Path file,
      Workspace workspace,
      BuildOptions options,
      EnginePool pool,
      Map<String, String> known,
      List<SystemPlayer> players)
      throws IOException {
    try (ProgressLine progress = global.progress()) {
      // Opened anew, as a voice or a reading may be what was saved.
      Stages stages = Stages.open(workspace);
      boolean written = Files.exists(workspace.script(file));
      // Read before the build: what is saved meanwhile is what the next one is about.
      Map<String, String> before =
          written ? ScriptSounds.of(stages, file, pool).identities() : Map.of();
      var report = new Build(stages, () -> pool, progress, SharedStore.NONE).build(file, options);
      progress.clear();
      if (known.isEmpty() || !report.upToDate()) {
        new BuildPrinter(output(/* json= */ false)).print(report, "");
      }
      ScriptSounds sounds = ScriptSounds.of(stages, file, pool);
      Map<String, String> now = written ? before : sounds.identities();
      if (!known.isEmpty()) {
        for (Map.Entry<String, String> line : now.entrySet()) {
          if (!line.getValue().equals(known.get(line.getKey()))) {
            play(sounds, line.getKey(), players);
          }
        }
      }
      return now;
    } catch (Problem | UncheckedIOException e) {
      new Reporter(terminal).say(e);
      return known;
    }
  }

  private void play(ScriptSounds sounds, String id, List<SystemPlayer> players) throws IOException {
    terminal.print(Message.plain(id + "\t" + sounds.written(id)));
    for (SystemPlayer player : players) {
      player.play(sounds.sound(id));
    }
  }
}
