package dev.zundacast.pipeline;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.audio.Track;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.tag.TagContent;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PlannedRun;
import dev.zundacast.voice.SpeakOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One build of one post, whose lock is held. */
final class EpisodeBuild {
  /** Who answers sooner leaves no time to get ready in. */
  private static final int SOON_MILLIS = 80;

  private final Stages stages;
  private final Workspace workspace;
  private final Engines engines;
  private final Progress progress;
  private final BuildOptions options;
  private final Beside<Opened> opened;
  private final List<String> notes = new ArrayList<>();

  private EpisodeBuild(
      Stages stages,
      Engines engines,
      Progress progress,
      BuildOptions options,
      Beside<Opened> opened) {
    this.stages = stages;
    this.workspace = stages.workspace();
    this.engines = engines;
    this.progress = progress;
    this.options = options;
    this.opened = opened;
  }

  /** Begins to open what a build needs whatever its script says. */
  static EpisodeBuild begin(
      Path post, Stages stages, Engines engines, Progress progress, BuildOptions options) {
    Workspace workspace = stages.workspace();
    return new EpisodeBuild(
        stages,
        engines,
        progress,
        options,
        Beside.start("post", () -> Opened.of(post, workspace, options)));
  }

  /** What stands in the site and in the script's frame before any work is done. */
  private record Opened(PostOnDisk onDisk, Show show, Optional<ScriptInputs> inputs) {
    static Opened of(Path post, Workspace workspace, BuildOptions options) throws IOException {
      PostOnDisk onDisk = PostOnDisk.read(post);
      Show show = options.script().show(onDisk.post(), Shows.find(post, options.site()));
      return new Opened(onDisk, show, inputs(onDisk, show, workspace, options));
    }

    static Optional<ScriptInputs> inputs(
        PostOnDisk post, Show show, Workspace workspace, BuildOptions options) throws IOException {
      return ScriptInputs.of(options.program(), post, show, workspace, options.script());
    }
  }

  /**
   * Builds the episode.
   *
   * @param edited the script as it stands on the disk or soon will, where somebody knows
   */
  BuildReport run(Optional<Build.Edited> edited) throws IOException {
    // Loading libmp3lame takes longer than all else that is opened.
    Beside<SegmentEncoder> encoder = Beside.start("encoder", options.audio()::openEncoder);
    PostOnDisk onDisk = opened.await().onDisk();
    Show show = opened.await().show();
    // Everything that can be wrong is found before the long work begins.
    Target target = Target.of(onDisk.post(), show, workspace);
    target.requireWritable(onDisk.file());
    onDisk.post().warnings().forEach(warning -> notes.add(Notes.of(warning)));
    Notes.ofShow(show).ifPresent(notes::add);
    ReadScript read = script(onDisk, show, edited);
    Beside<Optional<Duration>> estimate = Beside.start("estimate", () -> estimate(read.script()));
    EpisodePlan plan = plan(onDisk, show, target, read);
    if (isUpToDate(plan)) {
      plan.lines().keep();
      return new EpisodeReport(plan, estimate.await(), notes).upToDate();
    }
    return made(plan, encoder, estimate, edited);
  }

  private EpisodePlan plan(PostOnDisk onDisk, Show show, Target target, ReadScript read)
      throws IOException {
    Path file = onDisk.file();
    Post post = onDisk.post();
    Script script = read.script();
    // Before anything is kept of an episode that cannot be read.
    stages.readings();
    Beside<EpisodePictures> drawn =
        Beside.start(
            "pictures", () -> EpisodePictures.of(post, show, script, workspace.pictures()));
    LinesRead lines = read.lines().await();
    notes.addAll(lines.notes());
    EpisodePictures pictures = drawn.await();
    notes.addAll(pictures.notes());
    EnginePool pool = engines.pool();
    TagContent tag = EpisodeTag.of(post, show, pictures, lines.spoken(), pool);
    PlannedRun run = pool.plan(lines.spoken(), speakOptions());
    BuildRecord record =
        BuildRecord.of(script, tag, pictures, options, run.identities(), target.mp3());
    Optional<BuildRecord> last = BuildRecord.read(workspace.episode(file));
    return new EpisodePlan(
        onDisk, show, target, script, lines, pictures, tag, pool.info(), run, record, last);
  }

  private BuildReport made(
      EpisodePlan plan,
      Beside<SegmentEncoder> encoder,
      Beside<Optional<Duration>> estimate,
      Optional<Build.Edited> edited)
      throws IOException {
    BuildLeftovers.clean(plan.post(), plan.target().mp3());
    try (Opening<EpisodeAudio> audio = Opening.begin("audio", () -> audio(plan, encoder));
        EpisodeFiles files = new EpisodeFiles(plan, workspace, options)) {
      ArrivingClips arriving = new ArrivingClips(audio);
      Beside.run("warm-up", () -> warmUp(encoder, arriving));
      Beside<?> chores = Beside.run("chores", () -> chores(plan, arriving));
      Heard heard;
      try {
        heard = heard(plan, audio, arriving, files);
      } catch (IOException | RuntimeException e) {
        chores.awaitAfter(e);
        throw e;
      }
      chores.await();
      // An MP3 never says what no script does.
      if (edited.isPresent()) {
        edited.get().saved().await();
      }
      long bytes = files.write(heard.track(), notes);
      progress.report("MP3", 1, 1);
      return new EpisodeReport(plan, estimate.await(), notes)
          .made(heard.clips(), heard.track(), bytes);
    }
  }

