package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Tells a chat or a program of an episode, once. */
final class WebhookStep implements PublishStep {
  /** A webhook that asks for more is asked again as usual. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(99);

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** Chats allow about a message a second, and say how long to wait. */
  private static final Retry RETRY = new Retry(3, Duration.ofSeconds(1), Duration.ofSeconds(10));

  /** A chat answers within a second; a night's job must not hang on one that does not. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final WebhookSettings settings;
  private final String address;

  WebhookStep(WebhookSettings settings, Map<String, String> env) {
    this.settings = settings;
    this.address =
        settings.url().isEmpty() ? env.getOrDefault(settings.variable(), "") : settings.url();
  }

  private record Slack(String text) {}

  private record Discord(String content, Mentions allowed_mentions) {}

  /** A title that holds {@code @everyone} must not call everyone. */
  private record Mentions(List<String> parse) {}

  private record Announcement(
      String text, String title, String date, String duration, String audio, String post) {}

  @Override
  public Step step() {
    return Step.WEBHOOK;
  }

  @Override
  public String plan(Episode episode) {
    return "tell " + host();
  }

  /** The rest of the address is as good as a password. */
  private String host() {
    HttpUrl url = HttpUrl.parse(address);
    return url == null ? "nobody, as " + settings.variable() + " is not set" : url.host();
  }

  @Override
  public String fingerprint(Episode episode) throws IOException {
    return episode.sound() + settings.kind();
  }

  /** The episode is on the air whether a chat hears of it or not. */
  @Override
  public boolean canWait() {
    return true;
  }

  @Override
  public String run(Episode episode) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw Problem.of(
          Problem.Kind.INPUT,
          "the webhook has no address: set the environment variable " + settings.variable());
    }
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(body(episode), JSON)).build();
    OkHttpClient client =
        new OkHttpClient.Builder().followRedirects(false).callTimeout(LIMIT).build();
    try {
      RETRY.call(() -> sent(client, request), WebhookStep::passing);
    } catch (InterruptedIOException slow) {
      throw new IOException(
          url.host() + " did not take the webhook within " + LIMIT.toSeconds() + " s", slow);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
    return "told " + url.host();
  }

  private String body(Episode episode) throws IOException {
    String text = EpisodeValues.filled(settings.text(), episode);
    return Json.text(
        switch (settings.kind()) {
          case SLACK -> new Slack(slack(text));
          case DISCORD -> new Discord(text, new Mentions(List.of()));
          case JSON ->
              new Announcement(
                  text,
                  episode.title(),
                  episode.day(),
                  episode.duration(),
                  episode.audio(),
                  String.valueOf(episode.post().getFileName()));
        });
  }

  /** Slack reads three characters as its own. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static int sent(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return response.code();
      }
      String said = request.url().host() + " answered " + response.code() + " to the webhook";
      if (response.code() == 429 || response.code() >= 500) {
        throw new BusyException(said, Retry.asked(response.header("Retry-After")));
      }
      throw new IOException(said + "; look at its address");
    }
  }

  private static Optional<Duration> passing(IOException failure) {
    return failure instanceof BusyException busy ? Optional.of(busy.wait) : Optional.empty();
  }

  /** The server asks to come again. */
  private static final class BusyException extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Duration wait;

    BusyException(String message, Optional<Duration> asked) {
      super(message);
      this.wait = asked.filter(it -> it.compareTo(LONGEST_WAIT) <= 0).orElse(Duration.ZERO);
    }
  }
}
