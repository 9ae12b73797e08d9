package dev.zundacast.pipeline;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** A post to its episode: script, clips, MP3, side files, and the two values in the post. */
public final class Build {
  private final Stages stages;
  private final Engines engines;
  private final Progress progress;

  /**
   * A builder for many posts.
   *
   * @param engines open as long as this is used
   */
  public Build(Stages stages, Engines engines, Progress progress) {
    this.stages = stages;
    this.engines = engines;
    this.progress = progress;
  }

  /**
   * Builds one post; what is finished is kept whatever happens.
   *
   * @throws dev.zundacast.episode.Problem when the post, its script or the engine is in the way
   */
  public BuildReport build(Path post, BuildOptions options) throws IOException {
    return locked(post, () -> {}, options);
  }

  /** Something to do while the episode's lock is held, before it is built. */
  @FunctionalInterface
  interface Preparation {
    void prepare() throws IOException;
  }

  BuildReport locked(Path post, Preparation first, BuildOptions options) throws IOException {
    stages.workspace().requireWritable();
    try (HeldLock lock = HeldLock.take(stages.workspace().lock(post), Workspace.name(post))) {
      Beside<PostOnDisk> onDisk = Beside.start("post", () -> PostOnDisk.read(post));
      first.prepare();
      return new EpisodeBuild(stages, engines, progress, options).run(onDisk.await());
    }
  }
}
