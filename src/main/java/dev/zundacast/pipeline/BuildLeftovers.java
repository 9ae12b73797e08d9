package dev.zundacast.pipeline;

import dev.zundacast.disk.LeftParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What killed builds left: temporary files, wherever a build writes. */
final class BuildLeftovers {
  private BuildLeftovers() {}

  /** Takes away what builds of this post left; its episode's lock is held. */
  static void clean(Path post, Path mp3) throws IOException {
    // Only this build writes this MP3 and this post: their parts go however young they are.
    LeftParts.cleanBeside(mp3);
    LeftParts.cleanBeside(post);
  }

  /** Takes away what other builds left, where it is old enough to be nobody's. */
  static void cleanOld(Path post, Path mp3, Workspace workspace) throws IOException {
    LeftParts.clean(Objects.requireNonNull(mp3.toAbsolutePath().getParent()));
    LeftParts.clean(Objects.requireNonNull(post.toAbsolutePath().getParent()));
    LeftParts.clean(workspace.scripts());
    for (Path root :
        List.of(workspace.clips(), workspace.frames(), workspace.out().resolve("episodes"))) {
      LeftParts.cleanWithFolders(root);
    }
  }
}
