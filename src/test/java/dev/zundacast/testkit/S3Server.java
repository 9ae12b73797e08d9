package dev.zundacast.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Object storage as an independent program has it: moto, with one bucket that is there. */
public final class S3Server implements AutoCloseable {
  /** The bucket that is there from the start. */
  public static final String BUCKET = "mame";

  private static final long MILLIS_TO_START = 60_000;

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static S3Server start(Path folder) throws IOException, InterruptedException {
    Programs.require("/usr/bin/moto_server");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder("/usr/bin/moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "moto", ".log").toFile())
            .start();
    S3Server server = new S3Server(process, port);
    long end = System.currentTimeMillis() + MILLIS_TO_START;
    while (!server.makesBucket()) {
      if (System.currentTimeMillis() > end || !process.isAlive()) {
        server.close();
        throw new AssertionError("moto does not answer");
      }
      Thread.sleep(100);
    }
    return server;
  }

  private boolean makesBucket() {
    try {
      return ask("PUT", "/" + BUCKET) == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private int ask(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=mame/20260316/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host, Signature=0");
    return connection.getResponseCode();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The keys that it takes. */
  public Map<String, String> keys() {
    return Map.of("AWS_ACCESS_KEY_ID", "mame", "AWS_SECRET_ACCESS_KEY", "himitsu");
  }

  /** An object's bytes as anybody fetches them, by the part of its address behind the bucket. */
  public byte[] object(String escaped) throws IOException {
    try (var in = URI.create(url() + "/" + BUCKET + "/" + escaped).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