  /** Nobody waits for it: the first clip is encoded whether it came to its end or not. */
  private static void warmUp(Beside<SegmentEncoder> encoder, ArrivingClips arriving)
      throws IOException {
    if (!arriving.hasFirstWithin(SOON_MILLIS)) {
      encoder.await().warmUp();
    }
  }

  private EpisodeAudio audio(EpisodePlan plan, Beside<SegmentEncoder> encoder) throws IOException {
    AudioSettings settings = options.audio().withEngine(plan.engine().title());
    return EpisodeAudio.open(
        workspace.frames(), Workspace.stem(plan.post()), settings, encoder.await());
  }

  /** The clips of an episode, and what they became. */
  private record Heard(List<Clip> clips, Track track) {}

  private Heard heard(
      EpisodePlan plan, Opening<EpisodeAudio> opening, ArrivingClips arriving, EpisodeFiles files)
      throws IOException {
    ClipStore store = ClipStore.open(workspace.clips(), workspace.episode(plan.post()));
    List<Clip> clips = spoken(plan, store, opening, arriving);
    Beside<?> known = Beside.run("known clips", store::keepKnown);
    try {
      return heard(plan, opening, arriving, files, clips);
    } finally {
      // Whoever builds next may write the same file.
      known.await();
    }
  }

  private Heard heard(
      EpisodePlan plan,
      Opening<EpisodeAudio> opening,
      ArrivingClips arriving,
      EpisodeFiles files,
      List<Clip> clips)
      throws IOException {
    Map<String, Clip> byId = plan.byId(clips);
    notes.addAll(arriving.notes(byId));
    progress.report("MP3", 0, 1);
    EpisodeAudio audio = opening.await();
    Map<String, SpokenLine> spoken = plan.spokenById();
    audio.foreseen(plan.script(), spoken, byId).ifPresent(files::foresee);
    return new Heard(clips, audio.assemble(plan.script(), spoken, byId));
  }

  private List<Clip> spoken(
      EpisodePlan plan, ClipStore store, Opening<EpisodeAudio> audio, ArrivingClips arriving)
      throws IOException {
    try {
      return plan.run().speak(store, arriving);
    } catch (IOException | RuntimeException e) {
      // Without it no clip could arrive: then that is what went wrong.
      audio.await();
      throw e;
    } finally {
      arriving.end();
    }
  }

  /** What can wait until there is something to wait for. */
  private void chores(EpisodePlan plan, ArrivingClips arriving) throws IOException {
    arriving.awaitFirst();
    plan.lines().keep();
    BuildLeftovers.cleanOld(plan.post(), plan.target().mp3(), workspace);
  }

  private ReadScript script(PostOnDisk post, Show show, Optional<Build.Edited> edited)
      throws IOException {
    Path file = workspace.script(post.file());
    Path episode = workspace.episode(post.file());
    Optional<ScriptInputs> inputs = opened.await().inputs();
    if (inputs.isPresent() && inputs.get().areThoseOf(episode)) {
      return edited.isPresent()
          ? edited.get().read()
          : ReadScript.begin(stages.scripts().read(file), stages, episode, options.program());
    }
    if (edited.isPresent()) {
      edited.get().saved().await();
    }
    ScriptUpdate update = stages.scripts().update(post.post(), show, file, options.script());
    // Nobody could read or speak it: then nothing is written.
    stages.readings();
    engines.pool();
    stages.scripts().save(update);
    notes.addAll(update.notes());
    Optional<ScriptInputs> now = Opened.inputs(post, show, workspace, options);
    if (now.isPresent()) {
      now.get().write(episode);
    }
    return ReadScript.begin(update.script(), stages, episode, options.program());
  }

  /** Of a line made again nobody asks how long the episode might be. */
  private Optional<Duration> estimate(Script script) {
    return options.again().isEmpty()
        ? Optional.of(stages.scripts().estimate(script))
        : Optional.empty();
  }

  private SpeakOptions speakOptions() throws IOException {
    return SpeakOptions.USUAL
        .withRemake(options.again())
        .withReview(stages.readings().review())
        .withProgress(progress);
  }

  private boolean isUpToDate(EpisodePlan plan) throws IOException {
    Path mp3 = plan.target().mp3();
    Optional<BuildRecord> last = plan.last();
    return options.redo() == BuildOptions.Redo.WHEN_CHANGED
        && options.again().isEmpty()
        && last.isPresent()
        && last.get().sameWork(plan.record())
        && Files.isRegularFile(mp3)
        && Files.size(mp3) == last.get().bytes()
        && plan.onDisk().hasValues(last.get().bytes(), last.get().millis());
  }
}
