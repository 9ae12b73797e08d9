package dev.zundacast.pipeline;

import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An MP3 that stood at an episode's place and was not made here: kept, never written over. */
final class Replaced {
  private Replaced() {}

  /**
   * Copies a foreign file at {@code mp3} to {@code out/replaced/} before it is replaced.
   *
   * @param last the episode's last build
   * @return what to tell a person, if there was such a file
   */
  static Optional<String> keep(Path mp3, Optional<BuildRecord> last, Workspace workspace)
      throws IOException {
    if (!Files.isRegularFile(mp3) || isOurs(mp3, last)) {
      return Optional.empty();
    }
    Path folder = Files.createDirectories(workspace.out().resolve("replaced"));
    String name = Workspace.name(mp3);
    for (int copy = 1; ; copy++) {
      Path kept = folder.resolve(copy == 1 ? name : Workspace.stem(mp3) + "-" + copy + ".mp3");
      try {
        Files.copy(mp3, kept);
        return Optional.of("the MP3 that was there before is kept as " + kept);
      } catch (FileAlreadyExistsException taken) {
        // The next number.
      }
    }
  }

  /** Ours is what the last build left, and what carries this program's name in its tag. */
  private static boolean isOurs(Path mp3, Optional<BuildRecord> last) throws IOException {
    boolean lastBuild =
        last.isPresent()
            && last.get().mp3().equals(mp3.toString())
            && last.get().bytes() == Files.size(mp3);
    return lastBuild
        || Tags.read(mp3).filter(tag -> tag.encodedBy().equals("zundacast")).isPresent();
  }
}
