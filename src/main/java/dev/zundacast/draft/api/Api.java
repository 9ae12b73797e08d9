package dev.zundacast.draft.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.speech.OpenJTalk;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server: takes connections, finds the endpoint, turns every outcome into an answer. */
public final class Api implements Closeable {
  /** Each request that comes in or waits to speak holds a thread; /version must find one. */
  private static final int CONNECTIONS = 400;

  private static final int REQUEST_SECONDS = 30;
  private static final int IDLE_SECONDS = 30;

  private static final Pattern LOCAL_ORIGIN =
      Pattern.compile("app://.*|https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  /** A page of a foreign name that resolves to this machine shows its own name here. */
  private static final Pattern LOCAL_HOST =
      Pattern.compile("(?i:localhost|127(\\.\\d{1,3}){3}|\\[::1]):(\\d+)");

  /** What the endpoints work with; {@code data} is the folder of what clients store. */
  public record Parts(
      Narrator narrator,
      OpenJTalk jtalk,
      Prosody prosody,
      Speaker speaker,
      UserDictionary dictionary,
      Path data) {}

  private final HttpServer server;
  private final ExecutorService threads;
  private final Router router;

  private Api(HttpServer server, Router router) {
    this.server = server;
    this.router = router;
    // A connection beyond the last thread is closed.
    this.threads =
        new ThreadPoolExecutor(
            0,
            CONNECTIONS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            BackgroundTask.threads("draft engine"));
  }

  /** Listens on a port of 127.0.0.1; 0 for any. */
  public static Api start(int port, Parts parts) throws IOException {
    configure();
    Router router = new Router();
    Narrator narrator = parts.narrator();
    Presets presets = Presets.open(parts.data().resolve("presets.json"), narrator.uuid());
    new InfoEndpoints(narrator).addTo(router);
    new QueryEndpoints(parts, presets).addTo(router);
    new SoundEndpoints(parts).addTo(router);
    new SpeakerEndpoints(parts).addTo(router);
    presets.addTo(router);
    new DictionaryEndpoints(parts.dictionary()).addTo(router);
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    Api api = new Api(HttpServer.create(new InetSocketAddress(here, port), 0), router);
    api.server.createContext("/", api::handle);
    api.server.setExecutor(api.threads);
    api.server.start();
    return api;
  }

  /** The JDK's server takes these settings from system properties alone. */
  private static void configure() {
    // Header and body go out in two writes; without this the second waits 40 ms for the first.
    System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    // Ends connections that take longer to send a request.
    System.getProperties()
        .putIfAbsent("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!isOwnHost(exchange.getRequestHeaders().get("Host"))) {
      return Refusal.detail(403, "Host not allowed").answer();
    }
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin != null) {
      if (!LOCAL_ORIGIN.matcher(origin).matches()) {
        return Refusal.detail(403, "Origin not allowed").answer();
      }
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
    }
    try {
      return router.answer(exchange);
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (Exception e) {
      System.getLogger(Api.class.getName())
          .log(System.Logger.Level.WARNING, exchange.getRequestURI().getPath(), e);
      return Refusal.detail(500, "Internal Server Error").answer();
    }
  }

  private boolean isOwnHost(@Nullable List<String> hosts) {
    if (hosts == null || hosts.size() != 1) {
      return false;
    }
    Matcher host = LOCAL_HOST.matcher(hosts.get(0));
    return host.matches() && host.group(2).equals(Integer.toString(port()));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (!answer.type().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.type());
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean empty = head || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
