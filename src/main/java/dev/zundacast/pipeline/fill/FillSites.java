package dev.zundacast.pipeline.fill;

import dev.zundacast.episode.Show;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Posts to their sites; each folder's site is looked for once. */
public final class FillSites {
  private final Optional<Path> option;
  private final ConcurrentMap<Path, Show> byFolder = new ConcurrentHashMap<>();

  public FillSites(Optional<Path> option) {
    this.option = option;
  }

  /** The site of a post. */
  public Show of(Path post) throws IOException {
    Path folder = folder(post);
    Show known = byFolder.get(folder);
    if (known != null) {
      return known;
    }
    Show found = Shows.find(post, option);
    byFolder.put(folder, found);
    return found;
  }

  /** The post's path inside its site, for people. */
  String relative(Path post) throws IOException {
    Path root = of(post).root();
    return (post.startsWith(root) ? root.relativize(post) : post).toString();
  }

  private static Path folder(Path post) {
    Path parent = post.toAbsolutePath().getParent();
    return parent == null ? post : parent;
  }
}
