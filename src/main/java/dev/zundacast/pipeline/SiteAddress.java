package dev.zundacast.pipeline;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that a post names, as it is on the web and as a file of the site.
 *
 * @param web http or https, "" when it is not known
 * @param path below the site's folder, "" when it leads elsewhere
 */
public record SiteAddress(String web, String path) {
  /** What a post names by this text. */
  public static SiteAddress of(String written, Show show) {
    String address = written.strip();
    if (isWeb(address)) {
      boolean own = !show.url().isEmpty() && address.startsWith(show.url() + "/");
      return new SiteAddress(address, own ? path(address.substring(show.url().length())) : "");
    }
    if (!address.startsWith("/") || address.startsWith("//")) {
      return new SiteAddress("", "");
    }
    String base = base(show);
    String below = address.startsWith(base + "/") ? address.substring(base.length()) : address;
    return new SiteAddress(show.url().isEmpty() ? "" : show.url() + below, path(below));
  }

  /** The file of the site, when there is one. */
  public Optional<Path> file(Show show, Path post) throws IOException {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = SafePath.resolve(show.root(), path, post);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      // Sites that are built with Next.js, too, serve what lies in public/ at their root.
      Path served = show.files().equals(show.root()) ? show.root().resolve("public") : show.files();
      return Files.isDirectory(served)
          ? Optional.of(SafePath.resolve(served, path, post)).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (Problem outside) {
      if (isLinkToNothing(show)) {
        throw new NoSuchFileException(path, null, "a link to nothing");
      }
      // A path that leads out of the site names no picture of it.
      return Optional.empty();
    }
  }

  private boolean isLinkToNothing(Show show) {
    try {
      Path named = show.root().resolve(path.replaceFirst("^/+", ""));
      return Files.isSymbolicLink(named) && !Files.exists(named);
    } catch (InvalidPathException noName) {
      return false;
    }
  }

  private static boolean isWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /** The path that the site itself begins with: /show where its address is example.com/show. */
  private static String base(Show show) {
    try {
      String path = URI.create(show.url()).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String path(String address) {
    return Escaped.undone(address.replaceFirst("[?#].*", ""));
  }
}
