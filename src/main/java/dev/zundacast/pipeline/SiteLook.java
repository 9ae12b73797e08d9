package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Resource;
import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Layout;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Preset;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site as it is found by whoever sets up its show: its posts, the folders and servers that they
 * name for their audio with how many do, and who speaks in them; and the show's first files.
 */
public record SiteLook(
    Show show, int posts, Preset preset, Map<String, Integer> audio, Set<String> hosts) {
  /** So many of the newest posts tell how a site's posts are written. */
  private static final int ASKED = 5;

  /** Looks at a site's settings and at the front matter of its posts. */
  public static SiteLook at(Path root) throws IOException {
    Show show = Shows.find(root, Optional.of(root));
    List<Path> posts = PostFiles.readable(root);
    Map<String, Integer> audio = new TreeMap<>();
    Set<String> hosts = new TreeSet<>();
    for (Path post : posts) {
      try {
        FrontMatter front = FrontMatter.read(post);
        hosts.addAll(front.values("actor_ids"));
        if (!front.path().isEmpty()) {
          audio.merge(place(front.path()), 1, Integer::sum);
        }
      } catch (Problem e) {
        // check says what is wrong with a post; the others tell enough of the site.
      }
    }
    return new SiteLook(show, posts.size(), preset(root), audio, hosts);
  }

  /** How the posts of a site are written: as its settings say, else as most of the newest fit. */
  private static Preset preset(Path root) throws IOException {
    Layout layout = Layout.of(root);
    if (layout.preset() != Preset.YATTECAST) {
      return layout.preset();
    }
    List<Path> newest = PostFiles.latest(PostFiles.readable(root), ASKED);
    long plain = newest.stream().filter(post -> fits(post, Preset.JEKYLL)).count();
    long listed = newest.stream().filter(post -> fits(post, Preset.YATTECAST)).count();
    return plain > listed ? Preset.JEKYLL : Preset.YATTECAST;
  }

  private static boolean fits(Path post, Preset preset) {
    try {
      Posts.of(FrontMatter.read(post, preset.layout()));
      return true;
    } catch (IOException | Problem doesNot) {
      return false;
    }
  }

  private static String place(String path) {
    if (Workspace.isAddress(path)) {
      try {
        return String.valueOf(URI.create(path.replaceFirst("[^/]*$", "")).getHost());
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    return "/" + (folder.startsWith("/") ? folder.substring(1) : folder);
  }

  /** Writes the settings with these engines, comments in this language, unless they are there. */
  public Optional<Path> writeSettings(ShowFolder folder, List<String> engines, Locale language)
      throws IOException {
    if (Files.exists(folder.settings())) {
      return Optional.empty();
    }
    String named =
        engines.isEmpty()
            ? "# engines: [http://127.0.0.1:50021]"
            : "engines: [" + String.join(", ", engines.stream().map(Yaml::quoted).toList()) + "]";
    String layout = (preset == Preset.YATTECAST ? "# layout: " : "layout: ") + preset.word();
    AtomicFile.write(
        folder.settings(),
        Resource.text(SiteLook.class, "settings.yaml", language).formatted(named, layout));
    return Optional.of(folder.settings());
  }
}
