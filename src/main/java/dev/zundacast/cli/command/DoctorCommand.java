package dev.zundacast.cli.command;

import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.SafePath;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.CheckArtwork;
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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code doctor}: whether all that a build needs is there, and how to mend what is not. */
@Command(name = "doctor")
public final class DoctorCommand extends ProgramCommand {
  /** An hour of clips, frames and MP3 at 48 kHz, twice over. */
  private static final long ENOUGH_BYTES = 1_500_000_000L;

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
    Optional<ShowFolder> folder = folders.showAt(start);
    Settings settings = settings(folder.map(ShowFolder::root).orElse(start));
    // Where things lie is unknown while the settings are broken, which is said already.
    boolean broken = findings.stream().anyMatch(it -> it.topic().equals(Settings.NAME));
    Optional<ShowFolder> readable = broken ? Optional.empty() : folder;
    machine(folders.chosen(readable).values());
    Optional<Voices> voices = voices(folders.workspace(readable));
    Optional<Show> show = show(start);
    if (show.isPresent() && voices.isPresent()) {
      site(show.get(), voices.get());
    }
    engines(settings, voices);
    print();
    boolean wrong = findings.stream().anyMatch(f -> f.state() == Finding.State.WRONG);
    return wrong ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Optional<Voices> voices(Workspace workspace) throws IOException {
    try {
      Voices voices = VoiceFiles.load(workspace.voices());
      findings.add(Finding.fine("voice files", voices.known()));
      for (Voice voice : voices.all()) {
        if (voice.credit().isBlank()) {
          findings.add(Finding.wrong(voice.name(), Message.of("doctor.noCredit")));
        }
      }
      Readings.open(workspace.readings(), new Morphology());
      for (Path list : workspace.readings()) {
        findings.add(
            Files.isRegularFile(list)
                ? Finding.fine("reading list", list)
                : Finding.note("reading list", Message.of("doctor.noList", list)));
      }
      return Optional.of(voices);
    } catch (Problem e) {
      wrong("voice files", e);
      return Optional.empty();
    }
  }

  private Optional<Show> show(Path start) throws IOException {
    try {
      return Optional.of(Shows.find(start, folders.site()));
    } catch (Problem e) {
      if (e.diagnostics().stream().allMatch(it -> it.message().key().equals("post.noSite"))) {
        findings.add(Finding.note("site", Message.of("doctor.noSite", Message.of(e))));
      } else {
        wrong("site", e);
      }
      return Optional.empty();
    }
  }

  private Settings settings(Path root) throws IOException {
    try {
      return Settings.of(root);
    } catch (Problem e) {
      wrong(Settings.NAME, e);
      return Settings.usual(root.resolve(Settings.NAME));
    }
  }

