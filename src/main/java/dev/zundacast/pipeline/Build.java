package dev.zundacast.pipeline;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
    return locked(post, Optional::empty, options);
  }

  /**
   * A script that somebody changed.
   *
   * @param saved it may still be on its way to the disk
   */
  record Edited(ReadScript read, Beside<?> saved) {}

  /**
   * Something to do while the episode's lock is held, before it is built; gives the script as it
   * stands on the disk from then on, where that is known.
   */
  @FunctionalInterface
  interface Preparation {
    Optional<Edited> prepare() throws IOException;
  }

  BuildReport locked(Path post, Preparation first, BuildOptions options) throws IOException {
    stages.workspace().requireWritable();
    try (HeldLock lock = HeldLock.take(stages.workspace().lock(post), Workspace.name(post))) {
      EpisodeBuild build = EpisodeBuild.begin(post, stages, engines, progress, options);
      Optional<Edited> edited = first.prepare();
      try {
        return build.run(edited);
      } catch (IOException | RuntimeException e) {
        // An edit stays whatever becomes of the build.
        edited.ifPresent(it -> it.saved().awaitAfter(e));
        throw e;
      }
    }
  }
}
