package dev.zundacast.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.rewrite.ChatClient.ModelFault.Scope;
import dev.zundacast.tasks.Retry;
import dev.zundacast.words.VisibleText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Asks a language model over HTTP, in the form of OpenAI's chat completions. Every failure is a
 * {@link ModelFault}; the key stands in no message. For one thread.
 */
final class ChatClient implements AutoCloseable {
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  /** An answer of a few thousand tokens has some 20 kB. */
  private static final long LARGEST = 1 << 20;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** Whoever asks to wait longer is as good as away. */
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  /** Newer models count the thinking, too. */
  private static final String ALL_TOKENS = "max_completion_tokens";

  private static final String TEMPERATURE = "temperature";

  private static final int SHOWN = 200;

  private final RewriteSettings settings;
  private final String key;
  private final HttpUrl url;
  private final Retry retry;
  private final OkHttpClient client;

  /** What the server complained of. */
  private final Set<String> quirks = new HashSet<>();

  /** One turn of a conversation with a model, of a user or an assistant. */
  record Turn(String role, String content) {}

  /**
   * What a model answered, maybe cut where it got too long, and the tokens that question and answer
   * cost, 0 when the server does not say.
   */
  record Completion(String content, boolean isCut, long promptTokens, long completionTokens) {
    // A file may be kept by somebody else.
    Completion {
      Objects.requireNonNull(content);
    }
  }

  ChatClient(RewriteSettings settings, String key) {
    this.settings = settings;
    this.key = key;
    this.retry = new Retry(settings.attempts(), FIRST_WAIT, LONGEST_WAIT);
    this.url = HttpUrl.get(settings.url()).newBuilder().addPathSegments("chat/completions").build();
    this.client =
        new OkHttpClient.Builder()
            // A redirect would take the key along.
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(settings.timeout())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();
  }

  /** The model's answer; a {@link ModelFault} when there is none after some attempts. */
  Completion ask(List<Turn> turns) throws IOException {
    return retry.call(
        () -> adapted(turns),
        e -> e instanceof ModelFault fault ? fault.retryAfter() : Optional.empty());
  }

  /** Asks again without what the server does not take. */
  private Completion adapted(List<Turn> turns) throws IOException {
    while (true) {
      try {
        return once(turns);
      } catch (ModelFault fault) {
        String complaint = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        Optional<String> quirk =
            Stream.of(ALL_TOKENS, TEMPERATURE)
                .filter(it -> complaint.contains(it) && !quirks.contains(it))
                .findFirst();
        if (fault.status() != 400 || quirk.isEmpty()) {
          throw fault;
        }
        quirks.add(quirk.get());
      }
    }
  }

