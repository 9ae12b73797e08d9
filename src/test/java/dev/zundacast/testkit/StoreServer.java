package dev.zundacast.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real web server that can keep a shared store: it takes PUT as WebDAV has it. */
public final class StoreServer implements AutoCloseable {
  private static final String CONF =
      """
      daemon off; pid %1$s/nginx.pid; error_log %1$s/error.log; user root; worker_processes 2;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
        uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
        server {
          listen 127.0.0.1:%2$d; root %1$s/kept; client_max_body_size 64m;
          dav_methods PUT; create_full_put_path on; dav_access user:rw;
        }
      }
      """;

  private final String url;
  private final Path folder;
  private final List<String> command;
  private Process process;

  private StoreServer(String url, Path folder, List<String> command) throws IOException {
    this.url = url;
    this.folder = folder;
    this.command = command;
    this.process = begin();
  }

  /** It knows no conditions for PUT. */
  public static StoreServer nginx(Path folder) throws IOException, InterruptedException {
    Programs.require("nginx");
    int port = freePort();
    Files.createDirectories(folder.resolve("kept"));
    Path conf = Files.writeString(folder.resolve("nginx.conf"), CONF.formatted(folder, port));
    return start(
        port, folder, "nginx", "-c", conf.toString(), "-e", folder.resolve("e").toString());
  }

  private static StoreServer start(int port, Path folder, String... command)
      throws IOException, InterruptedException {
    StoreServer server = new StoreServer("http://127.0.0.1:" + port, folder, List.of(command));
    server.await();
    return server;
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.out").toFile())
        .start();
  }

  private void await() throws InterruptedException {
    for (int i = 0; i < 600 && !answers(); i++) {
      Thread.sleep(50);
    }
  }

  /** Its processes end as by a power failure, in the middle of whatever they write. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly().waitFor();
    workers.forEach(ProcessHandle::destroyForcibly);
  }

  /** It is there again, at the same address. */
  public void startAgain() throws IOException, InterruptedException {
    process = begin();
    await();
  }

  private boolean answers() {
    try {
      return request("GET", "/") > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private int request(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url + path).toURL().openConnection();
    connection.setRequestMethod(method);
    return connection.getResponseCode();
  }

  /** The server's address without a final slash. */
  public String url() {
    return url;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
