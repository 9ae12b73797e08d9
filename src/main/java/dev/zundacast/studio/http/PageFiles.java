package dev.zundacast.studio.http;

import dev.zundacast.disk.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, which lie in the program's jar. */
final class PageFiles {
  private static final String FOLDER = "/dev/zundacast/studio/page/";

  /** Names of our own, so that no request leads anywhere else. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9]+)+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, PageFile> known = new ConcurrentHashMap<>();

  /** A file with what tells a browser whether it knows it already. */
  @SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
  record PageFile(String type, String tag, byte[] bytes) {}

  /** The file at this path of the server. */
  Optional<PageFile> find(String path) throws IOException {
    String name = path.equals("/") ? "index.html" : path.replaceFirst("^/page/", "");
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    @Nullable PageFile file = known.get(name);
    if (file != null) {
      return Optional.of(file);
    }
    Optional<PageFile> read = read(name);
    read.ifPresent(it -> known.put(name, it));
    return read;
  }

  private static Optional<PageFile> read(String name) throws IOException {
    @Nullable String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null || type == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      String tag = '"' + new Digest().add(bytes).hex().substring(0, 16) + '"';
      return Optional.of(new PageFile(type, tag, bytes));
    }
  }
}
