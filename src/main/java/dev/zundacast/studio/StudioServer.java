package dev.zundacast.studio;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.studio.episode.Episodes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of a studio, whose guard knows its address and what lets in. */
record StudioServer(Javalin javalin, SessionGuard guard) implements Closeable {
  /** A script of a day's episode has 20 kB, and a change is one line of it. */
  private static final long MOST_BODY_BYTES = 1 << 20;

  private static final int MOST_HEADER_BYTES = 16 << 10;
  private static final int MOST_THREADS = 24;

  /** What is kept for one who asks and does not read. */
  private static final int MOST_UNREAD_BYTES = 64 << 10;

  private static final Duration IDLE = Duration.ofSeconds(60);

  /** Starts to answer at these routes; a usage problem where the port cannot be had. */
  public static StudioServer start(
      StudioOptions options, Episodes episodes, List<Consumer<RoutesConfig>> routes) {
    int port = port(options);
    SessionGuard guard = new SessionGuard(options, port, new SentFiles(episodes));
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, options, port);
              config.jetty.modifyServer(server -> server.setHandler(guard));
              routes.forEach(some -> some.accept(config.routes));
              config.routes.exception(Exception.class, Answers::failed);
            });
    javalin.start();
    return new StudioServer(javalin, guard);
  }

  /** The port is known before the server is made, whose guard has to know it. */
  private static int port(StudioOptions options) {
    try (ServerSocket free = new ServerSocket()) {
      free.bind(new InetSocketAddress(InetAddress.getByName(options.listen()), options.port()));
      return free.getLocalPort();
    } catch (IOException e) {
      throw Problem.usage("studio.noPort", options.port(), options.listen(), Message.of(e))
          .causedBy(e);
    }
  }

  private static void configure(JavalinConfig config, StudioOptions options, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.http.generateEtags = false;
    // Packing costs more than the way through this machine.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.defaultContentType = "application/octet-stream";
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2, (int) IDLE.toMillis());
    threads.setName("zundacast studio");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(StudioServer::limit);
    config.jetty.addConnector((server, http) -> connector(server, http, options, port));
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setIdleTimeout(IDLE.toMillis());
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, StudioOptions options, int port) {
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new org.eclipse.jetty.server.HttpConnectionFactory(http));
    connector.setHost(options.listen());
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setAcceptedSendBufferSize(MOST_UNREAD_BYTES);
    return connector;
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
