package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.SiteLook;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.SiteKind;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init [SITE]}: a site to a show with a folder of its own. */
@Command(name = "init")
public final class InitCommand extends ProgramCommand {
  @Parameters(paramLabel = "SITE", arity = "0..1")
  Optional<Path> place = Optional.empty();

  @Option(names = "--dry-run")
  boolean dryRun;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    ShowFolder show = show();
    Workspace workspace = folders.workspace(show);
    Settings settings = Settings.of(show.root());
    SiteLook site = found(show);
    speakers(site, VoiceFiles.load(workspace.voices()));
    engine(settings);
    write(site, show, workspace);
    return ExitCode.DONE;
  }

  /** The folder that was named, if it is a site's; else the one that it lies in. */
  private ShowFolder show() {
    Path start = place.or(() -> folders.site()).map(terminal::resolve).orElse(terminal.folder());
    if (!Files.isDirectory(start)) {
      throw Problem.usage("init.noFolder", start);
    }
    boolean isSite = SiteKind.at(start).isPresent() || Files.isDirectory(start.resolve("_posts"));
    return isSite
        ? new ShowFolder(start)
        : ShowFolder.above(start).orElseThrow(() -> Problem.usage("init.noSite", start));
  }

  private SiteLook found(ShowFolder folder) throws IOException {
    SiteLook look = SiteLook.at(folder.root());
    Show show = look.show();
    terminal.print(Message.of("init.show", show.title(), folder.root()));
    terminal.print(Message.of("init.posts", look.posts()));
    terminal.print(Message.plain("layout    " + look.preset().word()));
    Message cover =
        show.cover()
            .map(file -> Message.plain(terminal.shown(file)))
            .orElse(Message.of("init.noArtwork"));
    terminal.print(Message.of("init.artwork", cover));
    terminal.print(
        Message.of(
            "init.audio",
            look.audio().isEmpty() ? Message.of("init.noAudio") : places(look.audio())));
    return look;
  }

  private static Message places(Map<String, Integer> places) {
    Object none = Message.of("init.noAddress");
    return Message.join(
        ", ",
        places.entrySet().stream()
            .map(
                it ->
                    Message.plain(
                        it.getKey().isEmpty() ? none : it.getKey(), " (", it.getValue(), ")"))
            .toList());
  }

  private void speakers(SiteLook site, Voices voices) {
    Map<String, String> actors = new LinkedHashMap<>(site.show().actors());
    site.hosts().stream()
        .filter(host -> !actors.containsKey(host) && !actors.containsValue(host))
        .forEach(host -> actors.put(host, host));
    actors.forEach(
        (id, name) -> {
          Optional<Voice> voice = voices.find(id).or(() -> voices.find(name));
          Message speaks =
              voice
                  .map(
                      it -> Message.plain(it.character() + " (" + it.style() + "), " + it.credit()))
                  .orElse(Message.of("init.noVoice", name));
          terminal.print(Message.of("init.actor", name, speaks));
        });
  }

  private void engine(Settings settings) throws IOException {
    try (EnginePool pool = engines.openIfThere(settings).orElse(null)) {
      if (pool == null) {
        String asked = String.join(", ", engines.addresses(settings).urls());
        terminal.print(Message.of("init.noEngine", asked));
      } else {
        pool.infos().forEach(it -> terminal.print(Message.of("init.engine", it.title(), it.url())));
      }
    }
  }

  private void write(SiteLook site, ShowFolder show, Workspace workspace) throws IOException {
    if (dryRun) {
      say("init.wouldWrite", Optional.of(show.settings()).filter(Files::notExists));
      return;
    }
    Optional<Path> settings = site.writeSettings(show, named(show), terminal.language());
    say("init.wrote", settings);
    if (settings.isEmpty()) {
      terminal.print(Message.of("init.there", terminal.shown(show.settings())));
    }
    say("init.wrote", workspace.ignoreOut());
    terminal.print(Message.of("init.scripts", terminal.shown(workspace.scripts())));
  }

  /** Engines that the settings shall name; never the draft one, which a job must not speak with. */
  private List<String> named(ShowFolder show) throws IOException {
    return engines.asked()
        ? engines.addresses(Settings.usual(show.settings())).urls().stream()
            .filter(address -> !address.equals("draft"))
            .toList()
        : List.of();
  }

  private void say(String key, Optional<Path> file) {
    file.ifPresent(it -> terminal.print(Message.of(key, terminal.shown(it))));
  }
}
