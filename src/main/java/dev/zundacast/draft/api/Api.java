package dev.zundacast.draft.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.speech.OpenJTalk;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server: takes connections, finds the endpoint, turns every outcome into an answer. */
public final class Api implements Closeable {
  /**
   * Requests that wait for their turn to speak hold a thread; /version must find one all the same.
   */
  private static final int THREADS = 128;

  private static final int IDLE_SECONDS = 30;

  private static final Pattern LOCAL_ORIGIN =
      Pattern.compile("app://.*|https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  /**
   * What the endpoints work with.
   *
   * @param data the folder of what clients store
   */
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
    this.threads = threads();
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "draft-engine");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Listens on a port of 127.0.0.1; 0 for any. */
  public static Api start(int port, Parts parts) throws IOException {
    // Header and body go out in two writes; without this the second waits 40 ms for the first.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    Router router = new Router();
    Styles styles = new Styles(parts.narrator());
    Presets presets = Presets.open(parts.data().resolve("presets.json"), parts.narrator().uuid());
    new InfoEndpoints(styles).addTo(router);
    new QueryEndpoints(styles, parts, presets).addTo(router);
    new SoundEndpoints(styles, parts).addTo(router);
    new SpeakerEndpoints(styles, parts).addTo(router);
    new PresetEndpoints(presets).addTo(router);
    new DictionaryEndpoints(parts.dictionary()).addTo(router);
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    Api api = new Api(HttpServer.create(new InetSocketAddress(here, port), 0), router);
    api.server.createContext("/", api::handle);
    api.server.setExecutor(api.threads);
    api.server.start();
    return api;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      send(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange) {
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
