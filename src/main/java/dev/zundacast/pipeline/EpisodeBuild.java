package dev.zundacast.pipeline;

import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.audio.Track;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Beside;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Voice;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.tag.SidecarContent;
import dev.zundacast.tag.TagContent;
import dev.zundacast.tag.Tags;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.SpeakOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One build of one post, whose lock is held. */
final class EpisodeBuild {
  private final Stages stages;
  private final Workspace workspace;
  private final EnginePool engines;
  private final Progress progress;
  private final BuildOptions options;
  private final List<String> notes = new ArrayList<>();

  EpisodeBuild(Stages stages, EnginePool engines, Progress progress, BuildOptions options) {
    this.stages = stages;
    this.workspace = stages.workspace();
    this.engines = engines;
    this.progress = progress;
    this.options = options;
  }

  BuildReport run(PostOnDisk onDisk) throws IOException {
    Path file = onDisk.file();
    Post post = onDisk.post();
    Show show = Shows.find(file, options.site());
    Beside<SegmentEncoder> encoder = EpisodeAudio.encoder(options.audio());
    // Everything that can be wrong is found before the long work begins.
    Target target = Target.of(post, show, workspace);
    target.requireWritable(file);
    post.warnings().forEach(warning -> notes.add(Notes.of(warning)));
    Script script = script(onDisk, show);
    Beside<Optional<Duration>> estimate = Beside.start("estimate", () -> estimate(script));
    Beside<EpisodePictures> drawn =
        Beside.start(
            "pictures", () -> EpisodePictures.of(post, show, script, workspace.pictures()));
    List<SpokenLine> spoken = spoken(script, file);
    EpisodePictures pictures = drawn.await();
    notes.addAll(pictures.notes());
    TagContent tag = EpisodeTag.of(post, show, pictures, spoken, engines);

    BuildRecord record =
        BuildRecord.of(
            script,
            tag,
            pictures,
            options,
            engines.identities(spoken, speakOptions()),
            target.mp3());
    Optional<BuildRecord> last = BuildRecord.read(workspace.episode(file));
    if (upToDate(record, last, target, onDisk)) {
      return upToDateReport(
          file, script, target, spoken, last.orElseThrow(), tag, estimate.await());
    }
    BuildLeftovers.clean(file, target.mp3(), workspace);
    try (EpisodeAudio audio =
        EpisodeAudio.open(workspace.frames(), Workspace.stem(file), audioSettings(), encoder)) {
      ArrivingClips arriving = new ArrivingClips(audio);
      ClipStore store = ClipStore.open(workspace.clips());
      List<Clip> clips = engines.speakAll(spoken, store, speakOptions(), arriving);
      Map<String, Clip> byId = clipsById(spoken, clips);
      notes.addAll(arriving.notes(byId));
      progress.report("MP3", 0, 1);
      Track track = audio.assemble(script, byId(spoken), byId);
      Timeline timeline = track.timeline().withImages(pictures.addresses());
      SideFiles sideFiles = sideFiles(file, timeline, target, show, post);
      byte[] head = Tags.id3(tag, timeline);
      // The MP3 of a text that is no longer there would meet the post's older values.
      onDisk.requireUnchanged();
      Replaced.keep(target.mp3(), last, workspace).ifPresent(notes::add);
      AtomicFile.write(
          target.mp3(),
          out -> {
            out.write(head);
            track.writeTo(out);
          });
      long bytes = Files.size(target.mp3());
      sideFiles.write();
      record.finished(bytes, track.timeline().durationMillis()).write(workspace.episode(file));
      onDisk.putValues(bytes, track.timeline().durationMillis());
      progress.report("MP3", 1, 1);
      return report(file, script, target, spoken, clips, track, bytes, tag, estimate.await());
    }
  }

  private dev.zundacast.audio.AudioSettings audioSettings() {
    return options.audio().withEngine(engines.info().title());
  }

  private Script script(PostOnDisk post, Show show) throws IOException {
    Path file = workspace.script(post.file());
    Path episode = workspace.episode(post.file());
    Optional<ScriptInputs> inputs = inputs(post, show);
    if (inputs.isPresent() && inputs.get().areThoseOf(episode)) {
      return stages.scripts().read(file);
    }
    ScriptUpdate update = stages.scripts().update(post.post(), show, file, options.script());
    stages.scripts().save(update);
    notes.addAll(update.notes());
    Optional<ScriptInputs> now = inputs(post, show);
    if (now.isPresent()) {
      now.get().write(episode);
    }
    return update.script();
  }

  private Optional<ScriptInputs> inputs(PostOnDisk post, Show show) throws IOException {
    return ScriptInputs.of(options.program(), post, show, workspace, options.script());
  }

