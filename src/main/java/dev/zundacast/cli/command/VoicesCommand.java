package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.WithoutOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.disk.Resource;
import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.KnownCharacter;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voices}: what the engine offers, and what voices/ makes of it. */
@WithoutOptions({"--quiet", "--scripts", "--out"})
@Command(
    name = "voices",
    description =
        "Shows all whom the engine offers, too. Ends with 1 when the engine lacks one of them.")
public final class VoicesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Option(names = "--terms", description = "Show each character's terms of use, too.")
  boolean terms;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public VoicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Voices voices = VoiceFiles.load(folders.workspace(terminal).voices());
    try (EngineOptions.Open open = engines.open(terminal, folders.settings(terminal))) {
      EnginePool pool = open.pool();
      List<Finding> findings = new VoiceChecks(pool.info(), pool.speakers()).all(voices);
      if (json) {
        terminal.json(asJson(pool, voices, findings));
      } else {
        print(pool, voices, findings);
      }
      boolean lacks = findings.stream().anyMatch(f -> f.state() == Finding.State.WRONG);
      return (lacks ? ExitCode.FAILED : ExitCode.DONE).code();
    }
  }

  @WithoutOptions({"--quiet", "--scripts", "--out"})
  @Command(
      name = "new",
      description = {
        "Makes a voice file and a template of plain words from a character of the engine.",
        "They go into the show's folder, for a person to change.",
        "Where no engine answers, it may be a character that VOICEVOX is known to have."
      })
  int make(
      @Parameters(paramLabel = "NAME", description = "As posts and scripts will call it.")
          String name,
      @Option(
              names = "--character",
              paramLabel = "NAME",
              description = "At the engine (else NAME).")
          Optional<String> character,
      @Option(names = "--style", paramLabel = "NAME", description = "Of the character (else ノーマル).")
          Optional<String> style,
      @Mixin FolderOptions where,
      @Mixin EngineOptions speaking,
      @Mixin GlobalOptions given)
      throws IOException {
    String called = name.strip();
    if (called.isEmpty() || !Reporter.clean(called).equals(called) || called.contains("/")) {
      throw Problem.usage("'" + Reporter.clean(name) + "' cannot be a voice's name");
    }
    Workspace workspace = where.workspace(terminal);
    KnownCharacter chosen = character(character.orElse(called), speaking, where.settings(terminal));
    NewVoice voice = NewVoice.of(called, chosen, style.orElse(""));
    workspace.ignoreOut();
    for (Path file : voice.write(workspace.ownVoices(), terminal::text)) {
      terminal.print(terminal.shown(file));
    }
    terminal.say("read the terms of this voice: zundacast voices --terms");
    return ExitCode.DONE.code();
  }

  /** As the engine offers it; without one that speaks for publication, as it is known. */
  private KnownCharacter character(String name, EngineOptions speaking, Settings settings)
      throws IOException {
    Optional<KnownCharacter> known = KnownCharacter.find(name);
    try (EngineOptions.Open open = speaking.open(terminal, settings)) {
      EngineInfo engine = open.pool().info();
      if (engine.isDraft() && known.isPresent()) {
        return known.get();
      }
      List<OfferedSpeaker> offered = open.pool().speakers();
      return offered.stream()
          .filter(it -> it.name().equals(name))
          .findFirst()
          .map(it -> KnownCharacter.of(it, engine))
          .orElseThrow(() -> unknown(name, offered, engine));
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NO_ENGINE && known.isPresent()) {
        return known.get();
      }
      throw e;
    }
  }

  private static Problem unknown(
      String character, List<OfferedSpeaker> offered, EngineInfo engine) {
    String names = String.join("、", offered.stream().map(OfferedSpeaker::name).toList());
    return Problem.input(
        engine.title() + " offers no '" + character + "'; name one with --character: " + names);
  }

  private void print(EnginePool pool, Voices voices, List<Finding> findings) throws IOException {
    for (EngineInfo info : pool.infos()) {
      terminal.print(info.title() + " at " + info.url());
    }
    terminal.print("");
    voices.folders().forEach(folder -> terminal.print("voices/ (" + folder + ")"));
    for (int i = 0; i < findings.size(); i++) {
      Voice voice = voices.all().get(i);
      Finding finding = findings.get(i);
      terminal.print("  " + voice.name() + ": " + finding.found());
      if (!finding.mend().isEmpty()) {
        terminal.print("    -> " + finding.mend());
      }
      terminal.print("    credit: " + pool.credit(voice));
    }
    terminal.print("");
    terminal.print("offered by the engine");
    for (OfferedSpeaker speaker : pool.speakers()) {
      List<String> styles =
          speaker.styles().stream().map(style -> style.name() + " " + style.id()).toList();
      terminal.print("  " + speaker.name() + ": " + String.join("、", styles));
      if (terms) {
        pool.policy(speaker.uuid()).lines().forEach(line -> terminal.print("    " + line));
      }
    }
  }

  private Fields asJson(EnginePool pool, Voices voices, List<Finding> findings) throws IOException {
    List<Fields> mapped = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Voice voice = voices.all().get(i);
      mapped.add(
          Json.with("name", voice.name())
              .with("character", voice.character())
              .with("style", voice.style())
              .with("state", findings.get(i).state().word())
              .with("found", findings.get(i).found())
              .with("credit", pool.credit(voice)));
    }
    List<Fields> offered = new ArrayList<>();
    for (OfferedSpeaker speaker : pool.speakers()) {
      offered.add(
          Json.with("name", speaker.name())
              .with("uuid", speaker.uuid())
              .with("styles", speaker.styles())
              .with("terms", terms ? pool.policy(speaker.uuid()) : null));
    }
    return Json.with("engines", pool.infos().stream().map(VoicesCommand::asJson).toList())
        .with("voices", mapped)
        .with("offered", offered);
  }

  private static Fields asJson(EngineInfo engine) {
    return Json.with("url", engine.url())
        .with("brand", engine.brand())
        .with("version", engine.version())
        .with("draft", engine.isDraft());
  }

  /**
   * A character to a voice file and a template of plain words.
   *
   * @param name in posts and scripts
   * @param style of the character
   */
  private record NewVoice(String name, KnownCharacter character, String style) {
    /**
     * The character in this style, in its usual one where none is asked for.
     *
     * @throws Problem that names its styles
     */
    static NewVoice of(String name, KnownCharacter character, String style) {
      List<String> styles = character.styles();
      String usual = styles.contains("ノーマル") ? "ノーマル" : styles.get(0);
      String chosen = style.isEmpty() ? usual : style;
      if (!styles.contains(chosen)) {
        throw Problem.input(
            character.name()
                + " has no style '"
                + chosen
                + "'; there are "
                + String.join("、", styles));
      }
      return new NewVoice(name, character, chosen);
    }

    /**
     * Writes both files.
     *
     * @param language puts comments into that of the person
     * @throws Problem when one of them is there
     * @return the voice file and the template
     */
    List<Path> write(Path folder, UnaryOperator<String> language) throws IOException {
      Path file = folder.resolve(fileName() + ".yaml");
      Path template = folder.resolve(fileName() + ".txt");
      for (Path there : List.of(file, template)) {
        if (Files.exists(there)) {
          throw Problem.input(there + " is there already; it stays as it is");
        }
      }
      AtomicFile.write(template, text("template.txt").formatted(name));
      AtomicFile.write(file, voice(language.apply(text("voice.yaml"))));
      return List.of(file, template);
    }

    private static String text(String file) {
      return Resource.text(VoicesCommand.class, file);
    }

    private String voice(String text) {
      return text.formatted(
          name,
          Yaml.quoted(name),
          Yaml.quoted(character.name()),
          Yaml.quoted(style),
          Yaml.quoted(fileName() + ".txt"),
          Yaml.quoted(character.credit()));
    }

    /** The name without what file systems or shells take for something else. */
    private String fileName() {
      return name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|\\s]", "_").replaceFirst("^\\.+", "_");
    }
  }
}
