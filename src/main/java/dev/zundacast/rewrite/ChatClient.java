package dev.zundacast.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ChatRequest.Quirk;
import dev.zundacast.rewrite.ModelAnswers.Completion;
import dev.zundacast.rewrite.ModelFault.Scope;
import dev.zundacast.tasks.Retry;
import dev.zundacast.words.VisibleText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Asks a language model over HTTP. Every failure is a {@link ModelFault}; the key stands in no
 * message. For one thread.
 */
final class ChatClient implements AutoCloseable {
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  /** An answer of a few thousand tokens has some 20 kB. */
  private static final long LARGEST = 1 << 20;

  /** Whoever asks to wait longer is as good as away. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final int SHOWN = 200;

  private final RewriteSettings settings;
  private final String key;
  private final HttpUrl url;
  private final Retry retry;
  private final OkHttpClient client;
  private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

  /**
   * @param key sent with each request, "" for none
   */
  ChatClient(RewriteSettings settings, String key, Retry retry) {
    this.settings = settings;
    this.key = key;
    this.retry = retry;
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

  /**
   * The model's answer.
   *
   * @throws ModelFault when there is none after some attempts
   */
  Completion ask(ChatRequest request) throws IOException {
    return retry.call(
        () -> adapted(request),
        e -> e instanceof ModelFault fault ? fault.retryAfter() : Optional.empty());
  }

  /** Asks again without what the server does not take. */
  private Completion adapted(ChatRequest request) throws IOException {
    while (true) {
      try {
        return once(request);
      } catch (ModelFault fault) {
        Optional<Quirk> quirk =
            fault.status() == 400
                ? Quirk.of(String.valueOf(fault.getMessage()), quirks)
                : Optional.empty();
        if (quirk.isEmpty()) {
          throw fault;
        }
        quirks.add(quirk.get());
      }
    }
  }

  private Completion once(ChatRequest request) throws ModelFault {
    Request.Builder call =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "zundacast")
            .post(RequestBody.create(request.body(quirks), JSON_TYPE));
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

  private byte[] body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(LARGEST + 1)) {
      throw ModelFault.lasting(Message.of("rewrite.tooMuch", at()), Scope.EPISODE);
    }
    return source.readByteArray();
  }

  private ModelFault refused(Response response, byte[] body) {
    int code = response.code();
    Message message = Message.of("rewrite.answeredStatus", at(), code, explained(body));
    boolean passing = code == 429 || code == 408 || (code >= 500 && code != 501);
    Duration asked = Retry.asked(response.header("Retry-After")).orElse(Duration.ZERO);
    boolean again = passing && asked.compareTo(LONGEST_WAIT) <= 0;
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
      throw strange("rewrite.notJson").causedBy(e);
    }
    JsonNode choice = answer.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (message.path("refusal").isTextual()) {
      throw strange("rewrite.refusal", VisibleText.clean(message.path("refusal").asText()));
    }
    if (!message.path("content").isTextual()) {
      throw strange("rewrite.noText");
    }
    JsonNode usage = answer.path("usage");
    return new Completion(
        message.path("content").asText(),
        choice.path("finish_reason").asText().equals("length"),
        Math.max(0, usage.path("prompt_tokens").asLong()),
        Math.max(0, usage.path("completion_tokens").asLong()));
  }

  private ModelFault strange(String key, Object... words) {
    Message message = words.length == 0 ? Message.of(key, at()) : Message.of(key, at(), words[0]);
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
}
