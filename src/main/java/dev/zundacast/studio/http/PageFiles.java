package dev.zundacast.studio.http;

import dev.zundacast.disk.Digest;
import io.javalin.http.Context;
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

  @SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
  private record PageFile(String type, String tag, byte[] bytes) {}

  void serve(Context request, String name) throws IOException {
    PageFile file = find(name).orElseThrow(() -> Refused.of(404, "not found"));
    request.header("ETag", file.tag());
    request.header("Cache-Control", "no-cache");
    if (file.tag().equals(request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    request.contentType(file.type()).result(file.bytes());
  }

  private Optional<PageFile> find(String name) throws IOException {
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
