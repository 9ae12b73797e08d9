package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.WithoutOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal.Columns;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Shows;
import dev.zundacast.reading.Readings;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.Tags;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code doctor}: whether all that a build needs is there, and how to mend what is not. */
@WithoutOptions("--quiet")
@Command(name = "doctor")
public final class DoctorCommand extends ProgramCommand {
  private final List<Finding> findings = new ArrayList<>();

  @Parameters(paramLabel = "POST|DIR", arity = "0..1")
  Optional<Path> place = Optional.empty();

  @Option(names = "--json")
  boolean json;

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    Path start = place.map(terminal::resolve).orElse(terminal.folder());
    Optional<ShowFolder> folder = folders.showAt(terminal, start);
    Settings settings = settings(folder.map(ShowFolder::root).orElse(start));
    // Where things lie is unknown while the settings are broken, which is said already.
    Message settingsFile = Message.plain(Settings.NAME);
    boolean broken = findings.stream().anyMatch(it -> it.topic().equals(settingsFile));
    Optional<ShowFolder> readable = broken ? Optional.empty() : folder;
    findings.addAll(MachineChecks.all(folders.chosen(terminal, readable).all()));
    Optional<Voices> voices = voices(folders.workspace(terminal, readable));
    Optional<Show> show = show(start);
    if (show.isPresent() && voices.isPresent()) {
      findings.addAll(new SiteChecks(show.get(), voices.get()).all());
    }
    engines(settings, voices);
    print();
    boolean wrong = findings.stream().anyMatch(f -> f.state() == Finding.State.WRONG);
    return wrong ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Optional<Voices> voices(Workspace workspace) throws IOException {
    try {
      Voices voices = VoiceFiles.load(workspace.voices());
      findings.add(Finding.fine(Message.of("doctor.voiceFiles"), Message.plain(voices.known())));
      for (Voice voice : voices.all()) {
        if (voice.credit().isBlank()) {
          Message mend = Message.of("doctor.addCreditVoicevoxVoice");
          findings.add(
              Finding.wrong(Message.plain(voice.name()), Message.of("doctor.namesNoCredit"), mend));
        }
      }
      Readings.open(workspace.readings(), new Morphology());
      for (Path list : workspace.readings()) {
        Message mend = Message.of("doctor.zundacastDictAddWord");
        findings.add(
            Files.isRegularFile(list)
                ? Finding.fine(Message.of("doctor.readingList"), Message.plain(list.toString()))
                : Finding.note(
                    Message.of("doctor.readingList"),
                    Message.of("doctor.doesNotExist", list),
                    mend));
      }
      return Optional.of(voices);
    } catch (Problem e) {
      wrong(Message.of("doctor.voiceFiles"), e);
      return Optional.empty();
    }
  }

  private Optional<Show> show(Path start) throws IOException {
    try {
      return Optional.of(Shows.find(start, folders.site(terminal)));
    } catch (Problem e) {
      Message mend = Message.of("doctor.namePostSiteDir");
      findings.add(
          Finding.note(Message.of("doctor.site"), Message.of("doctor.none", Message.of(e)), mend));
      return Optional.empty();
    }
  }

  private Settings settings(Path root) throws IOException {
    try {
      return Settings.of(root);
    } catch (Problem e) {
      wrong(Message.plain(Settings.NAME), e);
      return Settings.usual(root.resolve(Settings.NAME));
    }
  }

