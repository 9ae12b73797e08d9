package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.EpisodeAudio;
import dev.zundacast.audio.Track;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Timeline;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.EpisodeSlides;
import dev.zundacast.pipeline.KnownReadings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.script.Estimate;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PlannedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A post to its episode: script, clips, MP3, side files, and the two values in the post. */
public final class Build {
  /** Estimates are within a tenth, seldom more. */
  private static final double ODD_LENGTH = 0.25;

  /** Of a few lines one may be a quarter off. */
  private static final long ODD_MILLIS = 5_000;

  private final Stages stages;
  private final Workspace workspace;
  private final IoSupplier<EnginePool> engines;
  private final Progress progress;
  private final SharedStore shared;
  private final Target.NamedAudio named = new Target.NamedAudio();

  /** A builder for many posts; the engines are waited for where they are still being met. */
  public Build(
      Stages stages, IoSupplier<EnginePool> engines, Progress progress, SharedStore shared) {
    this.shared = shared;
    this.stages = stages;
    this.workspace = stages.workspace();
    this.engines = engines;
    this.progress = progress;
  }

  /** Whether a post was built here before, so that perhaps nothing is to be done. */
  public static boolean isKnown(Workspace workspace, Path post) {
    return Files.exists(workspace.episode(post).resolve(BuildRecord.FILE));
  }

  /** Builds one post, or says by a problem what is in the way; what is finished is kept. */
  public BuildReport build(Path post, BuildOptions options) throws IOException {
    return locked(
        post,
        () -> {
          PostOnDisk read = ready(post, options);
          return steps(read, () -> script(read, options), Set.of(), options);
        });
  }

  /**
   * Speaks lines again, after putting {@code edit} into each of them, and builds the episode from
   * the script as it then is: what is new in the post is left to the next {@link #build}. Without
   * lines it is built from the script as it is. A problem where there is no script yet, or no such
   * line.
   */
  public BuildReport regenerate(
      Path post, List<String> ids, UnaryOperator<Line> edit, BuildOptions options)
      throws IOException {
    return locked(
        post,
        () -> {
          // Each takes a tenth of the second that a command has which changes a line.
          try (BackgroundTask<ScriptUpdate> change =
              BackgroundTask.start("script", () -> changed(post, ids, edit))) {
            return steps(ready(post, options), change::join, Set.copyOf(ids), options);
          }
        });
  }

  /** Brings the script of a post up to date, as a build does before it speaks. */
  public ScriptUpdate write(Path post, BuildOptions options) throws IOException {
    return locked(
        post,
        () -> {
          ScriptUpdate script = script(ready(post, options), options);
          stages.scripts().save(script);
          return script;
        });
  }

  /** Reads a post, once it is known that its files are its own. */
  private PostOnDisk ready(Path file, BuildOptions options) throws IOException {
    PostOnDisk post = PostOnDisk.read(file, options, stages, named);
    BuildRecord.requireOf(file, post.show(), workspace);
    return post;
  }

  private <T> T locked(Path post, IoSupplier<T> work) throws IOException {
    workspace.requireWritable();
    workspace.ignoreOut();
    try (HeldLock lock = workspace.lock(post)) {
      return work.get();
    }
  }

  /**
   * The steps of a build in their order, while the post's lock is held.
   *
   * @param anew the lines to speak whatever there is of them; none in a build of what is new
   */
  private BuildReport steps(
      PostOnDisk post, IoSupplier<ScriptUpdate> scripts, Set<String> anew, BuildOptions options)
      throws IOException {
    Path file = post.file();
    post.target().requireWritable(file);
    slides(options).require(post.post());

    ScriptUpdate script = scripts.get();
    KnownReadings known = stages.knownReadings(file);
    EpisodePlan unasked = EpisodePlan.unasked(post, script, stages, known);
    // Of a line made again nobody asks how long the episode might be.
    Optional<Duration> estimate =
        anew.isEmpty()
            ? Optional.of(new Estimate(stages.voices()).of(unasked.script()))
            : Optional.empty();
    if (anew.isEmpty() && options.redo() == BuildOptions.Redo.WHEN_CHANGED) {
      EpisodeFiles before = new EpisodeFiles(unasked, workspace, options);
      if (before.areUpToDate()) {
        stages.scripts().save(script);
        known.save();
        BuildRecord last = before.last();
        EpisodeSlides slides = slides(options);
        Optional<Timeline> heard = slides.heard(file, last.bytes());
        if (heard.isPresent()) {
          slides.fill(post.post(), heard.get(), true);
        }
        int found = unasked.spoken().size();
        return BuildReport.of(
            unasked, last.millis(), last.bytes(), found, Optional.empty(), estimate, List.of());
      }
    }

    EnginePool pool = engines.get();
    // Not before, so that a script whose readings or engines are missing stays as it is.
    stages.scripts().save(script);
    known.save();
    EpisodePlan plan = unasked.spokenBy(pool.info());
    PlannedLines run = pool.plan(plan.spoken(), anew, progress);
    return make(plan, run, options, estimate);
  }

