package dev.zundacast.pipeline.episode;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.script.Estimate;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a build would do, without asking an engine or writing a file. */
public final class DryRun {
  private final Stages stages;
  private final Target.NamedAudio named = new Target.NamedAudio();
  private final Set<String> said = new HashSet<>();

  public DryRun(Stages stages) {
    this.stages = stages;
  }

  /**
   * What would come of a post: the diff of its script, "" for none, how many lines are spoken and
   * how long that takes, and how many of them, with how many letters, no clip of the store says yet
   * nor a post that was looked at before.
   */
  public record Report(
      Path post,
      String diff,
      int lines,
      Duration estimate,
      Path mp3,
      boolean upToDate,
      int clipsToMake,
      int lettersToMake) {}

  /** Looks at one post. */
  public Report of(Path file, BuildOptions options) throws IOException {
    PostOnDisk post = PostOnDisk.read(file, options, stages, named);
    Path script = stages.workspace().script(file);
    ScriptUpdate update =
        stages.scripts().of(post.post(), post.show(), script, options.script()).update();
    EpisodePlan plan = EpisodePlan.unasked(post, update, stages, stages.knownReadings(file));
    boolean upToDate =
        options.redo() == BuildOptions.Redo.WHEN_CHANGED
            && new EpisodeFiles(plan, stages.workspace(), options).areUpToDate();
    Set<String> missing = upToDate ? Set.of() : missing(plan.spoken());
    return new Report(
        file,
        update.diff(),
        (int) update.script().lines().count(),
        new Estimate(stages.voices()).of(update.script()),
        post.target().mp3(),
        upToDate,
        missing.size(),
        missing.stream().mapToInt(it -> it.length() - it.indexOf('\n') - 1).sum());
  }

  /** How it stands with an episode. */
  public enum State {
    UP_TO_DATE,
    /** What it was built from is no longer the same. */
    STALE,
    /** The post says that there is audio, which was not made here. */
    FOREIGN,
    NO_EPISODE
  }

  /** How it stands with the episode of a post. */
  public State state(Path file, BuildOptions options) throws IOException {
    if (Build.isKnown(stages.workspace(), file)) {
      return of(file, options).upToDate() ? State.UP_TO_DATE : State.STALE;
    }
    FrontMatter front = FrontMatter.read(file);
    boolean saysNoSize = front.value(FrontMatter.SIZE).orElse("").strip().matches("0*");
    return saysNoSize ? State.NO_EPISODE : State.FOREIGN;
  }

  /** The same of an episode that stays what it is when another engine would be asked. */
  public State stateAsSpoken(Path file, BuildOptions options) throws IOException {
    List<String> asked =
        BuildRecord.read(stages.workspace().episode(file))
            .map(record -> record.offline().asked())
            .orElse(List.of());
    return state(file, asked.isEmpty() ? options : options.withEngines(asked));
  }

  /** Why an episode is stale whose post and script are as they were, "" for all else. */
  public Message reason(Path file, BuildOptions options) throws IOException {
    Optional<BuildRecord> record = BuildRecord.read(stages.workspace().episode(file));
    if (record.isEmpty()) {
      return Message.NONE;
    }
    Path mp3 = Path.of(record.get().mp3());
    if (!record.get().holds(mp3)) {
      return Files.exists(mp3) ? Message.of("build.mp3Changed") : Message.of("build.mp3Gone");
    }
    BuildRecord.Offline last = record.get().offline();
    if (last.asked().isEmpty() || named(last.asked()).equals(named(options.engines()))) {
      return Message.NONE;
    }
    return of(file, options.withEngines(last.asked())).upToDate()
        ? Message.of("build.otherEngine", named(last.asked()), named(options.engines()))
        : Message.NONE;
  }

  /** Behind the engines stands how their dictionaries are treated. */
  private static String named(List<String> engines) {
    return String.join(", ", engines.subList(0, engines.size() - 1));
  }

  /** The lines of a post's script that wait for a person's decision. */
  public List<Diagnostic> decisions(Path post) throws IOException {
    Path script = stages.workspace().script(post);
    return Files.isRegularFile(script)
        ? stages.scripts().open(script).decisions().stream()
            .map(waiting -> Diagnostic.at(script, waiting.fileLine(), Message.plain(waiting.now())))
            .toList()
        : List.of();
  }

  /** Equal words of one voice are nearly always one clip; only an engine can tell for sure. */
  private synchronized Set<String> missing(List<SpokenLine> spoken) throws IOException {
    Set<String> missing = new HashSet<>();
    spoken.forEach(it -> missing.add(it.voice().name() + "\n" + it.spoken()));
    missing.removeAll(said());
    said.addAll(missing);
    return missing;
  }

  /** What clips say, read once for all posts. */
  private Set<String> said() throws IOException {
    if (said.isEmpty()) {
      for (ClipStore.StoredClip clip : ClipStore.open(stages.workspace().clips()).clips()) {
        said.add(clip.speaker() + "\n" + clip.text());
      }
    }
    return said;
  }
}
