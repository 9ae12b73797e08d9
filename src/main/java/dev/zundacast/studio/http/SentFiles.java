package dev.zundacast.studio.http;

import dev.zundacast.episode.Problem;
import dev.zundacast.studio.episode.Episodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The page's files, which lie in the program's jar, and the sounds of episodes, of which a player
 * may ask for any part.
 */
final class SentFiles extends ResourceHandler {
  private static final String FOLDER = "dev/zundacast/studio/";
  private static final Pattern SOUND =
      Pattern.compile("/audio/(?:clip/(?<clip>\\w+)\\.wav|episode/(?<key>.+)\\.mp3)");

  private final Episodes episodes;

  SentFiles(Episodes episodes) {
    this.episodes = episodes;
    setBaseResource(ResourceFactory.of(this).newClassLoaderResource(FOLDER));
    setWelcomeFiles("page/index.html");
    setDirAllowed(false);
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
    HttpContent.Factory page = super.newHttpContentFactory(buffers);
    return path -> path.startsWith("/audio/") ? sound(path, buffers) : page.getContent(path);
  }

  private HttpContent sound(String path, ByteBufferPool.Sized buffers) throws IOException {
    Matcher named = SOUND.matcher(path);
    Optional<Path> file = named.matches() ? sound(named) : Optional.empty();
    return file.map(ResourceFactory.of(this)::newResource)
        .map(it -> new ResourceHttpContent(it, getMimeTypes().getMimeByExtension(path), buffers))
        .orElse(null);
  }

  private Optional<Path> sound(Matcher named) throws IOException {
    try {
      return named.group("clip") != null
          ? episodes.clip(named.group("clip"))
          : episodes.mp3(episodes.open(named.group("key")));
    } catch (Problem noSuchPost) {
      return Optional.empty();
    }
  }
}
