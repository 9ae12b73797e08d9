package dev.zundacast.pipeline;

import dev.zundacast.episode.Show;
import dev.zundacast.post.Layout;
import dev.zundacast.post.Shows;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts to their sites and layouts. Each folder's are looked for once, since that takes a dozen
 * files of every folder above; threads that need the same ones wait for the first.
 */
public final class Sites {
  private final Map<Path, Show> shows = new HashMap<>();
  private final Map<Path, Layout> layouts = new HashMap<>();
  private final Map<Path, Shows.Publishing> publishing = new HashMap<>();

  /** The site of a post: the one that was named, else as {@link Shows#find} says. */
  public synchronized Show of(Path post, Optional<Path> option) throws IOException {
    return once(shows, post, () -> Shows.find(post, option));
  }

  /** How a site publishes its posts. */
  public synchronized Shows.Publishing publishing(Show site) throws IOException {
    return once(publishing, site.root().resolve("-"), () -> Shows.publishing(site.root()));
  }

  /** How the post is written. */
  public synchronized Layout layout(Path post) throws IOException {
    return once(layouts, post, () -> Layout.of(post));
  }

  private static <T> T once(Map<Path, T> known, Path post, IoSupplier<T> find) throws IOException {
    Path folder = post.toAbsolutePath().resolveSibling("");
    T found = known.get(folder);
    if (found == null) {
      found = find.get();
      known.put(folder, found);
    }
    return found;
  }
}