  private BuildReport make(
      EpisodePlan plan, PlannedLines run, BuildOptions options, Optional<Duration> estimate)
      throws IOException {
    EpisodeFiles files = new EpisodeFiles(plan, workspace, options);
    files.removeStale();
    ClipStore store = new ClipStore(workspace.clips(), shared);
    try (EpisodeAudio audio = openAudio(plan, options)) {
      // Engines take seconds for a line: the lines before it are encoded meanwhile.
      ClipEncoder encoder = new ClipEncoder(audio, stages.readings().list());
      List<Clip> clips = run.speak(store, encoder);
      progress.report(Message.plain("MP3"), 0, 1);
      Track track = audio.assemble(plan.script(), plan.byId(plan.spoken()), plan.byId(clips));
      // The draft voice speaks at a pace of its own.
      if (options.length() == BuildOptions.Length.AS_ESTIMATED && !plan.engine().isDraft()) {
        requireLikelyLength(plan, track);
      }
      List<Message> warnings = encoder.notes();
      long bytes = files.write(track, warnings);
      slides(options).fill(plan.post().post(), track.timeline(), true);
      progress.report(Message.plain("MP3"), 1, 1);
      int found = (int) clips.stream().filter(c -> c.origin() == Clip.Origin.FOUND).count();
      long millis = track.timeline().durationMillis();
      return BuildReport.of(plan, millis, bytes, found, Optional.of(track), estimate, warnings);
    }
  }

  private EpisodeSlides slides(BuildOptions options) {
    return new EpisodeSlides(options.script().slides(), workspace.out());
  }

  /** The script with the changes of its post. */
  private ScriptUpdate script(PostOnDisk post, BuildOptions options) throws IOException {
    Path file = workspace.script(post.file());
    return stages.scripts().of(post.post(), post.show(), file, options.script()).update();
  }

  /** The script with the change of its lines. */
  private ScriptUpdate changed(Path post, List<String> ids, UnaryOperator<Line> edit)
      throws IOException {
    Path file = workspace.script(post);
    if (!Files.exists(file)) {
      throw Problem.in(Diagnostic.of(file, "build.noScript", Workspace.name(post)));
    }
    return stages.scripts().edit(file, ids, edit);
  }

  /** Words that are missing or are others are heard at last by how long they take. */
  private void requireLikelyLength(EpisodePlan plan, Track track) {
    long expected = new Estimate(stages.voices()).speech(plan.script()).toMillis();
    long millis =
        track.timeline().lines().stream().mapToLong(l -> l.endMillis() - l.startMillis()).sum();
    long off = Math.abs(millis - expected);
    if (off > expected * ODD_LENGTH && off > ODD_MILLIS) {
      throw Problem.failed(
          "build.oddLength",
          StatedAudio.format(millis),
          StatedAudio.format(expected),
          workspace.clips());
    }
  }

  private EpisodeAudio openAudio(EpisodePlan plan, BuildOptions options) throws IOException {
    AudioSettings settings = options.audio().withEngine(plan.engine().title());
    String episode = Post.stem(plan.post().file());
    return new EpisodeAudio(workspace.frames(), episode, settings, shared);
  }

  /** Hands each clip on to be encoded once it is in the store, and keeps what there is to say. */
  private static final class ClipEncoder implements ClipListener {
    private final EpisodeAudio audio;
    private final ReadingList readings;
    private final List<Message> notes = new ArrayList<>();
    private final List<Message> remarks = new ArrayList<>();

    ClipEncoder(EpisodeAudio audio, ReadingList readings) {
      this.audio = audio;
      this.readings = readings;
    }

    @Override
    public void clip(int index, SpokenLine line, Clip clip) {
      audio.encode(clip, line.voice());
    }

    @Override
    public synchronized void doubtful(SpokenLine line, Message remark) {
      remarks.add(Message.plain(line.line().id() + ": ", remark));
    }

    @Override
    public synchronized void refused(DictionaryWord word, Message reason) {
      notes.add(
          readings
              .refused(word, reason)
              .map(BuildReport::note)
              .orElse(Message.of("build.readingRefused", word.reading(), reason)));
    }

    @Override
    public synchronized void note(Message text) {
      notes.add(text);
    }

    /** What there is to say once all have arrived. */
    synchronized List<Message> notes() {
      List<Message> all = new ArrayList<>(notes);
      all.addAll(remarks);
      return all;
    }
  }
}
