package dev.zundacast.studio;

import dev.zundacast.episode.Problem;
import dev.zundacast.studio.episode.Episodes;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** The page's files out of the jar, and the sounds of episodes, of which any part is sent. */
final class SentFiles extends ResourceHandler {
  /** Names of our own, so that no request leads anywhere else. */
  private static final Pattern PAGE = Pattern.compile("/page(?:/[a-z0-9-]+)+(?:\\.[a-z0-9]+)+");

  private static final Pattern SOUND =
      Pattern.compile("/audio/(?:clip/(?<clip>\\w+)\\.wav|episode/(?<key>.+)\\.mp3)");

  private final Episodes episodes;
  private final Map<String, HttpContent> page = new ConcurrentHashMap<>();

  SentFiles(Episodes episodes) {
    this.episodes = episodes;
    setEtags(true);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // What has a name is another file only where somebody had it made anew.
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    return super.handle(request, response, callback);
  }

  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
    return path ->
        path.startsWith("/audio/")
            ? sound(path, buffers)
            : page(path.equals("/") ? "/page/index.html" : path, buffers);
  }

  private @Nullable HttpContent page(String path, ByteBufferPool.Sized buffers) {
    @Nullable URL file =
        PAGE.matcher(path).matches() ? SentFiles.class.getResource(path.substring(1)) : null;
    // In memory: a runtime of an installation cannot open its jar as a file system.
    return file == null
        ? null
        : page.computeIfAbsent(
            path, known -> content(ResourceFactory.root().newMemoryResource(file), path, buffers));
  }

  private @Nullable HttpContent sound(String path, ByteBufferPool.Sized buffers)
      throws IOException {
    Matcher named = SOUND.matcher(path);
    Optional<Path> file = named.matches() ? sound(named) : Optional.empty();
    return file.map(it -> content(ResourceFactory.root().newResource(it), path, buffers))
        .orElse(null);
  }

  private Optional<Path> sound(Matcher named) throws IOException {
    try {
      return named.group("clip") != null
          ? episodes.sounds().find(named.group("clip")).map(found -> found.clip().wav())
          : episodes
              .built()
              .record(episodes.open(named.group("key")))
              .map(built -> Path.of(built.mp3()));
    } catch (Problem noSuchPost) {
      return Optional.empty();
    }
  }

  private HttpContent content(Resource file, String path, ByteBufferPool.Sized buffers) {
    return new ResourceHttpContent(file, getMimeTypes().getMimeByExtension(path), buffers);
  }
}
