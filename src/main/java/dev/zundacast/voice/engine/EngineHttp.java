package dev.zundacast.voice.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Requests to one engine; every failure comes back as an {@link EngineFault} that says what went
 * wrong in words for people. Nothing is asked twice here. Whoever is interrupted while it waits
 * ends its own request, and nobody else's.
 */
final class EngineHttp implements AutoCloseable {
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  /** Engines list their characters in a few hundred kB; 16 MB of JSON is no engine's answer. */
  private static final long LARGEST_JSON = 16 << 20;

  /** Three minutes of 48 kHz stereo, far above the longest part of a line. */
  private static final long LARGEST_WAV = 32 << 20;

  private static final long LARGEST_REFUSAL = 1 << 16;
  private static final int LONGEST_WORDS = 200;

  private final HttpUrl base;
  private final OkHttpClient client;

  /** Talks to the engine at {@code address}; connecting may take {@code connect}. */
  EngineHttp(String address, Duration connect) {
    base = parse(address);
    client =
        new OkHttpClient.Builder()
            // Engines answer HTTP/1.1 only, and log a warning for each attempt at more.
            .protocols(List.of(Protocol.HTTP_1_1))
            // Reading the system's certificates takes longer than meeting an engine without TLS.
            .connectionSpecs(
                List.of(base.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
            .followRedirects(false)
            .followSslRedirects(false)
            // A synthesis that is sent again in silence would keep the engine busy twice.
            .retryOnConnectionFailure(false)
            // Engines close idle connections after 5 s: never take one that may be closing.
            .connectionPool(new ConnectionPool(4, 4, TimeUnit.SECONDS))
            .addNetworkInterceptor(EngineHttp::withoutDelay)
            .connectTimeout(connect)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();
  }

  /**
   * Sends packets at once: otherwise the end of a query that takes several waits until the engine's
   * system acknowledges its beginning, which systems put off by 40 ms.
   */
  private static Response withoutDelay(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection != null) {
      connection.socket().setTcpNoDelay(true);
    }
    return chain.proceed(chain.request());
  }

  private static HttpUrl parse(String address) {
    String text = address.strip();
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
    if (url == null) {
      throw Problem.usage("engine.noAddress", address);
    }
    HttpUrl.Builder builder = url.newBuilder().query(null).fragment(null);
    if (url.host().equals("localhost")) {
      // The VOICEVOX editor's engine listens on 127.0.0.1 only; localhost tries IPv6 first.
      builder.host("127.0.0.1");
    }
    return builder.build();
  }

  /** The engine's address without a final slash and without a password. */
  String url() {
    String text = base.newBuilder().username("").password("").build().toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  JsonNode get(String path, Map<String, String> query, Duration timeout) throws EngineFault {
    return json(path, bytes(path, query, timeout));
  }

  JsonNode post(String path, Map<String, String> query, Duration timeout) throws EngineFault {
    return json(path, request(path, query).post(RequestBody.EMPTY).build(), timeout);
  }

  JsonNode post(String path, Map<String, String> query, JsonNode body, Duration timeout)
      throws EngineFault {
    return json(path, request(path, query).post(body(body)).build(), timeout);
  }

  JsonNode delete(String path, Duration timeout) throws EngineFault {
    return json(path, request(path, Map.of()).delete().build(), timeout);
  }

  byte[] download(String path, Map<String, String> query, JsonNode body, Duration timeout)
      throws EngineFault {
    return bytes(path, request(path, query).post(body(body)).build(), LARGEST_WAV, timeout);
  }

  byte[] bytes(String path, Map<String, String> query, Duration timeout) throws EngineFault {
    return bytes(path, request(path, query).get().build(), LARGEST_JSON, timeout);
  }

  private JsonNode json(String path, Request request, Duration timeout) throws EngineFault {
    return json(path, bytes(path, request, LARGEST_JSON, timeout));
  }

  JsonNode json(String path, byte[] json) throws EngineFault {
    try {
      return Json.tree(json);
    } catch (IOException e) {
      throw strange(path, Message.of("engine.noJson")).causedBy(e);
    }
  }

  private byte[] bytes(String path, Request request, long limit, Duration timeout)
      throws EngineFault {
    Call call = client.newCall(request);
    call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    FutureTask<byte[]> answer = new FutureTask<>(() -> answer(path, call, limit));
    try {
      client.dispatcher().executorService().execute(answer);
      return BackgroundTask.result(answer);
    } catch (EngineFault e) {
      throw e;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        call.cancel();
      }
      throw broken(path, e, timeout);
    }
  }

  private byte[] answer(String path, Call call, long limit) throws IOException {
    try (Response response = call.execute()) {
      check(path, response);
      BufferedSource source = response.body().source();
      if (response.body().contentLength() > limit || source.request(limit + 1)) {
        throw strange(path, Message.of("engine.tooMuch", limit >> 20));
      }
      return source.readByteArray();
    }
  }

  private Request.Builder request(String path, Map<String, String> query) {
    HttpUrl.Builder url = base.newBuilder().addPathSegments(path.substring(1));
    query.forEach(url::addQueryParameter);
    return new Request.Builder()
        .url(url.build())
        .header("User-Agent", "zundacast")
        // A compressed answer would hide its size from the limits above.
        .header("Accept-Encoding", "identity");
  }

  private static RequestBody body(JsonNode json) {
    return RequestBody.create(Json.text(json), JSON_TYPE);
  }

  private void check(String path, Response response) throws IOException {
    int code = response.code();
    if (response.isRedirect() || code / 100 == 3) {
      throw strange(path, Message.of("engine.redirection", response.header("Location", "nowhere")));
    }
    if (code / 100 == 2) {
      String type = response.header("Content-Type", "");
      if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
        throw strange(path, Message.of("engine.webPage"));
      }
      return;
    }
    Message message = Message.of("engine.answered", at(), code, path, explained(response.body()));
    throw new EngineFault(kind(code), code, Retry.asked(response.header("Retry-After")), message);
  }

