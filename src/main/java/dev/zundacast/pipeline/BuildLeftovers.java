package dev.zundacast.pipeline;

import dev.zundacast.disk.LeftParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What killed builds left: temporary files, wherever a build writes. */
final class BuildLeftovers {
  private BuildLeftovers() {}

  /** Cleans up before a build whose episode's lock is held. */
  static void clean(Path post, Path mp3, Workspace workspace) throws IOException {
    // Only this build writes this MP3 and this post: their parts go at once, those of other files
    // when they are old.
    LeftParts.cleanBeside(mp3);
    LeftParts.cleanBeside(post);
    LeftParts.clean(Objects.requireNonNull(mp3.toAbsolutePath().getParent()));
    LeftParts.clean(Objects.requireNonNull(post.toAbsolutePath().getParent()));
    LeftParts.clean(workspace.scripts());
    for (Path root :
        List.of(workspace.clips(), workspace.frames(), workspace.out().resolve("episodes"))) {
      LeftParts.cleanWithFolders(root);
    }
  }
}
