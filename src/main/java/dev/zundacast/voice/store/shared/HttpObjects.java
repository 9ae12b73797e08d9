package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Objects on a server that takes GET, HEAD and PUT: WebDAV, build caches, object storage. Whoever
 * else needs credentials in each request puts them in by {@link Authorizer}.
 */
final class HttpObjects implements ObjectStore {
  /** A line of speech of a minute takes 6 MB; what is larger is nothing of ours. */
  private static final long LARGEST = 64L << 20;

  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final OkHttpClient client;
  private final HttpUrl base;
  private final Authorizer authorizer;

  /** Completes a request with what the server wants to know of who asks. */
  interface Authorizer {
    /**
     * The same request with what the server wants to know.
     *
     * @param body what is sent, empty for nothing
     */
    Request authorized(Request request, byte[] body) throws IOException;

    /** Whether a refusal was of something that is right from now on, as the clock. */
    default boolean mends(Response refusal, String body) {
      return false;
    }
  }

  /** How long a server is waited for: to connect, for each piece, and for the whole of a call. */
  record Patience(Duration connect, Duration read, Duration call) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  HttpObjects(HttpUrl base, Authorizer authorizer, Patience patience) {
    this.base = base;
    this.authorizer = authorizer;
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .connectTimeout(patience.connect())
            .readTimeout(patience.read())
            .writeTimeout(patience.read())
            .callTimeout(patience.call())
            .build();
  }

  @Override
  public Optional<byte[]> get(String name) throws IOException {
    return call(new Request.Builder().url(url(name)).build(), new byte[0], this::body);
  }

  private Optional<byte[]> body(Response response) throws IOException {
    if (isMissing(response)) {
      return Optional.empty();
    }
    ResponseBody body = response.body();
    if (body.contentLength() > LARGEST) {
      throw new IOException(
          "an object of " + body.contentLength() + " bytes, which is none of ours");
    }
    body.source().request(LARGEST + 1);
    if (body.source().getBuffer().size() > LARGEST) {
      throw new IOException("an object without an end, which is none of ours");
    }
    return Optional.of(body.bytes());
  }

  @Override
  public boolean has(String name) throws IOException {
    Request head = new Request.Builder().url(url(name)).head().build();
    return call(head, new byte[0], response -> !isMissing(response));
  }

  @Override
  public void put(String name, byte[] bytes, Condition condition) throws IOException {
    Request.Builder put =
        new Request.Builder().url(url(name)).put(RequestBody.create(bytes, BYTES));
    if (condition == Condition.IF_ABSENT) {
      // Google's own form of the condition: it knows the other for reading alone.
      put.header(
          isGoogle() ? "x-goog-if-generation-match" : "If-None-Match", isGoogle() ? "0" : "*");
    }
    call(put.build(), bytes, response -> response.code());
  }

  private boolean isGoogle() {
    return base.host().equals("storage.googleapis.com")
        || base.host().endsWith(".storage.googleapis.com");
  }

  private HttpUrl url(String name) {
    return base.newBuilder().addPathSegments(name).build();
  }

  private static boolean isMissing(Response response) {
    return response.code() == 404 || response.code() == 410;
  }

  private <T> T call(Request request, byte[] body, IoFunction<Response, T> reading)
      throws IOException {
    try {
      return once(request, body, reading, true);
    } catch (MendedException again) {
      return once(request, body, reading, false);
    }
  }

  private <T> T once(Request request, byte[] body, IoFunction<Response, T> reading, boolean mayMend)
      throws IOException {
    try (Response response = client.newCall(authorizer.authorized(request, body)).execute()) {
      int code = response.code();
      // 412 says that the object is there, 413 that it is too large: neither is tried again.
      boolean settled = request.method().equals("PUT") && (code == 412 || code == 413);
      if (response.isSuccessful() || isMissing(response) || settled) {
        return reading.apply(response);
      }
      throw refusal(response, mayMend);
    }
  }

  private IOException refusal(Response response, boolean mayMend) throws IOException {
    int code = response.code();
    String said = response.request().method() + " " + base.host() + ": " + code;
    // 409 is what S3 says when two writers of one object meet.
    if (code == 409 || code == 429 || code >= 500) {
      return new BusyException(
          said, Retry.asked(response.header("Retry-After")).orElse(Duration.ZERO));
    }
    if (code == 401 || code == 403) {
      String body = response.peekBody(4096).string();
      if (mayMend && authorizer.mends(response, body)) {
        return new MendedException();
      }
      return new RefusedException(said + ", which refuses us; look at the credentials and rights");
    }
    return new RefusedException(said + ", which is no answer of a store");
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** The same request may do now. */
  private static final class MendedException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