  private EngineFault strange(String path, Message what) {
    Message message = Message.of("engine.answeredOddly", at(), path, what);
    return EngineFault.of(EngineFault.Kind.STRANGE, message);
  }

  private EngineFault broken(String path, IOException e, Duration timeout) {
    // The time for the whole call is up where the message is no more than that.
    if (e instanceof ConnectException
        || e instanceof NoRouteToHostException
        || e instanceof UnknownHostException
        || (e instanceof SocketTimeoutException && !"timeout".equals(e.getMessage()))) {
      return EngineFault.of(EngineFault.Kind.UNREACHABLE, Message.of("rewrite.unreachable", at()))
          .causedBy(e);
    }
    if (e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
      Message message = Message.of("engine.noAnswer", at(), path, EngineFault.words(timeout));
      return EngineFault.of(EngineFault.Kind.TIMEOUT, message).causedBy(e);
    }
    Message message = Message.of("engine.brokeConnection", at(), path);
    return EngineFault.of(EngineFault.Kind.DROPPED, message).causedBy(e);
  }

  private Message at() {
    return Message.of("engine.at", url());
  }

  /**
   * Ends every request that is under way. A run that has not ended may ask again: whoever gave the
   * engine up did not know of it, and threads without work end by themselves.
   */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private static EngineFault.Kind kind(int status) {
    return switch (status) {
      case 429, 503 -> EngineFault.Kind.BUSY;
      case 501 -> EngineFault.Kind.REFUSED;
      default -> status >= 500 ? EngineFault.Kind.FAILING : EngineFault.Kind.REFUSED;
    };
  }

  /**
   * {@code ": what the body says"}, or nothing when it says nothing: engines put the words of a
   * refusal into JSON of four shapes.
   */
  private static Message explained(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    source.request(LARGEST_REFUSAL);
    String text = source.getBuffer().clone().readUtf8();
    boolean page = text.stripLeading().startsWith("<");
    String words = page ? "" : visible(words(text));
    return page
        ? Message.of("engine.explainedByPage")
        : words.isEmpty() ? Message.NONE : Message.plain(": ", words);
  }

  private static String words(String body) {
    try {
      JsonNode json = Json.tree(body);
      JsonNode message = json.path("message");
      return message.isTextual() ? message.asText() : detail(json.path("detail"));
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  private static String detail(JsonNode detail) {
    if (detail.isTextual()) {
      return detail.asText();
    }
    if (detail.path("text").isTextual()) {
      return detail.path("text").asText();
    }
    List<String> found = new ArrayList<>();
    for (JsonNode one : detail) {
      List<String> place = one.path("loc").valueStream().map(JsonNode::asText).toList();
      String where = place.isEmpty() ? "" : " (" + String.join(".", place) + ")";
      found.add(one.path("msg").asText() + where);
    }
    return String.join("; ", found);
  }

  /** The text on one line, without control characters, cut where it gets too long to read. */
  private static String visible(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    if (line.length() <= LONGEST_WORDS) {
      return line;
    }
    int end = LONGEST_WORDS - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
