package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Problem;
import dev.zundacast.s3.Bucket;
import dev.zundacast.s3.BucketPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Files to where a show uploads them: a bucket, or what a command of the user's does. */
final class Uploads implements Closeable {
  private static final Map<String, String> TYPES =
      Map.of(
          "mp3", "audio/mpeg",
          "vtt", "text/vtt",
          "srt", "application/x-subrip",
          "txt", "text/plain; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "json", "application/json");

  private final UploadSettings settings;
  private final Shells shells;
  private final Optional<Bucket> bucket;

  private Uploads(UploadSettings settings, Shells shells, Optional<Bucket> bucket) {
    this.settings = settings;
    this.shells = shells;
    this.bucket = bucket;
  }

  /**
   * @param env names the keys of the bucket
   * @throws Problem when the bucket's server has no address
   */
  static Uploads open(UploadSettings settings, Shells shells, Map<String, String> env) {
    if (settings.bucket().isEmpty()) {
      return new Uploads(settings, shells, Optional.empty());
    }
    try {
      BucketPlace place = BucketPlace.of(settings.bucket(), settings.endpoint(), settings.region());
      return new Uploads(settings, shells, Optional.of(Bucket.open(place, env)));
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              Problem.Kind.INPUT,
              "publish.upload.endpoint: '" + settings.endpoint() + "' is no web address")
          .causedBy(e);
    }
  }

  /** The media type of a file, by its name. */
  static String type(String name) {
    if (name.endsWith(".chapters.json")) {
      return "application/json+chapters";
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  /**
   * Uploads a file, unless it is there to the byte, and asks whether it arrived.
   *
   * @return whether anything had to be sent
   * @throws IOException when it did not
   */
  boolean upload(Path file, String name) throws IOException {
    if (bucket.isEmpty()) {
      shells.run(settings.command(), values(file, name));
      return true;
    }
    byte[] bytes = Files.readAllBytes(file);
    String key = settings.key(name);
    if (bucket.get().holds(key, bytes)) {
      return false;
    }
    bucket.get().put(key, bytes, type(name), settings.acl());
    if (!bucket.get().holds(key, bytes)) {
      throw new IOException(
          settings.bucket() + "/" + key + " is another file than was sent; it is left unused");
    }
    return true;
  }

  /** Whether listeners would get just these bytes; a command's work is asked for at its address. */
  boolean arrived(Path file, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bucket.isPresent()
        ? bucket.get().holds(settings.key(name), bytes)
        : isServed(settings.addressOf(name), bytes);
  }

  private Map<String, String> values(Path file, String name) {
    return Map.of("file", file.toString(), "name", name, "address", settings.addressOf(name));
  }

  @Override
  public void close() {
    bucket.ifPresent(Bucket::close);
  }

  /** Whether the address from which listeners fetch a file gives just these bytes. */
  private static boolean isServed(String address, byte[] bytes) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofMinutes(1))
            .build();
    Request request =
        new Request.Builder().url(address).header("Cache-Control", "no-cache").build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful()
          && response.body().contentLength() <= bytes.length
          && MessageDigest.isEqual(response.body().bytes(), bytes);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
