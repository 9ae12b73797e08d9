package dev.zundacast.s3;

import dev.zundacast.disk.Digest;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.Retry;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A bucket of object storage in which files are kept whole and verified. */
public final class Bucket implements Closeable {
  /** A server that has no time is asked again for about a minute. */
  private static final Retry RETRY = new Retry(6, Duration.ofSeconds(1), Duration.ofSeconds(20));

  private static final byte[] NOTHING = new byte[0];

  private final BucketPlace place;
  private final AwsSigner signer;
  private final Retry retry;
  private final OkHttpClient client;

  private Bucket(BucketPlace place, AwsSigner signer, Retry retry) {
    this.place = place;
    this.signer = signer;
    this.retry = retry;
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofMinutes(1))
            .writeTimeout(Duration.ofMinutes(1))
            .build();
  }

  /**
   * A bucket that is asked with the keys which the environment names; nothing is asked before the
   * first request.
   */
  public static Bucket open(BucketPlace place, Map<String, String> env) {
    return open(place, env, RETRY);
  }

  static Bucket open(BucketPlace place, Map<String, String> env, Retry retry) {
    AwsSigner signer = new AwsSigner(new AwsCredentials(env), place.region(), Clock.systemUTC());
    return new Bucket(place, signer, retry);
  }

  /**
   * An object as the server tells of it.
   *
   * @param bytes its size
   * @param tag the server's own checksum, of most servers the MD5 of its bytes
   */
  public record Stat(long bytes, String tag) {}

  /** What the server says of an object, empty where there is none. */
  public Optional<Stat> stat(String key) throws IOException {
    Request head = new Request.Builder().url(place.object(key)).head().build();
    return call(
        head,
        NOTHING,
        response ->
            isMissing(response)
                ? Optional.empty()
                : Optional.of(new Stat(length(response), tag(response))));
  }

  private static long length(Response response) {
    String header = response.header("Content-Length", "");
    return header == null || header.isEmpty() ? -1 : Long.parseLong(header);
  }

  private static String tag(Response response) {
    String header = response.header("ETag", "");
    return header == null ? "" : header.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  /** Whether an object holds just these bytes, by its size and checksum. */
  public boolean holds(String key, byte[] bytes) throws IOException {
    Optional<Stat> stat = stat(key);
    if (stat.isEmpty() || stat.get().bytes() != bytes.length) {
      return false;
    }
    String md5 = HexFormat.of().formatHex(Digest.of("MD5", bytes));
    // A server that encrypts or takes files in parts has another checksum: then all is read.
    return stat.get().tag().equals(md5) || MessageDigest.isEqual(bytes, get(key));
  }

  private byte[] get(String key) throws IOException {
    Request get = new Request.Builder().url(place.object(key)).build();
    return call(get, NOTHING, response -> isMissing(response) ? NOTHING : response.body().bytes());
  }

  /**
   * Puts an object there, in the place of one of the same name; the server compares what arrives.
   *
   * @param type its media type, as browsers and podcast apps are told it
   * @param acl who may read it, as S3 calls that, "" for what the bucket says
   */
  public void put(String key, byte[] bytes, String type, String acl) throws IOException {
    Request.Builder put =
        new Request.Builder()
            .url(place.object(key))
            .put(RequestBody.create(bytes, MediaType.get(type)))
            .header("Content-Type", type)
            .header("Content-MD5", Base64.getEncoder().encodeToString(Digest.of("MD5", bytes)));
    if (!acl.isEmpty()) {
      put.header("x-amz-acl", acl);
    }
    call(
        put.build(),
        bytes,
        response -> {
          if (isMissing(response)) {
            throw new IOException("there is no bucket " + place.name() + " at " + place.endpoint());
          }
          return response.code();
        });
  }

  private <T> T call(Request request, byte[] body, IoFunction<Response, T> reader)
      throws IOException {
    return retry.call(() -> signed(request, body, reader), Bucket::passing);
  }

  private <T> T signed(Request request, byte[] body, IoFunction<Response, T> reader)
      throws IOException {
    try (Response response = client.newCall(signer.authorized(request, body)).execute()) {
      if (response.isSuccessful() || isMissing(response)) {
        return reader.apply(response);
      }
      throw refusal(response);
    }
  }

  private IOException refusal(Response response) throws IOException {
    String said = response.peekBody(4096).string();
    int code = response.code();
    String where =
        response.request().method()
            + " "
            + response.request().url()
            + ": the server answered "
            + code;
    if (code == 409 || code == 429 || code >= 500 || signer.mends(response, said)) {
      return new BusyException(where);
    }
    String why = said.replaceAll("(?s).*<Message>(.*?)</Message>.*", " ($1)");
    String detail = why.equals(said) ? "" : why;
    return new IOException(
        code == 401 || code == 403
            ? where + detail + "; look at the keys and their rights"
            : where + detail);
  }

  private static Optional<Duration> passing(IOException failure) {
    boolean may =
        !(failure instanceof NoCredentialsException) && failure.getClass() != IOException.class;
    return may ? Optional.of(Duration.ZERO) : Optional.empty();
  }

  private static boolean isMissing(Response response) {
    return response.code() == 404;
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** The server may do it later. */
  private static final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    BusyException(String message) {
      super(message);
    }
  }
}