  /** Of a line made again nobody asks how long the episode might be. */
  private Optional<Duration> estimate(Script script) {
    return options.again().isEmpty()
        ? Optional.of(stages.scripts().estimate(script))
        : Optional.empty();
  }

  /** The lines that have something to say, as an engine is sent them. */
  private List<SpokenLine> spoken(Script script, Path post) throws IOException {
    List<SpokenLine> spoken = new ArrayList<>();
    for (SpokenLine read : read(script, post)) {
      if (read.spoken().isBlank()) {
        notes.add(read.line().id() + ": nothing of this line can be spoken; it is left out");
      } else {
        spoken.add(read);
      }
    }
    return spoken;
  }

  private List<SpokenLine> read(Script script, Path post) throws IOException {
    KnownReadings known =
        KnownReadings.open(workspace.episode(post), options.program(), workspace.readingList());
    Map<Line, Voice> voices = new LinkedHashMap<>();
    script.lines().forEach(line -> voices.put(line, Speakers.of(line, script, stages.voices())));
    List<SpokenLine> read =
        voices.entrySet().parallelStream()
            .map(said -> read(said.getKey(), said.getValue(), known))
            .toList();
    known.keep(read);
    return read;
  }

  private SpokenLine read(Line line, Voice voice, KnownReadings known) {
    return known.find(line, voice).orElseGet(() -> stages.readings().read(line, voice));
  }

  private SpeakOptions speakOptions() {
    return SpeakOptions.USUAL
        .withRemake(options.again())
        .withReview(stages.readings().review())
        .withProgress(progress);
  }

  private static Map<String, SpokenLine> byId(List<SpokenLine> spoken) {
    Map<String, SpokenLine> byId = new LinkedHashMap<>();
    spoken.forEach(line -> byId.put(line.line().id(), line));
    return byId;
  }

  private static Map<String, Clip> clipsById(List<SpokenLine> spoken, List<Clip> clips) {
    Map<String, Clip> byId = new LinkedHashMap<>();
    for (int i = 0; i < spoken.size(); i++) {
      byId.put(spoken.get(i).line().id(), clips.get(i));
    }
    return byId;
  }

  private SideFiles sideFiles(Path file, Timeline timeline, Target target, Show show, Post post) {
    String stem = Workspace.stem(target.mp3());
    List<Path> stems = new ArrayList<>(List.of(workspace.episode(file).resolve(stem)));
    if (options.sidecars() == BuildOptions.SideFiles.OUT_AND_SITE && target.uploadTo().isEmpty()) {
      stems.add(target.mp3().resolveSibling(stem));
    }
    String mp3 = Workspace.name(target.mp3());
    return SideFiles.begin(stems, timeline, new SidecarContent(mp3, post.title(), show.title()));
  }

  private boolean upToDate(
      BuildRecord now, Optional<BuildRecord> last, Target target, PostOnDisk onDisk)
      throws IOException {
    return options.redo() == BuildOptions.Redo.WHEN_CHANGED
        && options.again().isEmpty()
        && last.isPresent()
        && last.get().sameWork(now)
        && Files.isRegularFile(target.mp3())
        && Files.size(target.mp3()) == last.get().bytes()
        && onDisk.hasValues(last.get().bytes(), last.get().millis());
  }

  private BuildReport upToDateReport(
      Path file,
      Script script,
      Target target,
      List<SpokenLine> spoken,
      BuildRecord last,
      TagContent tag,
      Optional<Duration> estimate) {
    return new BuildReport(
        file,
        script.file(),
        target.mp3(),
        target.uploadTo(),
        Duration.ofMillis(last.millis()),
        last.bytes(),
        spoken.size(),
        0,
        spoken.size(),
        Optional.empty(),
        engines.info().title(),
        tag.credits(),
        engines.info().isDraft(),
        estimate,
        notes);
  }

  private BuildReport report(
      Path file,
      Script script,
      Target target,
      List<SpokenLine> spoken,
      List<Clip> clips,
      Track track,
      long bytes,
      TagContent tag,
      Optional<Duration> estimate) {
    int made = (int) clips.stream().filter(c -> c.origin() == Clip.Origin.MADE).count();
    return new BuildReport(
        file,
        script.file(),
        target.mp3(),
        target.uploadTo(),
        Duration.ofMillis(track.timeline().durationMillis()),
        bytes,
        spoken.size(),
        made,
        clips.size() - made,
        Optional.of(
            new BuildReport.Sound(
                track.loudness(), track.framesReused(), track.framesNew(), track.encoder())),
        engines.info().title(),
        tag.credits(),
        engines.info().isDraft(),
        estimate,
        notes);
  }
}
