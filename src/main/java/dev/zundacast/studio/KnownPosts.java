package dev.zundacast.studio;

import dev.zundacast.disk.Digest;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The posts of a show by the keys that the page calls them by. */
public final class KnownPosts {
  /** What an address holds without being written otherwise. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

  private static final String POSTS = "_posts";
  private static final int DIGEST = 16;

  private final Path root;
  private Map<String, Path> byKey = Map.of();

  /** The posts of this show. */
  public KnownPosts(ShowFolder show) {
    this.root = show.root();
  }

  /** All posts as they are on disk now, the newest first. */
  public synchronized Map<String, Path> all() throws IOException {
    List<Path> files = PostFiles.readable(root);
    List<Path> ordered = PostFiles.latest(files, files.size());
    Map<String, Path> fresh = new LinkedHashMap<>();
    for (int i = ordered.size() - 1; i >= 0; i--) {
      fresh.put(key(ordered.get(i)), ordered.get(i));
    }
    byKey = fresh;
    return fresh;
  }

  /** The post with this key, looked up among those that are there. */
  public synchronized Optional<Path> find(String key) throws IOException {
    Path known = byKey.get(key);
    return known != null ? Optional.of(known) : Optional.ofNullable(all().get(key));
  }

  /** Whether this is a post of the show. */
  public boolean isPost(Path file) {
    return file.startsWith(root) && Files.isRegularFile(file);
  }

  /** What the page calls a post. */
  public String key(Path post) {
    Path folder = post.startsWith(root.resolve(POSTS)) ? root.resolve(POSTS) : root;
    String name = folder.relativize(post).toString().replace('\\', '/').replace('/', ':');
    return PLAIN.matcher(name).matches() ? name : new Digest().add(name).hex().substring(0, DIGEST);
  }
}
