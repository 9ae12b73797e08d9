package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.KnownCharacter;
import dev.zundacast.voice.NewVoice;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voices}: what the engine offers, and what voices/ makes of it. */
@ProgramCommand.WithoutOptions({"--scripts", "--out"})
@Command(name = "voices")
public final class VoicesCommand extends ProgramCommand {
  @Option(names = "--json")
  boolean json;

  @Option(names = "--terms")
  boolean terms;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    Voices voices = VoiceFiles.load(folders.workspace().voices());
    try (EnginePool pool = engines.open(folders.settings())) {
      if (json) {
        terminal.json(asJson(pool, voices));
      } else {
        print(pool, voices);
      }
      boolean lacks =
          voices.all().stream().anyMatch(it -> Finding.of(it, pool).state() == Finding.State.WRONG);
      return lacks ? ExitCode.FAILED : ExitCode.DONE;
    }
  }

  @ProgramCommand.WithoutOptions({"--scripts", "--out"})
  @Command(name = "new")
  void make(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--character", paramLabel = "NAME") Optional<String> character,
      @Option(names = "--style", paramLabel = "NAME") Optional<String> style,
      @Mixin FolderOptions where,
      @Mixin EngineOptions speaking)
      throws IOException {
    String called = NewVoice.requireName(name);
    Workspace workspace = where.workspace();
    KnownCharacter chosen = character(character.orElse(called), speaking, where.settings());
    NewVoice voice = NewVoice.of(called, chosen, style.orElse(""));
    workspace.ignoreOut();
    for (Path file : voice.write(workspace.ownVoices(), terminal.language())) {
      terminal.print(Message.plain(terminal.shown(file)));
    }
    terminal.say(Message.of("voices.terms"));
  }

  /** As the engine offers it; without one, as it is known. */
  private KnownCharacter character(String name, EngineOptions speaking, Settings settings)
      throws IOException {
    try (EnginePool pool = speaking.open(settings)) {
      return KnownCharacter.choose(name, pool);
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE) {
        throw e;
      }
      return KnownCharacter.find(name).orElseThrow(() -> e);
    }
  }

  private void print(EnginePool pool, Voices voices) throws IOException {
    for (EngineInfo info : pool.infos()) {
      terminal.print(Message.of("cli.at", info.title(), info.url()));
    }
    terminal.print(Message.NONE);
    voices.folders().forEach(folder -> terminal.print(Message.plain("voices/ (" + folder + ")")));
    for (Voice voice : voices.all()) {
      Finding finding = Finding.of(voice, pool);
      terminal.print(Message.plain("  ", voice.name(), ": ", finding.found()));
      if (!finding.mend().isEmpty()) {
        terminal.print(Message.plain("    -> ", finding.mend()));
      }
      terminal.print(Message.of("voices.credit", pool.info().credit(voice)));
    }
    terminal.print(Message.NONE);
    terminal.print(Message.of("voices.offered"));
    for (OfferedSpeaker speaker : pool.speakers()) {
      List<String> styles =
          speaker.styles().stream().map(style -> style.name() + " " + style.id()).toList();
      terminal.print(Message.plain("  " + speaker.name() + ": " + String.join("、", styles)));
      if (terms) {
        pool.policy(speaker.uuid())
            .lines()
            .forEach(line -> terminal.print(Message.plain("    " + line)));
      }
    }
  }

  private Fields asJson(EnginePool pool, Voices voices) throws IOException {
    List<Fields> mapped = new ArrayList<>();
    for (Voice voice : voices.all()) {
      Finding finding = Finding.of(voice, pool);
      mapped.add(
          Json.with("name", voice.name())
              .with("character", voice.character())
              .with("style", voice.style())
              .with("state", finding.state())
              .with("found", finding.found())
              .with("credit", pool.info().credit(voice)));
    }
    List<Fields> offered = new ArrayList<>();
    for (OfferedSpeaker speaker : pool.speakers()) {
      offered.add(
          Json.with("name", speaker.name())
              .with("uuid", speaker.uuid())
              .with("styles", speaker.styles())
              .with("terms", terms ? pool.policy(speaker.uuid()) : null));
    }
    return Json.with("engines", pool.infos()).with("voices", mapped).with("offered", offered);
  }
}