  private Completion once(List<Turn> turns) throws ModelFault {
    Request.Builder call =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "zundacast")
            .post(RequestBody.create(question(turns), JSON_TYPE));
    if (!key.isEmpty()) {
      call.header("Authorization", "Bearer " + key);
    }
    try (Response response = client.newCall(call.build()).execute()) {
      byte[] body = body(response);
      if (!response.isSuccessful()) {
        throw refused(response, body);
      }
      return completion(body);
    } catch (ModelFault fault) {
      throw fault;
    } catch (IOException e) {
      throw broken(e).causedBy(e);
    }
  }

  private String question(List<Turn> turns) {
    ObjectNode body = Json.toTree(Map.of("model", settings.model()));
    ArrayNode messages = body.putArray("messages");
    turns.forEach(turn -> messages.add(Json.toTree(turn)));
    body.put(quirks.contains(ALL_TOKENS) ? ALL_TOKENS : "max_tokens", settings.maxTokens());
    if (!quirks.contains(TEMPERATURE)) {
      body.put(TEMPERATURE, settings.temperature());
    }
    return Json.text(body);
  }

  private byte[] body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(LARGEST + 1)) {
      throw strange(Message.of("rewrite.tooMuch", at()));
    }
    return source.readByteArray();
  }

  private ModelFault refused(Response response, byte[] body) {
    int code = response.code();
    Message message = Message.of("rewrite.answeredStatus", at(), code, explained(body));
    boolean passing = code == 429 || code == 408 || (code >= 500 && code != 501);
    Duration asked = Retry.asked(response.header("Retry-After")).orElse(Duration.ZERO);
    boolean again = passing && asked.compareTo(LONGEST_ASKED) <= 0;
    Scope scope = code == 400 || code == 413 || code == 422 ? Scope.EPISODE : Scope.ALL;
    return new ModelFault(message, scope, code, again ? Optional.of(asked) : Optional.empty());
  }

  /** The server's own words, without the key that some repeat. */
  private String explained(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode error = Json.tree(text).path("error");
      text = error.isTextual() ? error.asText() : error.path("message").asText(text);
    } catch (IOException notJson) {
      // Then its first words as they are.
      text = text.replaceAll("<[^>]*>", " ");
    }
    String shown = VisibleText.clean(text).replaceAll("\\s+", " ").strip();
    String safe = key.isEmpty() ? shown : shown.replace(key, "…");
    String hidden = safe.replaceAll("\\bsk-[\\w*.-]+", "…");
    return hidden.isEmpty() ? "" : ": " + hidden.substring(0, Math.min(SHOWN, hidden.length()));
  }

  private Completion completion(byte[] body) throws ModelFault {
    JsonNode answer;
    try {
      answer = Json.tree(body);
    } catch (IOException e) {
      throw strange(Message.of("rewrite.notJson", at())).causedBy(e);
    }
    JsonNode choice = answer.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (message.path("refusal").isTextual()) {
      String refusal = VisibleText.clean(message.path("refusal").asText());
      throw strange(Message.of("rewrite.refusal", at(), refusal));
    }
    if (!message.path("content").isTextual()) {
      throw strange(Message.of("rewrite.noText", at()));
    }
    JsonNode usage = answer.path("usage");
    return new Completion(
        message.path("content").asText(),
        choice.path("finish_reason").asText().equals("length"),
        Math.max(0, usage.path("prompt_tokens").asLong()),
        Math.max(0, usage.path("completion_tokens").asLong()));
  }

  private static ModelFault strange(Message message) {
    return ModelFault.lasting(message, Scope.EPISODE);
  }

  private ModelFault broken(IOException e) {
    if (e instanceof ConnectException
        || e instanceof NoRouteToHostException
        || e instanceof UnknownHostException) {
      return ModelFault.lasting(Message.of("rewrite.unreachable", at()), Scope.ALL);
    }
    if (e instanceof InterruptedIOException) {
      long seconds = Math.max(1, settings.timeout().toSeconds());
      return ModelFault.passing(Message.of("rewrite.noAnswer", at(), seconds), Scope.ALL);
    }
    return ModelFault.passing(Message.of("rewrite.brokeConnection", at()), Scope.ALL);
  }

  private Message at() {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return Message.of(
        "cli.at", settings.model(), usual ? url.host() : url.host() + ":" + url.port());
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  /** A model that did not answer; the message says why in words for people. */
  static final class ModelFault extends MessageException {
    private static final long serialVersionUID = 1;

    /** For which episodes it holds. */
    enum Scope {
      /** Another one may have more luck. */
      EPISODE,
      /** The next one would fail alike: a wrong key, no server. */
      ALL
    }

    private final Scope scope;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    /**
     * A fault with HTTP's status, 0 when nothing answered, and how long to wait before another
     * attempt; empty when that is of no use.
     */
    ModelFault(Message message, Scope scope, int status, Optional<Duration> retryAfter) {
      super(message);
      this.scope = scope;
      this.status = status;
      this.retryAfter = retryAfter;
    }

    static ModelFault lasting(Message message, Scope scope) {
      return new ModelFault(message, scope, 0, Optional.empty());
    }

    static ModelFault passing(Message message, Scope scope) {
      return new ModelFault(message, scope, 0, Optional.of(Duration.ZERO));
    }

    Scope scope() {
      return scope;
    }

    int status() {
      return status;
    }

    Optional<Duration> retryAfter() {
      return retryAfter;
    }

    ModelFault causedBy(IOException cause) {
      initCause(cause);
      return this;
    }
  }
}
