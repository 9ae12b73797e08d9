package dev.zundacast.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A real web server on this machine. What lies in {@link #files} is served at four places: as it
 * is, behind a redirect, without an answer to HEAD, and as whole files only.
 */
public final class Nginx implements AutoCloseable {
  /** Paths of the places, each with a final slash. */
  public static final List<String> PLACES =
      List.of("/audio/", "/redirected/", "/without-head/", "/without-ranges/");

  private static final String CONF =
      """
      daemon off; pid %1$s/nginx.pid; error_log %1$s/error.log; user root;
      events {}
      http {
        log_format short '$request_method $status';
        access_log %1$s/access.log short;
        client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
        uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
        server {
          listen 127.0.0.1:%2$d; root %1$s/served;
          location /redirected/ { rewrite ^/redirected/(.*)$ /audio/$1 redirect; }
          location /without-head/ { if ($request_method = HEAD) { return 405; } }
          location /without-ranges/ { max_ranges 0; }
        }
      }
      """;

  private final Path folder;
  private final int port;
  private final Process process;

  private Nginx(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts it with all that it writes in a folder of the test's. */
  public static Nginx in(Path folder) throws IOException, InterruptedException {
    Programs.require("nginx");
    Path served = Files.createDirectories(folder.resolve("served/audio"));
    Files.createSymbolicLink(folder.resolve("served/without-head"), served);
    Files.createSymbolicLink(folder.resolve("served/without-ranges"), served);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path conf = Files.writeString(folder.resolve("nginx.conf"), CONF.formatted(folder, port));
    Process process =
        new ProcessBuilder("nginx", "-c", conf.toString(), "-e", folder.resolve("e").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    for (int i = 0; i < 100 && !Files.exists(folder.resolve("nginx.pid")); i++) {
      Thread.sleep(50);
    }
    return new Nginx(folder, port, process);
  }

  /** The folder whose files are served. */
  public Path files() {
    return folder.resolve("served/audio");
  }

  /** The server's address without a final slash. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The requests since the last call: method, status and the mark that was sent along. */
  public List<String> requests() throws IOException {
    Path log = folder.resolve("access.log");
    List<String> requests = Files.readAllLines(log);
    Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
    return requests;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