  /** What a build would refuse that has all of these engines. */
  private void together(List<String> addresses, Settings settings) throws IOException {
    try (EnginePool pool = engines.open(addresses, settings.pool())) {
      findings.add(
          Finding.fine("engines", Message.of("doctor.enginesTogether", pool.infos().size())));
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE) { // said of each by itself
        wrong("engines", e);
      }
    }
  }

  /** Each engine by itself: together they would hide which of them does not answer. */
  private void engines(Settings settings, Optional<Voices> voices) throws IOException {
    EngineOptions.Addresses addresses = engines.addresses(settings);
    for (String address : addresses.urls()) {
      try (EnginePool pool = engines.open(List.of(address), settings.pool())) {
        var info = pool.info();
        Message found = Message.of("doctor.engineAt", info.title(), info.url(), addresses.origin());
        findings.add(Finding.fine("engine", found));
        if (settings.pool().dictionary() == PoolOptions.Dictionary.WRITE) {
          // Accents of the reading list reach an engine by its dictionary alone.
          pool.dictionaryRefusal()
              .map(why -> Message.of("doctor.leavesDictionary", info.title(), why))
              .ifPresent(why -> findings.add(Finding.note("dictionary", why)));
        }
        voices.ifPresent(known -> known.all().forEach(it -> findings.add(Finding.of(it, pool))));
      } catch (Problem e) {
        wrong("engine", e);
      }
    }
    if (addresses.urls().size() > 1) {
      together(addresses.urls(), settings);
    }
  }

  private void wrong(String topic, Problem problem) {
    if (problem.diagnostics().isEmpty()) {
      String[] parts =
          (json ? problem.said().toString() : terminal.text(problem.said())).split("\n", 2);
      findings.add(
          new Finding(
              Finding.State.WRONG,
              topic,
              Message.plain(parts[0]),
              Message.plain(parts.length > 1 ? parts[1] : "")));
    }
    for (Diagnostic found : problem.diagnostics()) {
      Message what = Message.plain(found.file(), ":", found.line(), ": ", found.message());
      findings.add(new Finding(Finding.State.WRONG, topic, what, found.next()));
    }
  }

  private void print() {
    if (json) {
      terminal.json(Json.with("findings", findings));
      return;
    }
    for (Finding finding : findings) {
      Message state = Message.of("doctor.mark." + finding.state().word());
      String mark = "  " + terminal.padded(state, 6);
      terminal.print(Message.plain(mark, finding.said(), ": ", finding.found()));
      if (!finding.mend().isEmpty()) {
        terminal.print(Message.plain("        -> ", finding.mend()));
      }
    }
  }

  /** A site as a build and its listeners find it. */
  private void site(Show show, Voices voices) throws IOException {
    findings.add(
        show.named() == Show.Named.BY_FOLDER
            ? Finding.note("show", Message.of("doctor.showByFolder", show.root()))
            : Finding.fine("show", Message.of("cli.at", show.title(), show.root())));
    findings.add(
        show.url().isEmpty()
            ? Finding.note("address", Message.of("doctor.noAddress"))
            : Finding.fine("address", show.url()));
    Path posts = show.root().resolve("_posts");
    Path checked = Files.isDirectory(posts) ? posts : show.root();
    findings.add(
        Files.isWritable(checked)
            ? Finding.fine("posts", checked)
            : Finding.wrong("posts", Message.of("doctor.postsNotWritable", checked)));
    findings.add(cover(show));
    Message without = Message.of("doctor.actorWithoutVoice", voices.folder(), voices.known());
    show.actors().entrySet().stream()
        .filter(it -> voices.find(it.getKey()).or(() -> voices.find(it.getValue())).isEmpty())
        .forEach(it -> findings.add(Finding.note(it.getKey(), without)));
  }

  private static Finding cover(Show show) throws IOException {
    if (show.cover().isEmpty()) {
      return Finding.note("cover", Message.of("doctor.noCoverFound", CheckArtwork.folder(show)));
    }
    Path file = show.cover().get();
    try {
      Picture picture = Tags.picture(file);
      return picture.bytes().length == Files.size(file)
          ? Finding.fine("cover", file + ", " + picture.bytes().length / 1024 + " KB")
          : Finding.note("cover", Message.of("doctor.largeCover", file));
    } catch (Problem e) {
      return Finding.wrong("cover", Message.of("doctor.badCover", file, Message.of(e)));
    }
  }

  /** The machine as a build finds it: Java, encoder, draft engine, room on the disk. */
  private void machine(Collection<FolderOptions.Chosen> folders) throws IOException {
    // The launcher refuses anything older than 17, so this only says what is used.
    String home = System.getProperty("java.home");
    long megabytes = Runtime.getRuntime().maxMemory() / (1 << 20);
    findings.add(
        Finding.fine("java", Message.of("doctor.java", Runtime.version(), home, megabytes)));
    String encoder = SegmentEncoder.open(SegmentEncoder.Choice.AUTO).name();
    findings.add(
        encoder.startsWith("jump3r")
            ? Finding.note("encoder", Message.of("doctor.slowEncoder", encoder))
            : Finding.fine("encoder", encoder));
    List<Message> missing = DraftInstall.missing(DraftHome.ofEnvironment());
    findings.add(
        missing.isEmpty()
            ? Finding.fine("draft engine", Message.of("doctor.draftReady"))
            : Finding.note("draft engine", Message.of("doctor.draftLacks", Message.list(missing))));
    for (FolderOptions.Chosen folder : folders) {
      // The reading list is a file, and is read by itself.
      if (!folder.name().equals("readings")) {
        findings.add(folder(folder));
      }
    }
  }

  private static Finding folder(FolderOptions.Chosen folder) throws IOException {
    String topic = folder.name() + "/";
    // The folder itself, or the nearest above it that is there: a build makes the rest.
    Path there =
        SafePath.nearest(folder.path().toAbsolutePath(), Files::exists).orElse(folder.path());
    if (!Files.isDirectory(there)) {
      return Finding.wrong(topic, Message.of("folder.isFile", there, folder.name()));
    }
    if (!Files.isWritable(there)) {
      return Finding.wrong(
          topic,
          Message.of(
              "doctor.folderNotWritable", folder.path(), folder.from(), there, folder.name()));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String room = String.format(Locale.ROOT, "%.1f", free / 1e9);
    return free < ENOUGH_BYTES
        ? Finding.note(topic, Message.of("doctor.littleRoom", folder.path(), folder.from(), room))
        : Finding.fine(topic, Message.of("doctor.room", folder.path(), folder.from(), room));
  }
}
