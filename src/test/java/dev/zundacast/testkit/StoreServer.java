package dev.zundacast.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real server that can keep a shared store: a web server with PUT as WebDAV has it, or object
 * storage. It can be killed, and come back at the same address.
 */
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

  private static final String BUCKET = "episodes";

  private final String url;
  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> command;
  private Process process;

  private StoreServer(
      String url, Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    this.url = url;
    this.folder = folder;
    this.environment = environment;
    this.command = command;
    this.process = begin();
  }

  /** It knows no conditions for PUT. */
  public static StoreServer nginx(Path folder) throws IOException, InterruptedException {
    Programs.require("nginx");
    int port = freePort();
    Files.createDirectories(folder.resolve("kept"));
    Path conf = Files.writeString(folder.resolve("nginx.conf"), CONF.formatted(folder, port));
    return started(
        port,
        folder,
        Map.of(),
        List.of("nginx", "-c", conf.toString(), "-e", folder.resolve("e").toString()));
  }

  /**
   * Object storage on a folder that verifies every signature and knows If-None-Match, but not so
   * that of several writers at once only one comes through.
   */
  public static StoreServer s3proxy(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(folder.resolve("kept").resolve(BUCKET));
    Path conf =
        Files.write(
            folder.resolve("s3proxy.conf"),
            List.of(
                "s3proxy.endpoint=http://127.0.0.1:" + port,
                "s3proxy.authorization=aws-v4",
                "s3proxy.identity=zunda",
                "s3proxy.credential=very-secret",
                "jclouds.provider=filesystem-nio2",
                "jclouds.identity=local",
                "jclouds.credential=local",
                "jclouds.filesystem.basedir=" + folder.resolve("kept")));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return started(
        port,
        folder,
        keysFor(port),
        List.of(
            java,
            "-Xmx256m",
            "-cp",
            s3proxyLibraries() + "/*",
            "org.gaul.s3proxy.Main",
            "--properties",
            conf.toString()));
  }

  /** Object storage in memory: what it kept is gone when it is killed. */
  public static StoreServer moto(Path folder) throws IOException, InterruptedException {
    Programs.require("/usr/bin/moto_server");
    int port = freePort();
    return started(
        port,
        folder,
        keysFor(port),
        List.of("/usr/bin/moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port)));
  }

  /** What s3proxy consists of, which Maven fetches once: its libraries would not go with ours. */
  private static Path s3proxyLibraries() throws IOException, InterruptedException {
    Path libraries = Path.of(System.getProperty("s3proxy.libraries", "target/s3proxy"));
    if (!Files.isDirectory(libraries)) {
      Process maven =
          new ProcessBuilder(
                  "mvn",
                  "-q",
                  "-B",
                  "-f",
                  "src/test/s3proxy/pom.xml",
                  "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
                  "-DincludeScope=runtime",
                  "-DoutputDirectory=" + libraries.toAbsolutePath())
              .inheritIO()
              .start();
      if (maven.waitFor() != 0) {
        throw new AssertionError("s3proxy cannot be fetched");
      }
    }
    return libraries.toAbsolutePath();
  }

  private static Map<String, String> keysFor(int port) {
    return Map.of(
        "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + port,
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "zunda",
        "AWS_SECRET_ACCESS_KEY", "very-secret");
  }

  private static StoreServer started(
      int port, Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    StoreServer server = new StoreServer("http://127.0.0.1:" + port, folder, environment, command);
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
      // The bucket is there again, whatever a server remembers.
      return isObjectStorage() ? request("PUT", "/" + BUCKET) > 0 : request("GET", "/") > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private int request(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url + path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=zunda/20260316/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host, Signature=0");
    return connection.getResponseCode();
  }

  /** The server's address without a final slash. */
  public String url() {
    return url;
  }

  private boolean isObjectStorage() {
    return !environment.isEmpty();
  }

  /** What the program is told to find the store. */
  public String address() {
    return isObjectStorage() ? "s3://" + BUCKET + "/a" : url + "/store";
  }

  /** What it needs beside the address: where object storage is, and keys. */
  public Map<String, String> environment() {
    return environment;
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
