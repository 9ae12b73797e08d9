package dev.zundacast.studio.http;

import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.VoiceQueue.Urgency;
import dev.zundacast.studio.view.LineRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One episode and its lines. */
public final class EpisodeRoutes implements Consumer<RoutesConfig> {
  /** An answer that comes later is told as news. */
  private static final long PATIENCE_SECONDS = 20;

  private final Episodes episodes;

  /** The routes of these episodes. */
  public EpisodeRoutes(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/api/episode/{key}", request -> Answers.json(request, episodes.view(at(request))));
    routes.get("/api/episode/{key}/line/{id}", this::line);
    routes.post("/api/episode/{key}/line/{id}", this::edit);
    routes.post("/api/episode/{key}/line/{id}/speak", this::speak);
    routes.post(
        "/api/episode/{key}/undo", request -> Answers.json(request, episodes.undo(at(request))));
    routes.post(
        "/api/episode/{key}/redo", request -> Answers.json(request, episodes.redo(at(request))));
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private void line(Context request) throws IOException {
    Answers.json(request, episodes.line(at(request), request.pathParam("id")));
  }

  private void edit(Context request) throws IOException {
    LineRequest change = LineRequest.of(Answers.object(request));
    Answers.json(request, episodes.edit(at(request), request.pathParam("id"), change));
  }

  private void speak(Context request) throws IOException {
    String id = request.pathParam("id");
    OpenEpisode episode = at(request);
    await(episodes.speak(episode, id, Urgency.PERSON));
    Answers.json(request, episodes.line(episode, id));
  }

  private static void await(FutureTask<Boolean> spoken) throws IOException {
    try {
      spoken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | CancellationException later) {
      // What becomes of it stands in the line, and is told as news.
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
