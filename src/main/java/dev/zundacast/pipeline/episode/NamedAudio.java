package dev.zundacast.pipeline.episode;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which posts of a folder name which audio. They are read once for all builds of a command: of ten
 * thousand posts each build would else read all others.
 */
final class NamedAudio {
  private final Map<Folder, Map<String, List<Path>>> folders = new HashMap<>();

  /** Where paths of the site lead to decides, too. */
  private record Folder(Path posts, Path files) {}

  /** The posts of a folder by the file or address of their audio. */
  synchronized Map<String, List<Path>> in(Path posts, Show show) throws IOException {
    Folder folder = new Folder(posts, show.files());
    Map<String, List<Path>> known = folders.get(folder);
    if (known == null) {
      known = read(posts, show);
      folders.put(folder, known);
    }
    return known;
  }

  private static Map<String, List<Path>> read(Path folder, Show show) throws IOException {
    List<Path> posts = PostFiles.readable(folder);
    List<Optional<String>> audio = Parallel.map(posts, post -> of(post, show));
    Map<String, List<Path>> named = new HashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      Path post = posts.get(i);
      audio.get(i).ifPresent(it -> named.computeIfAbsent(it, one -> new ArrayList<>()).add(post));
    }
    return named;
  }

  /** The file or address that a post names; none where it cannot be read. */
  static Optional<String> of(Path post, Show show) {
    try {
      FrontMatter front = FrontMatter.read(post);
      String path = front.path();
      if (path.isEmpty() || Workspace.isAddress(path)) {
        return Optional.of(path).filter(it -> !it.isEmpty());
      }
      return Optional.of(SafePath.resolve(show.files(), path, post).toString());
    } catch (IOException | Problem cannotBeRead) {
      return Optional.empty();
    }
  }
}
