package dev.zundacast.studio.http;

import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.LineSpeaking.Again;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.VoiceQueue.Urgency;
import dev.zundacast.studio.view.KanaView;
import dev.zundacast.studio.view.LineRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One line of an episode: its text, its sounds, its accents. */
public final class LineRoutes implements Consumer<RoutesConfig> {
  /** An answer that comes later is told as news. */
  private static final long PATIENCE_SECONDS = 20;

  private static final String LINE = "/api/episode/{key}/line/{id}";

  private final Episodes episodes;

  /** The routes of these episodes' lines. */
  public LineRoutes(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get(LINE, request -> Answers.json(request, at(request).line(id(request))));
    routes.post(LINE, this::edit);
    routes.post(LINE + "/speak", this::speak);
    routes.post(LINE + "/take", this::take);
    routes.get(
        LINE + "/kana",
        request -> Answers.json(request, episodes.kana().of(at(request), id(request))));
    routes.post("/api/episode/{key}/accents", this::hear);
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  private void edit(Context request) throws IOException {
    LineRequest change = LineRequest.of(Answers.object(request));
    Answers.json(request, at(request).edit(id(request), change));
  }

  private void speak(Context request) throws IOException {
    OpenEpisode episode = at(request);
    Again again =
        Answers.object(request).path("again").asBoolean() ? Again.ALWAYS : Again.WHERE_MISSING;
    List<String> line = List.of(id(request));
    await(episodes.speaking().speak(episode, line, Urgency.PERSON, again));
    Answers.json(request, episode.line(id(request)));
  }

  private void take(Context request) throws IOException {
    String clip = Answers.object(request).path("clip").asText();
    Answers.json(request, at(request).take(id(request), clip));
  }

  private void hear(Context request) throws IOException {
    KanaView.Request wanted = Answers.body(request, KanaView.Request.class);
    Answers.json(request, inTime(episodes.speaking().hear(at(request), wanted)));
  }

  /**
   * What an engine was asked for.
   *
   * @throws Refused when it takes its time
   */
  static <T> T inTime(Future<T> asked) throws IOException {
    return await(asked).orElseThrow(() -> Refused.of(503, "the engine takes its time; ask again"));
  }

  private static <T> Optional<T> await(Future<T> spoken) throws IOException {
    try {
      return Optional.of(spoken.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | CancellationException later) {
      // What becomes of it stands in the line, and is told as news.
      return Optional.empty();
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
