package dev.zundacast.pipeline.build;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

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
   */
  public record Report(Path post, String diff, int lines, Duration estimate, Path mp3) {}

  /** Looks at one post. */
  public Report of(Path file, BuildOptions options) throws IOException {
    PostOnDisk onDisk = PostOnDisk.read(file);
    Post post = onDisk.post();
    Show show = Shows.find(file, options.site());
    Target target = Target.of(post, show, stages.workspace());
    target.requireOwn(onDisk, show, stages.workspace());
    ScriptUpdate update =
        stages.scripts().update(post, show, stages.workspace().script(file), options.script());
    return new Report(
        file,
        update.diff(),
        (int) update.script().lines().count(),
        stages.scripts().estimate(update.script()),
        target.mp3());
  }
}
