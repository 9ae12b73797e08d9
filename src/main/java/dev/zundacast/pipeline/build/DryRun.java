package dev.zundacast.pipeline.build;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.voice.store.ClipStore;
import dev.zundacast.voice.store.StoredClip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What a build would do, without asking an engine or writing a file. */
public final class DryRun {
  private final Stages stages;

  public DryRun(Stages stages) {
    this.stages = stages;
  }

  /**
   * What would come of a post.
   *
   * @param post the post
   * @param diff of the script as it is to the script as it would be, "" for none
   * @param lines spoken lines
   * @param estimate of the audio's length
   * @param mp3 the file that would be written
   * @param upToDate whether nothing would be done
   * @param clipsToMake lines that no clip of the store says yet
   */
  public record Report(
      Path post,
      String diff,
      int lines,
      Duration estimate,
      Path mp3,
      boolean upToDate,
      int clipsToMake) {}

  /** Looks at one post. */
  public Report of(Path file, BuildOptions options) throws IOException {
    PostOnDisk onDisk = PostOnDisk.read(file);
    Post post = onDisk.post();
    Show show = Shows.find(file, options.site());
    Path script = stages.workspace().ownScript(file, show.root());
    ScriptUpdate update = stages.scripts().update(post, show, script, options.script());
    Target target = Target.of(post, show, stages.workspace());
    SpokenLines spoken = SpokenLines.of(update.script(), stages);
    EpisodePlan plan =
        EpisodePlan.unasked(onDisk, show, target, update, spoken, stages.workspace());
    boolean upToDate =
        options.redo() == BuildOptions.Redo.WHEN_CHANGED
            && EpisodeFiles.unasked(plan, stages.workspace(), options).areUpToDate();
    return new Report(
        file,
        update.diff(),
        (int) update.script().lines().count(),
        stages.scripts().estimate(update.script()),
        target.mp3(),
        upToDate,
        upToDate ? 0 : clipsToMake(spoken));
  }

  /** Equal words of one voice are nearly always one clip; only an engine can tell for sure. */
  private int clipsToMake(SpokenLines spoken) throws IOException {
    Set<String> there = new HashSet<>();
    for (StoredClip clip : ClipStore.open(stages.workspace().clips()).clips()) {
      there.add(clip.speaker() + "\n" + clip.text());
    }
    Set<String> missing = new HashSet<>();
    spoken.lines().forEach(it -> missing.add(it.voice().name() + "\n" + it.spoken()));
    missing.removeAll(there);
    return missing.size();
  }
}