  /** What a build would refuse that has all of these engines. */
  private void together(List<String> addresses, Settings settings) throws IOException {
    try (EngineOptions.Open open = engines.open(terminal, addresses, settings.pool())) {
      findings.add(
          Finding.fine(
              Message.of("doctor.engines"),
              Message.of("doctor.workTogether", open.pool().infos().size())));
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE) { // said of each by itself
        wrong(Message.of("doctor.engines"), e);
      }
    }
  }

  /** Each engine by itself: together they would hide which of them does not answer. */
  private void engines(Settings settings, Optional<Voices> voices) throws IOException {
    EngineOptions.Addresses addresses = engines.addresses(terminal, settings);
    for (String address : addresses.urls()) {
      try (EngineOptions.Open open = engines.open(terminal, List.of(address), settings.pool())) {
        var info = open.pool().info();
        Message found = Message.of("doctor.engineAt", info.title(), info.url(), addresses.origin());
        findings.add(Finding.fine(Message.of("doctor.engine"), found));
        if (settings.pool().dictionary() == PoolOptions.Dictionary.WRITE) {
          dictionary(open.pool());
        }
        voices.ifPresent(
            v -> findings.addAll(new VoiceChecks(info, open.pool().speakers()).all(v)));
      } catch (Problem e) {
        wrong(Message.of("doctor.engine"), e);
      }
    }
    if (addresses.urls().size() > 1) {
      together(addresses.urls(), settings);
    }
  }

  /** Accents of the reading list reach an engine by its dictionary alone. */
  private void dictionary(EnginePool pool) {
    pool.dictionaryRefusal()
        .ifPresent(
            why -> {
              Message mend = Message.of("doctor.letChangedSetEngine");
              findings.add(
                  Finding.note(
                      Message.of("doctor.dictionary"),
                      Message.plain(pool.info().title(), " ", why),
                      mend));
            });
  }

  private void wrong(Message topic, Problem problem) {
    if (problem.diagnostics().isEmpty()) {
      String[] parts = (json ? problem.getMessage() : terminal.text(problem.said())).split("\n", 2);
      findings.add(
          Finding.wrong(
              topic,
              Message.plain(parts[0]),
              parts.length > 1 ? Message.plain(parts[1]) : Message.NONE));
    }
    for (Diagnostic found : problem.diagnostics()) {
      Message what = Message.plain(found.file(), ":", found.line(), ": ", found.message());
      findings.add(Finding.wrong(topic, what, found.next()));
    }
  }

  private void print() {
    if (json) {
      terminal.json(Json.with("findings", findings));
      return;
    }
    for (Finding finding : findings) {
      String mark = "  " + Columns.padded(terminal.text(mark(finding.state())), 6);
      terminal.print(Message.plain(mark, finding.topic(), ": ", finding.found()));
      if (!finding.mend().isEmpty()) {
        terminal.print(Message.plain("        -> ", finding.mend()));
      }
    }
  }

  private static Message mark(Finding.State state) {
    return switch (state) {
      case FINE -> Message.of("doctor.ok");
      case NOTE -> Message.of("doctor.note");
      case WRONG -> Message.of("doctor.wrong");
    };
  }

  /** A site as a build and its listeners find it. */
  private record SiteChecks(Show show, Voices voices) {
    List<Finding> all() throws IOException {
      List<Finding> findings = new ArrayList<>();
      findings.add(name());
      findings.add(address());
      findings.add(writable());
      findings.add(cover());
      new TreeSet<>(show.actors().keySet())
          .stream()
              .filter(actor -> voices.find(actor).isEmpty())
              .filter(actor -> voices.find(show.actors().getOrDefault(actor, actor)).isEmpty())
              .map(this::actorWithoutVoice)
              .forEach(findings::add);
      return findings;
    }

    private Finding name() {
      return show.named() == Show.Named.BY_FOLDER
          ? Finding.wrong(
              Message.of("doctor.show"),
              Message.of("doctor.noConfigYmlNames", show.root()),
              Message.of("doctor.addTitleBecomesAlbum"))
          : Finding.fine(
              Message.of("doctor.show"), Message.of("doctor.at", show.title(), show.root()));
    }

    private Finding address() {
      return show.url().isEmpty()
          ? Finding.note(
              Message.of("doctor.address"),
              Message.of("doctor.configYmlNamesNo"),
              Message.of("doctor.addUrlHttpsEpisodes"))
          : Finding.fine(Message.of("doctor.address"), Message.plain(show.url()));
    }

    private Finding writable() {
      Path posts = show.root().resolve("_posts");
      Path checked = Files.isDirectory(posts) ? posts : show.root();
      return Files.isWritable(checked)
          ? Finding.fine(Message.of("doctor.posts"), Message.plain(checked.toString()))
          : Finding.wrong(
              Message.of("doctor.posts"),
              Message.of("doctor.cannotWritten", checked),
              Message.of("doctor.giveYourselfRightWrite"));
    }

    private Finding cover() throws IOException {
      if (show.cover().isEmpty()) {
        return Finding.note(
            Message.of("doctor.cover"),
            Message.of("doctor.noneFoundSite"),
            Message.of("doctor.putSquareJpegPixels"));
      }
      Path file = show.cover().get();
      try {
        Picture picture = Tags.picture(file);
        return picture.bytes().length == Files.size(file)
            ? Finding.fine(
                Message.of("doctor.cover"),
                Message.plain(file + ", " + picture.bytes().length / 1024 + " KB"))
            : Finding.note(
                Message.of("doctor.cover"),
                Message.of("doctor.scaledDownEveryEpisode", file),
                Message.of("doctor.saveSquareRgbJpeg"));
      } catch (Problem e) {
        return Finding.wrong(
            Message.of("doctor.cover"),
            Message.plain(file, ": ", Message.of(e)),
            Message.of("doctor.saveRgbJpeg"));
      }
    }

    private Finding actorWithoutVoice(String actor) {
      return Finding.note(
          Message.plain(actor),
          Message.of("doctor.configYmlActorNo", voices.folder()),
          Message.of("doctor.postsThemNeedVoice", voices.known()));
    }
  }
}
